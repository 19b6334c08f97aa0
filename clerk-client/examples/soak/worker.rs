//! One of those who call at the same time, each with users of its own.

use std::sync::Arc;
use std::time::Instant;

use clerk_client::{
    Client, CreateUserRequest, Error, ListUsers, MetadataPatch, Result, UpdateUserMetadataRequest, UpdateUserRequest,
    User,
};

use crate::belief::Belief;
use crate::figures::Figures;

const MOST_USERS: usize = 40;

pub(crate) struct Worker {
    name: u64,
    random: fastrand::Rng,
    client: Client,
    figures: Arc<Figures>,
    users: Vec<Belief>,
    made: u64,
}

impl Worker {
    pub(crate) fn new(name: u64, seed: u64, client: Client, figures: Arc<Figures>) -> Self {
        let random = fastrand::Rng::with_seed(seed.wrapping_mul(1000) + name);
        Self { name, random, client, figures, users: Vec::new(), made: 0 }
    }

    pub(crate) async fn run(mut self, end: Instant) -> Vec<Belief> {
        while Instant::now() < end {
            self.figures.called();
            self.step().await;
        }
        self.users
    }

    async fn step(&mut self) {
        let choice = self.random.u8(..100);
        if self.users.is_empty() || (choice < 15 && self.users.len() < MOST_USERS) {
            return self.create().await;
        }
        let index = self.random.usize(..self.users.len());
        match choice {
            15..25 => self.delete(index).await,
            25..45 => {
                self.write(index, |client, id, text| {
                    let request = UpdateUserRequest::new().first_name(text);
                    client.users().update(id, &request)
                })
                .await
            }
            45..60 => {
                self.write(index, |client, id, text| {
                    let metadata = MetadataPatch::new().set("last", text);
                    client.users().update_metadata(id, &UpdateUserMetadataRequest::new().public_metadata(metadata))
                })
                .await
            }
            60..70 => self.write(index, |client, id, _| client.users().ban(id)).await,
            70..80 => self.write(index, |client, id, _| client.users().unban(id)).await,
            _ => self.find(index).await,
        }
    }

    /// `create` is never sent twice: where its outcome is unknown, the external id tells.
    async fn create(&mut self) {
        self.made += 1;
        let external_id = format!("soak-{}-{}", self.name, self.made);
        let request = CreateUserRequest::new().username(external_id.replace('-', "_")).external_id(&external_id);
        match self.client.users().create(&request).await {
            Ok(user) => self.users.push(user.into()),
            Err(error) => {
                self.figures.failed(&error);
                if error.may_have_run() {
                    self.adopt(&external_id).await;
                }
            }
        }
    }

    async fn adopt(&mut self, external_id: &str) {
        let query = ListUsers::new().external_id(external_id);
        let found = self.until_answered(|client| client.users().all(&query)).await;
        self.users.extend(found.into_iter().map(Belief::from));
    }

    async fn delete(&mut self, index: usize) {
        let id = self.users[index].id.clone();
        match self.client.users().delete(&id).absent_is_ok().await {
            Ok(_) => drop(self.users.swap_remove(index)),
            Err(error) => self.look(index, &error).await,
        }
    }

    async fn write(&mut self, index: usize, call: impl Fn(&Client, &str, String) -> clerk_client::Call<User>) {
        let text = format!("v{}", self.random.u32(..));
        match call(&self.client, &self.users[index].id, text).await {
            Ok(user) => self.users[index] = user.into(),
            Err(error) => self.look(index, &error).await,
        }
    }

    async fn find(&mut self, index: usize) {
        match self.client.users().find(&self.users[index].id).await {
            Ok(user) => self.figures.found(Belief::from(user) == self.users[index]),
            Err(error) => self.figures.failed(&error),
        }
    }

    /// After a write that failed: only where it may have run is there anything to learn.
    async fn look(&mut self, index: usize, error: &Error) {
        self.figures.failed(error);
        if !error.may_have_run() {
            return;
        }
        let id = self.users[index].id.clone();
        match self.until_answered(|client| client.users().find(&id).absent_is_ok()).await {
            Some(user) => self.users[index] = user.into(),
            None => drop(self.users.swap_remove(index)),
        }
    }

    async fn until_answered<C, T>(&self, ask: impl Fn(&Client) -> C) -> T
    where
        C: IntoFuture<Output = Result<T>, IntoFuture: Send>,
    {
        loop {
            match ask(&self.client).await {
                Ok(answer) => return answer,
                Err(error) => self.figures.failed(&error),
            }
        }
    }
}
