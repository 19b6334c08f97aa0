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
    assert!(error.contains("line 3: missing field `create`"), "{error}");
}
