//! How fast and how large the local Clerk is with 100 000 users: `cargo bench -p local-clerk`.
//!
//! The requests are sent over two kept-open connections by plain sockets, so that the client's share is small.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use local_clerk::LocalClerk;

const USERS: usize = 100_000;
const FEW_USERS: usize = 1_000;
const CONNECTIONS: usize = 2;
const FOR: Duration = Duration::from_secs(2);
/// The targets: bytes a user, and how much slower a filter may be among a hundred times as many users.
const MOST_BYTES: usize = 8 * 1024;
const MOST_SLOWDOWN: f64 = 2.0;

#[allow(clippy::print_stdout, clippy::expect_used)]
fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let few = runtime.block_on(started(FEW_USERS));
    let before = resident();
    let seeding = Instant::now();
    let many = runtime.block_on(started(USERS));
    let (seconds, bytes) = (seeding.elapsed().as_secs_f64(), resident().saturating_sub(before) / USERS);
    println!("{USERS} users seeded in {seconds:.1} s, {bytes} bytes of memory each");

    let id = first_id(&many);
    println!("find:               {:>9.0} requests/s", rate(&many, &format!("/v1/users/{id}")));
    println!("page of 500:        {:>9.0} requests/s", rate(&many, "/v1/users?limit=500"));
    println!("page at the middle: {:>9.0} requests/s", rate(&many, "/v1/users?limit=500&offset=50000"));
    println!("partial query:      {:>9.0} requests/s", rate(&many, "/v1/users?query=user77777"));

    let mut slowdowns = Vec::new();
    for (name, few_path, many_path) in [
        (
            "e-mail",
            "/v1/users?email_address=user500@example.com".to_owned(),
            "/v1/users?email_address=user50000@example.com".to_owned(),
        ),
        ("id", format!("/v1/users?user_id={}", first_id(&few)), format!("/v1/users?user_id={id}")),
    ] {
        let (of_few, of_many) = (rate(&few, &few_path), rate(&many, &many_path));
        println!("filter by {name:<9} {of_many:>9.0} requests/s, {of_few:.0} among {FEW_USERS}");
        slowdowns.push(of_few / of_many);
    }
    assert!(bytes < MOST_BYTES, "a user takes {bytes} bytes");
    assert!(slowdowns.iter().all(|slowdown| *slowdown < MOST_SLOWDOWN), "filters slow down with users: {slowdowns:?}");
}

#[allow(clippy::expect_used)]
async fn started(users: usize) -> LocalClerk {
    let clerk = LocalClerk::builder().seed(1).journal_capacity(0).start().await.expect("a free port");
    clerk.seed().users(users).expect("users");
    clerk
}

/// Requests a second over all connections.
#[allow(clippy::expect_used)]
fn rate(clerk: &LocalClerk, path: &str) -> f64 {
    let started = Instant::now();
    let sent: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(|| hammer(clerk, path))).collect();
        workers.into_iter().map(|worker| worker.join().expect("a worker")).sum()
    });
    sent as f64 / started.elapsed().as_secs_f64()
}

fn hammer(clerk: &LocalClerk, path: &str) -> usize {
    let mut connection = Connection::open(clerk);
    let (started, mut sent) = (Instant::now(), 0);
    while started.elapsed() < FOR {
        connection.get(clerk, path);
        sent += 1;
    }
    sent
}

struct Connection(BufReader<TcpStream>);

#[allow(clippy::expect_used)]
impl Connection {
    fn open(clerk: &LocalClerk) -> Self {
        let address = clerk.base_url().trim_start_matches("http://").trim_end_matches("/v1");
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        Self(BufReader::with_capacity(256 * 1024, stream))
    }

    fn get(&mut self, clerk: &LocalClerk, path: &str) -> Vec<u8> {
        let key = clerk.secret_key();
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {key}\r\n\r\n");
        self.0.get_mut().write_all(request.as_bytes()).expect("a request");
        let (mut line, mut length) = (String::new(), 0);
        while line != "\r\n" {
            line.clear();
            self.0.read_line(&mut line).expect("a header");
            assert!(!line.starts_with("HTTP/1.1") || line.starts_with("HTTP/1.1 200"), "{line}");
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).expect("a body");
        body
    }
}

#[allow(clippy::expect_used)]
fn first_id(clerk: &LocalClerk) -> String {
    let body = Connection::open(clerk).get(clerk, "/v1/users?limit=1&order_by=created_at");
    let users: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
    users[0]["id"].as_str().expect("an id").to_owned()
}

/// The process's memory in bytes; 0 where the system does not tell.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kilobytes.unwrap_or(0) * 1024
}
