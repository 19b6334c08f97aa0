//! One of those who call.

use std::sync::Arc;

use clerk_client::error::ErrorKind;
use clerk_client::{Client, CountUsers, DeletedObject, Error, ListUsers, User, VerifyPasswordRequest};
use tokio::time::Instant;

use super::account::{Account, Belief, Profile};
use super::change::Change;
use super::figures::{Figures, Group};

/// How many users a worker has at most, so that memory has no reason to grow.
const ACCOUNTS: usize = 8;

pub(crate) struct Worker {
    number: usize,
    client: Client,
    figures: Arc<Figures>,
    rng: fastrand::Rng,
    accounts: Vec<Account>,
    /// How many fresh values were made.
    fresh: u64,
}

impl Worker {
    pub(crate) fn new(number: usize, seed: u64, client: Client, figures: Arc<Figures>) -> Self {
        let rng = fastrand::Rng::with_seed(seed.wrapping_add(number as u64));
        let mut new = Self { number, client, figures, rng, accounts: Vec::new(), fresh: 0 };
        new.accounts = (0..ACCOUNTS).map(|_| new.newcomer()).collect();
        new
    }

    pub(crate) fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    pub(crate) async fn work(&mut self, end: Instant) {
        while Instant::now() < end {
            let at = self.rng.usize(..self.accounts.len());
            let mut account = self.accounts.swap_remove(at);
            match account.belief() {
                Belief::Unread => self.look(&mut account).await,
                Belief::Absent => {
                    account = self.newcomer();
                    self.create(&mut account).await;
                }
                Belief::Present(profile) => self.visit(&mut account, profile).await,
            }
            self.accounts.push(account);
        }
    }

    /// Reads what is in doubt.
    pub(crate) async fn settle(&mut self) {
        let mut accounts = std::mem::take(&mut self.accounts);
        for account in &mut accounts {
            if matches!(account.belief(), Belief::Unread) {
                self.look(account).await;
            }
            if matches!(account.belief(), Belief::Unread) {
                self.figures.wrong(format!("{}: still in doubt although nothing fails any more", account.tag));
            }
        }
        self.accounts = accounts;
    }

    fn newcomer(&mut self) -> Account {
        let fresh = self.fresh();
        Account::new(format!("soak-{}-{fresh}-end", self.number), self.rng.bool())
    }

    fn fresh(&mut self) -> u64 {
        self.fresh += 1;
        self.fresh
    }

    /// Some writes are sent once only, so that refusals come to light too.
    fn attempts(&mut self) -> u32 {
        if self.rng.u8(..3) == 0 { 1 } else { 3 }
    }

    async fn create(&mut self, account: &mut Account) {
        let name = format!("Ada {}", self.fresh());
        let profile =
            Profile { password: format!("horse {name}"), first_name: name, banned: false, locked: false, mark: None };
        let outcome = self.client.users().create(&account.request(&profile)).max_attempts(self.attempts()).await;
        self.wrote(account, "create", outcome, Some(profile));
    }

    async fn visit(&mut self, account: &mut Account, profile: Profile) {
        match self.rng.u8(..20) {
            0..4 => self.look(account).await,
            4..6 => self.check_password(account, profile).await,
            6 => self.look_at_all().await,
            7 => self.count().await,
            8 => self.delete(account).await,
            _ => self.change(account, profile).await,
        }
    }

    async fn change(&mut self, account: &mut Account, before: Profile) {
        let fresh = self.fresh();
        let change = Change::any(&mut self.rng, fresh);
        let outcome = change.call(&self.client, id(account)).max_attempts(self.attempts()).await;
        self.wrote(account, change.name(), outcome, Some(change.after(before)));
    }

    /// Asks in both ways: for an error where there is nobody, and for `None`.
    async fn delete(&mut self, account: &mut Account) {
        let call = self.client.users().delete(id(account)).max_attempts(self.attempts());
        let outcome = match self.rng.bool() {
            true => call.optional().await.map(Option::unwrap_or_default),
            false => call.await,
        };
        match outcome {
            Ok(DeletedObject { .. }) => {
                self.figures.call("delete", None);
                account.is_now(None);
            }
            Err(error) => self.failed(account, "delete", &error, None),
        }
    }

    /// A write answered with the user, or failed.
    fn wrote(
        &self,
        account: &mut Account,
        name: &'static str,
        outcome: clerk_client::Result<User>,
        after: Option<Profile>,
    ) {
        match outcome {
            Ok(user) => {
                self.figures.call(name, None);
                account.is_now(after);
                self.saw(account, Some(&user));
            }
            Err(error) => self.failed(account, name, &error, after),
        }
    }

    fn failed(&self, account: &mut Account, name: &'static str, error: &Error, after: Option<Profile>) {
        self.figures.call(name, Some(error));
        if error.may_have_run() {
            self.figures.add(Group::FailedWrites, "in doubt");
            account.may_be(after);
        } else {
            self.figures.add(Group::FailedWrites, "did not run");
            account.is_as_before();
            self.expect_fault(name, &account.tag, error);
        }
    }

    /// Reads one user, by id or by what it was to be created with.
    async fn look(&self, account: &mut Account) {
        let (name, outcome) = match &account.id {
            Some(id) => ("find", self.client.users().find(id).optional().await.map(Vec::from_iter)),
            None => ("all", self.client.users().all(&traces(account)).await),
        };
        self.figures.call(name, outcome.as_ref().err());
        match outcome.as_deref() {
            Ok([]) => self.saw(account, None),
            Ok([user]) => self.saw(account, Some(user)),
            Ok(users) => {
                self.figures.wrong(format!("{}: created {} times", account.tag, users.len()));
                account.forget();
            }
            Err(error) => self.expect_fault(name, &account.tag, error),
        }
    }

    fn saw(&self, account: &mut Account, user: Option<&User>) {
        match account.saw(user) {
            Ok(None) => {}
            Ok(Some(settled)) => self.figures.add(Group::ReadBack, settled.name()),
            Err(wrong) => {
                self.figures.wrong(wrong);
                account.forget();
            }
        }
    }

    async fn look_at_all(&mut self) {
        let ids = self.ids();
        let query = ListUsers::new().user_ids(ids.clone()).limit(100);
        let outcome = if ids.is_empty() { return } else { self.client.users().all(&query).await };
        self.figures.call("all", outcome.as_ref().err());
        match outcome {
            Ok(users) if users.len() == ids.len() => self.compare(&users),
            Ok(users) => self.figures.wrong(format!("all: {} of {} users", users.len(), ids.len())),
            Err(error) => self.expect_fault("all", "own users", &error),
        }
    }

    fn compare(&mut self, users: &[User]) {
        let mut accounts = std::mem::take(&mut self.accounts);
        for user in users {
            let account = accounts.iter_mut().find(|account| account.id.as_ref() == Some(&user.id));
            match account {
                Some(account) => self.saw(account, Some(user)),
                None => self.figures.wrong(format!("all: {} was not asked for", user.id)),
            }
        }
        self.accounts = accounts;
    }

    async fn count(&self) {
        let ids = self.ids();
        let expected = ids.len() as u64;
        let outcome =
            if ids.is_empty() { return } else { self.client.users().count(&CountUsers::new().user_ids(ids)).await };
        self.figures.call("count", outcome.as_ref().err());
        match outcome {
            Ok(count) if count.total_count == expected => {}
            Ok(count) => self.figures.wrong(format!("count: {} of {expected} users", count.total_count)),
            Err(error) => self.expect_fault("count", "own users", &error),
        }
    }

    /// The ids of those users that are there for certain.
    fn ids(&self) -> Vec<String> {
        let present = self.accounts.iter().filter(|account| matches!(account.belief(), Belief::Present(_)));
        present.filter_map(|account| account.id.clone()).collect()
    }

    async fn check_password(&mut self, account: &Account, profile: Profile) {
        let is_right = self.rng.bool();
        let password = if is_right { profile.password } else { "wrong battery staple".to_owned() };
        let outcome = self.client.users().verify_password(id(account), &VerifyPasswordRequest::new(password)).await;
        match outcome {
            Ok(_) if is_right => self.figures.call("verify_password", None),
            Err(error) if !is_right && error.has_code("incorrect_password") => {
                self.figures.call("verify_password", None)
            }
            Ok(_) => self.figures.wrong(format!("{}: a wrong password was taken", account.tag)),
            Err(error) => {
                self.figures.call("verify_password", Some(&error));
                self.expect_fault("verify_password", &account.tag, &error);
            }
        }
    }

    /// A failure that no injected fault explains is a discrepancy.
    fn expect_fault(&self, name: &str, tag: &str, error: &Error) {
        let is_explained = match error.kind() {
            // A reply that was cut short has lost its codes.
            ErrorKind::Api if error.errors().is_empty() => name == "verify_password" || is_of_fault(error),
            ErrorKind::Api => is_of_fault(error),
            kind => {
                matches!(kind, ErrorKind::Timeout | ErrorKind::Network | ErrorKind::Decode | ErrorKind::RateLimited)
            }
        };
        if !is_explained {
            self.figures.wrong(format!("{tag}: {name}: {error}"));
        }
    }
}

fn is_of_fault(error: &Error) -> bool {
    error.status().is_some_and(|status| status.is_server_error() || status.as_u16() == 429)
}

fn id(account: &Account) -> &str {
    account.id.as_deref().unwrap_or_default()
}

/// What finds the user of a create that may have run.
fn traces(account: &Account) -> ListUsers {
    match &account.external_id {
        Some(external_id) => ListUsers::new().external_id(external_id),
        None => ListUsers::new().name_query(&account.tag),
    }
}
