//! Several processes and one limit, with a store that the tests start themselves on loopback.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
#![allow(clippy::print_stderr, reason = "a skipped test says so")]

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use local_clerk::{LocalClerk, RateLimits};

const SECOND: Duration = Duration::from_secs(1);
/// Where a timer is later than this, the machine has no time for the test.
const TOO_LATE: u64 = 150;

/// A Valkey or Redis of the test's own; it ends with it.
struct Store {
    port: u16,
    process: Child,
}

impl Store {
    /// `None`, and a word about it, where neither is installed.
    fn start() -> Option<Self> {
        let port = free_port();
        for program in ["valkey-server", "redis-server"] {
            let mut command = Command::new(program);
            command.args(["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--port", &port.to_string()]);
            let Ok(process) = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() else { continue };
            let store = Self { port, process };
            while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
                std::thread::sleep(SECOND / 50);
            }
            return Some(store);
        }
        eprintln!("skipped: there is neither valkey-server nor redis-server (apt-get install redis-server)");
        None
    }

    fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// What the processes counted together.
#[derive(Debug, Default)]
struct Counted {
    good: u64,
    refused: u64,
    latest: u64,
}

struct Fleet<'a> {
    clerk: &'a LocalClerk,
    port: u16,
    limit: u32,
}

impl Fleet<'_> {
    async fn run(&self, processes: usize, time: Duration) -> Counted {
        let one = || {
            let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_fleet-worker"));
            command.arg(format!("redis://127.0.0.1:{}", self.port)).arg("clerk:test");
            command.args([self.clerk.base_url(), self.clerk.secret_key()]);
            command.arg(self.limit.to_string()).arg(time.as_secs_f64().to_string());
            command.kill_on_drop(true).output()
        };
        let mut all = Counted::default();
        for output in futures_util::future::join_all((0..processes).map(|_| one())).await {
            let output = output.unwrap();
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let numbers: Vec<u64> = text.split_whitespace().map(|number| number.parse().unwrap()).collect();
            let &[good, bad, refused, latest] = numbers.as_slice() else { panic!("{text:?}") };
            assert_eq!(bad, 0, "{}", String::from_utf8_lossy(&output.stderr));
            (all.good, all.refused, all.latest) = (all.good + good, all.refused + refused, all.latest.max(latest));
        }
        all
    }
}

#[tokio::test]
async fn four_processes_use_95_percent_of_a_limit_together_and_see_no_429() {
    for _ in 0..3 {
        let Some(store) = Store::start() else { return };
        let clerk = LocalClerk::builder().rate_limits(RateLimits::production()).start().await.unwrap();
        let fleet = Fleet { clerk: &clerk, port: store.port, limit: 1000 };
        let counted = fleet.run(4, SECOND * 20).await;
        if counted.latest > TOO_LATE {
            eprintln!("once more: a timer was {} ms late", counted.latest);
            continue;
        }
        eprintln!("{:.1} % of the limit used: {counted:?}", counted.good as f64 / 20.0);
        assert_eq!(counted.refused, 0, "{counted:?}");
        assert!((1900..=2000).contains(&counted.good), "{counted:?}");
        return;
    }
    eprintln!("skipped: this machine is too busy for the test");
}

#[tokio::test]
async fn without_a_store_each_process_goes_on_under_its_own_limit() {
    let clerk = LocalClerk::start().await.unwrap();
    let fleet = Fleet { clerk: &clerk, port: free_port(), limit: 20 };
    let counted = fleet.run(2, SECOND * 8).await;
    // Each may send 19 in ten seconds.
    assert!(counted.refused == 0 && (20..=38).contains(&counted.good), "{counted:?}");
}

#[tokio::test]
async fn calls_go_on_when_the_store_is_lost_meanwhile() {
    let Some(mut store) = Store::start() else { return };
    let clerk = LocalClerk::builder().journal_capacity(1_000_000).journal_bytes(1 << 30).start().await.unwrap();
    let fleet = Fleet { clerk: &clerk, port: store.port, limit: 1_000_000 };
    let lost = async {
        tokio::time::sleep(SECOND * 2).await;
        store.stop();
        tokio::time::sleep(SECOND).await;
        clerk.journal().len()
    };
    let (counted, before) = tokio::join!(fleet.run(2, SECOND * 6), lost);
    let after = clerk.journal().len();
    assert!(before > 0 && after > before, "{before} requests, then {after}: {counted:?}");
}
