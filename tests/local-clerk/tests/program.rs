#[cfg(unix)]
use std::io::{BufRead, BufReader, Read};
#[cfg(unix)]
use std::process::Child;
use std::process::{Command, Output, Stdio};

use crate::support::Clerk;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_local-clerk"));
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn refused(arguments: &[&str]) -> String {
    let Output { status, stderr, .. } = program(arguments).output().expect("the program");
    assert!(!status.success());
    String::from_utf8_lossy(&stderr).into_owned()
}

/// The URL and the key that a started program prints.
#[cfg(unix)]
fn printed(running: &mut Child) -> (String, String) {
    let mut lines = BufReader::new(running.stdout.as_mut().expect("stdout")).lines();
    let mut value = |name: &str| {
        let line = lines.next().expect("a line").expect("text");
        line.strip_prefix(name).expect("the name").to_owned()
    };
    (value("CLERK_API_URL="), value("CLERK_SECRET_KEY="))
}

#[cfg(unix)]
#[tokio::test]
async fn it_prints_what_to_use_logs_requests_and_stops_on_ctrl_c() {
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/sdk/seed.json");
    let mut running = program(&["--seed-file", seed, "--users", "3"]).spawn().expect("the program");
    let (url, key) = printed(&mut running);
    let http = reqwest::Client::new();
    let count = http.get(format!("{url}/users/count")).bearer_auth(&key).send().await.expect("a reply");
    assert_eq!(count.json::<serde_json::Value>().await.expect("JSON")["total_count"], 5);
    http.get(format!("{url}/users")).send().await.expect("a reply");
    let interrupted = Command::new("kill").args(["-INT", &running.id().to_string()]).status().expect("kill");
    assert!(interrupted.success());
    assert!(running.wait().expect("an end").success());
    let mut log = String::new();
    running.stderr.take().expect("stderr").read_to_string(&mut log).expect("text");
    assert_eq!(log, "GET /v1/users/count -> 200\nGET /v1/users -> 401\n");
}

#[tokio::test]
async fn bad_arguments_are_refused_with_a_reason() {
    assert!(refused(&["--port", "99999"]).contains("99999 is not in 0..=65535"));
    assert!(refused(&["--port", "http"]).contains("invalid digit"));
    assert!(refused(&["--prot", "1"]).contains("unexpected argument '--prot'"));
    assert!(refused(&["--api-version", "2020-01-01"]).contains("no version of this date"));
    assert!(refused(&["--seed-file", "/nowhere/users.json"]).contains("/nowhere/users.json"));
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let other = Clerk::start().await;
    let port = other.local.base_url().trim_end_matches("/v1").rsplit(':').next().expect("a port").to_owned();
    assert!(refused(&["--port", &port]).contains(&format!("port {port} cannot be had")));
}

#[tokio::test]
async fn a_bad_seed_file_is_refused_by_line() {
    let file = std::env::temp_dir().join(format!("local-clerk-{}.json", std::process::id()));
    std::fs::write(&file, "{\n\"users\": [\n{}]}").expect("a file");
    let error = refused(&["--seed-file", &file.to_string_lossy()]);
    std::fs::remove_file(&file).expect("the file");
    assert!(error.contains(".json: line 3: missing field `create`"), "{error}");
}

#[cfg(unix)]
struct Running(Child);

#[cfg(unix)]
impl Running {
    fn start(arguments: &[&str]) -> (Self, String, String) {
        let mut child = program(arguments).spawn().expect("the program");
        let (url, key) = printed(&mut child);
        (Self(child), url, key)
    }

    fn tell(&self, signal: &str) {
        let told = Command::new("kill").args([signal, &self.0.id().to_string()]).status().expect("kill");
        assert!(told.success());
    }

    /// Waits for the end, which must come by itself.
    fn end(mut self) {
        for _ in 0..500 {
            if let Some(status) = self.0.try_wait().expect("a status") {
                assert!(status.success(), "{status}");
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        let _ = self.0.kill();
        panic!("still running");
    }
}

#[cfg(unix)]
async fn ask(url: &str, key: &str, times: usize) {
    let http = reqwest::Client::new();
    for _ in 0..times {
        let reply = http.get(format!("{url}/users/count")).bearer_auth(key).send().await.expect("a reply");
        assert_eq!(reply.status(), 200);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_log_that_nobody_reads_holds_nothing_up() {
    let (running, url, key) = Running::start(&[]);
    ask(&url, &key, 4000).await;
    running.tell("-TERM");
    running.end();
}

#[cfg(unix)]
#[tokio::test]
async fn a_log_that_is_closed_holds_nothing_up() {
    let (mut running, url, key) = Running::start(&[]);
    drop(running.0.stderr.take());
    ask(&url, &key, 50).await;
    running.tell("-INT");
    running.end();
}

/// The seed file is a pipe that is never closed, so that the start cannot come to its end.
#[cfg(unix)]
#[test]
fn it_ends_at_once_while_it_is_still_being_set_up() {
    let files = [".json", "-export.json"].map(|end| format!("local-clerk-pipe-{}{end}", std::process::id()));
    let [pipe, export] = files.map(|name| std::env::temp_dir().join(name));
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let arguments = ["--seed-file", &*pipe.to_string_lossy(), "--export-on-exit", &*export.to_string_lossy()];
    let running = Running(program(&arguments).spawn().expect("the program"));
    // Opened once the program has opened it for reading.
    let writer = std::fs::OpenOptions::new().write(true).open(&pipe).expect("the pipe");
    running.tell("-INT");
    running.end();
    drop(writer);
    std::fs::remove_file(&pipe).expect("the pipe");
    assert!(!export.exists(), "an export of what was not there yet");
}

#[cfg(unix)]
#[tokio::test]
async fn it_ends_whatever_clients_do() {
    let (running, url, _) = Running::start(&["--quiet"]);
    let address = url.trim_start_matches("http://").trim_end_matches("/v1").to_owned();
    let unfinished: [&[u8]; 2] = [b"POST /v1/users HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{", b"GET /v1/us"];
    let mut streams = Vec::new();
    for bytes in unfinished {
        let mut stream = std::net::TcpStream::connect(&address).expect("a connection");
        std::io::Write::write_all(&mut stream, bytes).expect("half a request");
        streams.push(stream);
    }
    running.tell("-TERM");
    running.end();
}

#[cfg(unix)]
#[tokio::test]
async fn the_state_outlives_the_program_where_that_is_asked_for() {
    let file = std::env::temp_dir().join(format!("local-clerk-export-{}.json", std::process::id()));
    let path = file.to_string_lossy().into_owned();
    let (running, ..) = Running::start(&["--users", "3", "--export-on-exit", &path]);
    running.tell("-INT");
    running.end();
    let (running, url, key) = Running::start(&["--import", &path, "--host", "0.0.0.0"]);
    std::fs::remove_file(&file).expect("the export");
    let count =
        reqwest::Client::new().get(format!("{url}/users/count")).bearer_auth(key).send().await.expect("a reply");
    assert_eq!(count.json::<serde_json::Value>().await.expect("JSON")["total_count"], 3);
    running.tell("-INT");
    running.end();
}

#[cfg(unix)]
#[tokio::test]
async fn every_option_of_the_library_is_one_of_the_program() {
    let arguments = [
        "--secret-key",
        "sk_test_a",
        "--secret-key",
        "sk_test_b",
        "--instance-per-key",
        "--rate-limits",
        "production",
        "--api-version",
        "2025-11-10",
        "--without-bans",
        "--require-password",
        "--require-email-address",
        "--oauth-provider",
        "oauth_x",
        "--lockout",
        "60",
        "--latency",
        "1",
        "--journal",
        "5",
        "--journal-bytes",
        "1000",
        "--seed",
        "7",
        "--frozen-at",
        "5000",
        "--control",
        "--allow-host",
        "clerk",
        "--quiet",
    ];
    let (running, url, key) = Running::start(&arguments);
    assert_eq!(key, "sk_test_a");
    let control = url.replace("/v1", "/_local");
    let get = async |path: &str| {
        let reply = reqwest::Client::new()
            .get(format!("{control}/{path}"))
            .header("host", "clerk")
            .send()
            .await
            .expect("a reply");
        reply.json::<serde_json::Value>().await.expect("JSON")
    };
    let settings = get("settings").await;
    for (name, value) in [
        ("default_api_version", serde_json::json!("2025-11-10")),
        ("can_ban", serde_json::json!(false)),
        ("requires_password", serde_json::json!(true)),
        ("requires_email_address", serde_json::json!(true)),
        ("oauth_providers", serde_json::json!(["oauth_x"])),
        ("lockout_ms", serde_json::json!(60_000)),
        ("latency_ms", serde_json::json!(1)),
        ("rate_limits", serde_json::json!({ "create": 1000, "other": 1000, "per_user": 10 })),
    ] {
        assert_eq!(settings[name], value, "{name}");
    }
    assert_eq!(get("clock").await, serde_json::json!({ "now_ms": 5000, "frozen": true }));
    running.tell("-INT");
    running.end();
}
