//! A list of users behind a transport, which can change between the pages.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clerk_client::transport::{RawResponse, Request, Transport, TransportError, TransportFuture};
use clerk_client::{Client, Url};

/// Called before each response.
type Change = Box<dyn FnMut(&mut Users) + Send>;

/// Serves `/users` as Clerk does.
#[derive(Clone)]
pub(super) struct Server {
    users: Arc<Mutex<Users>>,
    change: Arc<Mutex<Change>>,
    received: Arc<Mutex<Vec<Url>>>,
    /// How long the way to the server takes, request by request.
    latency: Arc<dyn Fn(usize) -> Duration + Send + Sync>,
    /// The largest page, whatever is asked for.
    largest: usize,
}

#[derive(Clone, Debug)]
pub(super) struct User {
    pub(super) id: String,
    pub(super) created_at: i64,
    pub(super) name: u64,
}

/// In the order of creation; users of one time in the order of their ids.
#[derive(Default)]
pub(super) struct Users {
    pub(super) all: Vec<User>,
    next: usize,
}

impl Users {
    pub(super) fn create(&mut self, created_at: i64) -> String {
        let id = format!("user_{:06}", self.next);
        self.next += 1;
        let user = User { id: id.clone(), created_at, name: (self.next as u64).wrapping_mul(0x9e37_79b9) % 1000 };
        let place = self.all.partition_point(|other| (other.created_at, &other.id) < (created_at, &user.id));
        self.all.insert(place, user);
        id
    }

    pub(super) fn delete(&mut self, id: &str) {
        self.all.retain(|user| user.id != id);
    }
}

impl Server {
    /// Users with these times of creation.
    pub(super) fn new(times: impl IntoIterator<Item = i64>) -> Self {
        let mut users = Users::default();
        times.into_iter().for_each(|time| drop(users.create(time)));
        Self {
            users: Arc::new(Mutex::new(users)),
            change: Arc::new(Mutex::new(Box::new(|_| ()))),
            received: Arc::default(),
            latency: Arc::new(|_| Duration::ZERO),
            largest: 500,
        }
    }

    pub(super) fn largest(self, largest: usize) -> Self {
        Self { largest, ..self }
    }

    pub(super) fn changing(self, change: impl FnMut(&mut Users) + Send + 'static) -> Self {
        Self { change: Arc::new(Mutex::new(Box::new(change))), ..self }
    }

    pub(super) fn latency(self, latency: impl Fn(usize) -> Duration + Send + Sync + 'static) -> Self {
        Self { latency: Arc::new(latency), ..self }
    }

    pub(super) fn client(&self) -> Client {
        Client::builder("sk_test_1").transport(self.clone()).build().unwrap()
    }

    pub(super) fn ids(&self) -> Vec<String> {
        self.users.lock().unwrap().all.iter().map(|user| user.id.clone()).collect()
    }

    pub(super) fn users(&self) -> std::sync::MutexGuard<'_, Users> {
        self.users.lock().unwrap()
    }

    /// The queries of the requests so far.
    pub(super) fn queries(&self) -> Vec<String> {
        self.received.lock().unwrap().iter().map(|url| url.query().unwrap_or_default().to_owned()).collect()
    }

    fn respond(&self, url: &Url) -> RawResponse {
        let mut users = self.users.lock().unwrap();
        (self.change.lock().unwrap())(&mut users);
        let query: HashMap<String, String> = url.query_pairs().into_owned().collect();
        if url.path().ends_with("/count") {
            return RawResponse::new(200, format!(r#"{{"total_count":{}}}"#, users.all.len()));
        }
        match page(&users.all, &query, self.largest) {
            Ok(page) => RawResponse::new(200, format!("[{}]", page.join(","))),
            Err(parameter) => RawResponse::error(422, "form_param_value_invalid", &format!("`{parameter}` is invalid")),
        }
    }
}

fn page(users: &[User], query: &HashMap<String, String>, largest: usize) -> Result<Vec<String>, &'static str> {
    let number = |name: &str| query.get(name).map(|value| value.parse::<i64>().unwrap());
    let order = query.get("order_by").map_or("-created_at", String::as_str);
    let name = order.trim_start_matches(['+', '-']);
    let mut users: Vec<&User> = users.iter().collect();
    if name != "created_at" {
        users.sort_by_key(|user| user.name);
    }
    if order.starts_with('-') {
        users.reverse();
    }
    users.retain(|user| {
        number("created_at_after").is_none_or(|after| user.created_at > after)
            && number("created_at_before").is_none_or(|before| user.created_at < before)
    });
    let offset = usize::try_from(number("offset").unwrap_or(0)).unwrap();
    let first = match query.get("starting_after") {
        Some(_) if offset > 0 || name != "created_at" => return Err("starting_after"),
        Some(id) => users.iter().position(|user| user.id == *id).ok_or("starting_after")? + 1,
        None => offset,
    };
    let limit = usize::try_from(number("limit").unwrap_or(10)).unwrap().min(largest);
    let shown = |user: &&User| format!(r#"{{"created_at":{},"id":"{}"}}"#, user.created_at, user.id);
    Ok(users.iter().skip(first).take(limit).map(shown).collect())
}

impl Transport for Server {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        Box::pin(async move {
            let url = Url::parse(&request.uri().to_string()).unwrap();
            let n = {
                let mut received = self.received.lock().unwrap();
                received.push(url.clone());
                received.len() - 1
            };
            let way = (self.latency)(n);
            tokio::time::sleep(way).await;
            let response = self.respond(&url);
            tokio::time::sleep(way).await;
            Ok::<_, TransportError>(response)
        })
    }
}
