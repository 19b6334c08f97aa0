//! As many users as wanted, on a thread of their own: they are made as they are sent.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use clerk_client::{Client, RateLimit, Result, Url};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

const WINDOW: Duration = Duration::from_secs(10);
/// When the first user was created; each other one a second after the one before.
const FIRST: i64 = 1_600_000_000_000;

pub(crate) struct Server {
    base_url: String,
    state: Arc<State>,
}

struct State {
    users: usize,
    round_trip: Duration,
    limit: Option<u32>,
    /// The requests of the last ten seconds.
    window: Mutex<VecDeque<Instant>>,
    requests: AtomicUsize,
    refused: AtomicUsize,
}

impl Server {
    /// Begins to listen on loopback; it ends with the process.
    pub(crate) fn start(users: usize, round_trip: Duration, limit: Option<u32>) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a loopback port");
        let address = listener.local_addr().expect("a bound port");
        let (window, requests, refused) = (Mutex::default(), AtomicUsize::new(0), AtomicUsize::new(0));
        let state = Arc::new(State { users, round_trip, limit, window, requests, refused });
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            listener.set_nonblocking(true).expect("a listener");
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(serve(stream, Arc::clone(&shared)));
                }
            });
        });
        Self { base_url: format!("http://{address}/v1"), state }
    }

    pub(crate) fn client(&self, limit: Option<RateLimit>) -> Result<Client> {
        let builder = Client::builder("sk_live_bench").base_url(&self.base_url);
        match limit {
            Some(limit) => builder.rate_limit(limit).build(),
            None => builder.build(),
        }
    }

    pub(crate) fn users(&self) -> usize {
        self.state.users
    }

    pub(crate) fn requests(&self) -> usize {
        self.state.requests.load(Ordering::Relaxed)
    }

    pub(crate) fn refused(&self) -> usize {
        self.state.refused.load(Ordering::Relaxed)
    }
}

pub(crate) fn id(n: usize) -> String {
    format!("user_2xAbCdEfGhIjKlMnOpQr{n:07}")
}

/// A user with an email address and a password.
pub(crate) fn user(n: usize) -> String {
    let (id, at) = (id(n), created_at(n));
    format!(
        r#"{{"id":"{id}","object":"user","username":null,"first_name":"Ada","last_name":"Lovelace","locale":"en-GB","image_url":"https://img.clerk.com/eyJ0eXBlIjoiZGVmYXVsdCJ9","has_image":false,"primary_email_address_id":"idn_{n}","primary_phone_number_id":null,"primary_web3_wallet_id":null,"password_enabled":true,"two_factor_enabled":false,"totp_enabled":false,"backup_code_enabled":false,"email_addresses":[{{"id":"idn_{n}","object":"email_address","email_address":"ada{n}@example.com","reserved":false,"verification":{{"object":"verification_otp","status":"verified","strategy":"email_code","attempts":1,"expire_at":{at}}},"linked_to":[],"created_at":{at},"updated_at":{at}}}],"phone_numbers":[],"web3_wallets":[],"passkeys":[],"external_accounts":[],"saml_accounts":[],"enterprise_accounts":[],"public_metadata":{{"plan":"pro"}},"private_metadata":{{}},"unsafe_metadata":{{}},"external_id":"crm-{n}","last_sign_in_at":{at},"banned":false,"locked":false,"lockout_expires_in_seconds":null,"verification_attempts_remaining":100,"created_at":{at},"updated_at":{at},"delete_self_enabled":true,"create_organization_enabled":true,"last_active_at":{at},"mfa_enabled_at":null,"mfa_disabled_at":null,"legal_accepted_at":null,"profile_image_url":null}}"#
    )
}

fn created_at(n: usize) -> i64 {
    FIRST + 1000 * i64::try_from(n).unwrap_or(i64::MAX)
}

async fn serve(mut stream: TcpStream, state: Arc<State>) -> io::Result<()> {
    let mut received = Vec::new();
    loop {
        let head = loop {
            if let Some(end) = received.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                break received.drain(..end + 4).collect::<Vec<u8>>();
            }
            if stream.read_buf(&mut received).await? == 0 {
                return Ok(());
            }
        };
        tokio::time::sleep(state.round_trip).await;
        let line = String::from_utf8_lossy(&head);
        let target = line.split(' ').nth(1).unwrap_or_default();
        let response = match state.admit() {
            Ok(()) => respond("200 OK", "", &state.page(target)),
            Err(wait) => respond("429 Too Many Requests", &format!("retry-after: {wait}\r\n"), "{}"),
        };
        stream.write_all(response.as_bytes()).await?;
    }
}

fn respond(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\n{headers}content-length: {length}\r\n\r\n{body}")
}

impl State {
    /// Refuses what goes beyond the limit in any ten seconds; whole seconds until there is room again.
    fn admit(&self) -> std::result::Result<(), u64> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        let Some(limit) = self.limit else { return Ok(()) };
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        while window.front().is_some_and(|first| now.duration_since(*first) >= WINDOW) {
            window.pop_front();
        }
        match window.front() {
            Some(first) if window.len() >= limit as usize => {
                self.refused.fetch_add(1, Ordering::Relaxed);
                Err((WINDOW - now.duration_since(*first)).as_secs() + 1)
            }
            _ => {
                window.push_back(now);
                Ok(())
            }
        }
    }

    /// Newest first, as Clerk lists users by default.
    fn page(&self, target: &str) -> String {
        let url = Url::parse("http://localhost").and_then(|base| base.join(target)).expect("a target");
        let query: HashMap<_, _> = url.query_pairs().into_owned().collect();
        let number = |name: &str| query.get(name).and_then(|value| value.parse::<usize>().ok());
        // The number of users who are not on an earlier page.
        let before = match (query.get("starting_after"), number("created_at_before")) {
            (Some(id), _) => id.get(id.len() - 7..).and_then(|n| n.parse().ok()).unwrap_or(0),
            (None, Some(before)) => (before - 1).saturating_sub(FIRST as usize) / 1000 + 1,
            (None, None) => self.users,
        };
        let newest = before.saturating_sub(number("offset").unwrap_or(0));
        let oldest = newest.saturating_sub(number("limit").unwrap_or(10));
        let mut page = String::from("[");
        for n in (oldest..newest).rev() {
            page.push_str(&user(n));
            page.push(if n == oldest { ']' } else { ',' });
        }
        if oldest == newest {
            page.push(']');
        }
        page
    }
}
