//! The comparison at the end.

use std::collections::HashMap;

use clerk_client::{Client, ListUsers, User};
use local_clerk::LocalClerk;

use super::account::{Account, Belief};
use super::figures::Figures;
use super::worker::Worker;

const PAGE: u32 = 50;

/// Every user that the API lists must be one that a worker believes in, and the other way round.
pub(crate) async fn compare(client: &Client, workers: &[Worker], figures: &Figures) {
    let users = match everybody(client).await {
        Ok(users) => users,
        Err(error) => return figures.wrong(format!("the list at the end failed: {error}")),
    };
    let mut believed: HashMap<_, _> = present(workers).map(|account| (account.id.as_deref(), account)).collect();
    for user in &users {
        match believed.remove(&Some(user.id.as_str())) {
            Some(account) => compare_one(account, user, figures),
            None => figures.wrong(format!("{} {:?} is there, and nobody believes it", user.id, user.last_name)),
        }
    }
    for lost in believed.into_values() {
        figures.wrong(format!("{}: lost", lost.tag));
    }
}

/// The server's own count, asked in another way.
pub(crate) fn count(clerk: &LocalClerk, workers: &[Worker], figures: &Figures) {
    let (held, believed) = (clerk.user_count(), present(workers).count());
    if held != believed {
        figures.wrong(format!("the server holds {held} users, and {believed} are believed"));
    }
}

fn present(workers: &[Worker]) -> impl Iterator<Item = &Account> {
    let accounts = workers.iter().flat_map(Worker::accounts);
    accounts.filter(|account| matches!(account.belief(), Belief::Present(_)))
}

fn compare_one(account: &Account, user: &User, figures: &Figures) {
    let Belief::Present(profile) = account.belief() else { return };
    let is_same = profile.looks_like(user);
    if !is_same || user.external_id != account.external_id || user.last_name.as_ref() != Some(&account.tag) {
        figures.wrong(format!("{}: believed {profile:?}, is {user:?}", account.tag));
    }
}

async fn everybody(client: &Client) -> clerk_client::Result<Vec<User>> {
    let mut users = Vec::new();
    loop {
        let query = ListUsers::new().limit(PAGE).offset(users.len() as u64);
        let page = client.users().all(&query).await?;
        if page.is_empty() {
            return Ok(users);
        }
        users.extend(page);
    }
}
