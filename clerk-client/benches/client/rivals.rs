//! What people write by hand: the same fields in plain owned structs, metadata as `serde_json::Value`.

mod models;

use serde::de::DeserializeOwned;

use self::models::{Counted, Membership, User};
use super::task::{Outcome, Task};

pub(crate) struct ByHand {
    http: reqwest::Client,
    base: String,
    key: String,
}

impl ByHand {
    pub(crate) fn new(http: reqwest::Client, base: &str) -> Self {
        Self { http, base: base.to_owned(), key: "sk_test_bench".to_owned() }
    }

    async fn get(&self, task: Task) -> reqwest::Result<reqwest::Response> {
        let url = format!("{}{}", self.base, task.target());
        self.http.get(url).bearer_auth(&self.key).send().await?.error_for_status()
    }

    /// The usual way: `.json()`, which decodes from bytes.
    pub(crate) async fn usual(&self, task: Task) -> Outcome {
        let response = self.get(task).await?;
        Ok(match task {
            Task::Find => response.json::<User>().await?.items(),
            Task::Page | Task::Sorted => response.json::<Vec<User>>().await?.items(),
            Task::Memberships => response.json::<Counted<Membership>>().await?.items(),
        })
    }

    /// The best way: all bytes, one UTF-8 check, then from text.
    pub(crate) async fn best(&self, task: Task) -> Outcome {
        let body = self.get(task).await?.bytes().await?;
        decode_best(task, &body)
    }
}

pub(crate) fn decode_usual(task: Task, body: &[u8]) -> Outcome {
    fn decode<T: DeserializeOwned + Items>(body: &[u8]) -> Outcome {
        Ok(serde_json::from_slice::<T>(body)?.items())
    }
    match task {
        Task::Find => decode::<User>(body),
        Task::Page | Task::Sorted => decode::<Vec<User>>(body),
        Task::Memberships => decode::<Counted<Membership>>(body),
    }
}

pub(crate) fn decode_best(task: Task, body: &[u8]) -> Outcome {
    fn decode<T: DeserializeOwned + Items>(body: &[u8]) -> Outcome {
        Ok(serde_json::from_str::<T>(std::str::from_utf8(body)?)?.items())
    }
    match task {
        Task::Find => decode::<User>(body),
        Task::Page | Task::Sorted => decode::<Vec<User>>(body),
        Task::Memberships => decode::<Counted<Membership>>(body),
    }
}

/// The number of items in a response.
trait Items {
    fn items(&self) -> usize;
}

impl Items for User {
    fn items(&self) -> usize {
        usize::from(!self.id.is_empty())
    }
}

impl<T> Items for Vec<T> {
    fn items(&self) -> usize {
        self.len()
    }
}

impl<T> Items for Counted<T> {
    fn items(&self) -> usize {
        self.data.len()
    }
}
