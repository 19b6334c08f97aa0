//! How fast and how large the emulator is with 100 000 users: `cargo bench -p local-clerk`.
//!
//! With a number, it only sets that many users up: `cargo bench -p local-clerk -- 1000000`.
//!
//! The requests are sent over two kept-open connections by plain sockets, so that the client's share is small.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use local_clerk::LocalClerk;

const USERS: usize = 100_000;
const FEW_USERS: usize = 1_000;
const CONNECTIONS: usize = 2;
const FOR: Duration = Duration::from_secs(2);
/// The targets.
const MOST_BYTES: usize = 2560;
const MOST_SLOWDOWN: f64 = 2.0;
const LEAST_SEARCHES: f64 = 200.0;
const LONGEST_START: Duration = Duration::from_millis(10);
const LONGEST_SEED_FILE: Duration = Duration::from_secs(5);
const LONGEST_WAIT: Duration = Duration::from_millis(100);
/// A digest that takes some 100 ms to check.
const SLOW_DIGEST: &str = "$2b$11$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

#[allow(clippy::print_stdout, clippy::expect_used)]
fn main() {
    if let Some(count) = std::env::args().find_map(|argument| argument.parse().ok()) {
        return set_up(count);
    }
    let mut missed = Vec::new();
    let mut hold = |name: &str, holds: bool| {
        if !holds {
            missed.push(name.to_owned());
        }
    };
    let started = fastest(|| LocalClerk::start_blocking().expect("a free port"));
    println!("start, empty:         {:>9.1} ms", started.as_secs_f64() * 1000.0);
    hold("start", started <= LONGEST_START);

    let few = with_users(FEW_USERS);
    let before = resident();
    let seeding = Instant::now();
    let many = with_users(USERS);
    let (seconds, bytes) = (seeding.elapsed().as_secs_f64(), resident().saturating_sub(before) / USERS);
    println!("{USERS} made-up users in {seconds:.1} s, {bytes} bytes of memory each");
    hold("memory", bytes < MOST_BYTES);

    let file = seed_file();
    let loading = Instant::now();
    drop(LocalClerk::builder().seed_file(file).start_blocking().expect("a start"));
    println!("seed file of {USERS}: {:>9.1} s", loading.elapsed().as_secs_f64());
    hold("seed file", loading.elapsed() <= LONGEST_SEED_FILE);

    let id = first_id(&many);
    for (name, path, least) in [
        ("find", format!("/v1/users/{id}"), 0.0),
        ("page of 500", "/v1/users?limit=500".to_owned(), 0.0),
        ("page at the middle", "/v1/users?limit=500&offset=50000".to_owned(), 0.0),
        ("partial, one hit", "/v1/users?query=user77777".to_owned(), LEAST_SEARCHES),
        ("partial, 11 112 hits", "/v1/users?query=user_1".to_owned(), LEAST_SEARCHES),
        ("partial, all hit", "/v1/users?query=example.com".to_owned(), LEAST_SEARCHES),
        ("partial username", "/v1/users?username_query=user_7".to_owned(), LEAST_SEARCHES),
        ("by username", "/v1/users?order_by=username".to_owned(), LEAST_SEARCHES),
        ("by last name, down", "/v1/users?order_by=-last_name".to_owned(), LEAST_SEARCHES),
        ("created after", "/v1/users?created_at_after=1767275600000".to_owned(), LEAST_SEARCHES),
        ("banned", "/v1/users?banned=true".to_owned(), LEAST_SEARCHES),
        ("count of those active", "/v1/users/count?last_active_at_after=1".to_owned(), LEAST_SEARCHES),
    ] {
        let rate = rate(&many, &path);
        println!("{name:<22}{rate:>9.0} requests/s");
        hold(name, rate >= least);
    }
    for (name, few_path, many_path) in [
        (
            "e-mail",
            "/v1/users?email_address=user500@example.com".to_owned(),
            "/v1/users?email_address=user50000@example.com".to_owned(),
        ),
        ("id", format!("/v1/users?user_id={}", first_id(&few)), format!("/v1/users?user_id={id}")),
    ] {
        let (of_few, of_many) = (rate(&few, &few_path), rate(&many, &many_path));
        println!("filter by {name:<12}{of_many:>9.0} requests/s, {of_few:.0} among {FEW_USERS}");
        hold(name, of_few / of_many < MOST_SLOWDOWN);
    }
    let slow = many
        .seed()
        .user(serde_json::json!({ "username": "slow", "password_digest": SLOW_DIGEST, "password_hasher": "bcrypt" }));
    let verify = format!("/v1/users/{}/verify_password", slow.expect("a user"));
    let search = "/v1/users?query=example.com".to_owned();
    for (name, busy, path, body) in
        [("four searches", 4, search, ""), ("six slow digests", 6, verify, r#"{"password":"wrong"}"#)]
    {
        let wait = wait_beside(&many, busy, &path, body, &id);
        println!("find beside {name}: {:.1} ms at most, for 99 of 100", wait.as_secs_f64() * 1000.0);
        hold(name, wait < LONGEST_WAIT);
    }
    assert!(missed.is_empty(), "targets missed: {missed:?}");
}

#[allow(clippy::print_stdout)]
fn set_up(count: usize) {
    let started = Instant::now();
    let clerk = with_users(count);
    let seconds = started.elapsed().as_secs_f64();
    let [now, peak] = ["VmRSS:", "VmHWM:"].map(|name| memory(name) / count.max(1));
    println!("{} made-up users in {seconds:.1} s, {now} bytes of memory each, {peak} at most", clerk.user_count());
}

/// The fastest of ten: what the machine does beside does not count.
fn fastest<T>(mut act: impl FnMut() -> T) -> Duration {
    let times = (0..10).map(|_| {
        let started = Instant::now();
        let made = act();
        let took = started.elapsed();
        drop(made);
        took
    });
    times.min().unwrap_or_default()
}

fn seed_file() -> String {
    let users = (0..USERS).map(|n| {
        format!(r#"{{"key":"u{n}","create":{{"email_address":["user{n}@example.com"],"username":"user_{n}","first_name":"User","public_metadata":{{"n":{n}}}}}}}"#)
    });
    format!("{{\"users\":[\n{}\n]}}", users.collect::<Vec<_>>().join(",\n"))
}

#[allow(clippy::expect_used)]
fn with_users(users: usize) -> LocalClerk {
    LocalClerk::builder().seed(1).journal_capacity(0).users(users).start_blocking().expect("a start")
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

/// How long 99 of 100 requests for one user take at most, while others ask for something slow all the time.
fn wait_beside(clerk: &LocalClerk, busy: usize, path: &str, body: &str, id: &str) -> Duration {
    let is_over = AtomicBool::new(false);
    let mut waits = Vec::new();
    std::thread::scope(|scope| {
        for _ in 0..busy {
            scope.spawn(|| {
                let mut connection = Connection::open(clerk);
                while !is_over.load(Ordering::Relaxed) {
                    connection.send(clerk, if body.is_empty() { "GET" } else { "POST" }, path, body);
                }
            });
        }
        let mut connection = Connection::open(clerk);
        let started = Instant::now();
        while started.elapsed() < FOR {
            let sent = Instant::now();
            connection.get(clerk, &format!("/v1/users/{id}"));
            waits.push(sent.elapsed());
            std::thread::sleep(Duration::from_millis(2));
        }
        is_over.store(true, Ordering::Relaxed);
    });
    waits.sort_unstable();
    waits.get(waits.len() * 99 / 100).copied().unwrap_or_default()
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
        let (status, body) = self.send(clerk, "GET", path, "");
        assert_eq!(status, 200, "{path}");
        body
    }

    fn send(&mut self, clerk: &LocalClerk, method: &str, path: &str, body: &str) -> (u16, Vec<u8>) {
        let (key, bytes) = (clerk.secret_key(), body.len());
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {key}\r\ncontent-type: application/json\r\ncontent-length: {bytes}\r\n\r\n{body}"
        );
        self.0.get_mut().write_all(request.as_bytes()).expect("a request");
        let (mut line, mut status, mut length) = (String::new(), 0, 0);
        while line != "\r\n" {
            line.clear();
            self.0.read_line(&mut line).expect("a header");
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                status = rest.get(..3).and_then(|code| code.parse().ok()).expect("a status");
            }
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).expect("a body");
        (status, body)
    }
}

#[allow(clippy::expect_used)]
fn first_id(clerk: &LocalClerk) -> String {
    let body = Connection::open(clerk).get(clerk, "/v1/users?limit=1&order_by=created_at");
    let users: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
    users[0]["id"].as_str().expect("an id").to_owned()
}

fn resident() -> usize {
    memory("VmRSS:")
}

/// A figure of the process's memory in bytes; 0 where the system does not tell.
fn memory(name: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kilobytes.unwrap_or(0) * 1024
}
