//! Sends no more requests than Clerk takes, for those who ask for it.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::Method;
use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::deadline::{Deadline, TooLong};
use crate::request::Request;

/// Clerk's window.
const WINDOW: Duration = Duration::from_secs(10);

/// How many requests a client sends in any ten seconds; the others wait their turn, within their deadlines.
///
/// Off unless [`ClientBuilder::pacing`](crate::ClientBuilder::pacing) sets it. It is for imports and other bulk work: calls wait here
/// in order instead of being refused with 429. Clones of a client share it; other programs with the same key are not known to it.
///
/// ```
/// use std::time::Duration;
/// use clerk_client::{Client, Pacing};
///
/// let client = Client::builder("sk_test_1")
///     .pacing(Pacing::by_key().create(20))
///     .timeout(Duration::from_secs(600)) // so that calls may wait long
///     .build()?;
/// # Ok::<(), clerk_client::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Pacing {
    requests: Option<u32>,
    create: Option<u32>,
}

impl Pacing {
    /// As Clerk limits the key: 1000 requests for `sk_live_…`, 100 for any other.
    pub fn by_key() -> Self {
        Self { requests: None, create: None }
    }

    /// So many requests; 0 counts as 1.
    pub fn requests(requests: u32) -> Self {
        Self { requests: Some(requests), create: None }
    }

    /// Fewer for [`create`](crate::UsersApi::create): some instances allow 20.
    pub fn create(self, requests: u32) -> Self {
        Self { create: Some(requests), ..self }
    }
}

/// Shared by all clones of a client.
pub(crate) struct Pacer {
    all: Window,
    create: Option<Window>,
}

impl Pacer {
    pub(crate) fn new(pacing: &Pacing, secret_key: &str) -> Self {
        let of_key = if secret_key.starts_with("sk_live_") { 1000 } else { 100 };
        Self { all: Window::new(pacing.requests.unwrap_or(of_key)), create: pacing.create.map(Window::new) }
    }

    /// Waits for a turn. Dropping the future gives the place up.
    pub(crate) async fn pass(&self, request: &Request, deadline: Deadline) -> Result<(), TooLong> {
        let endpoint = request.endpoint;
        let is_create = endpoint.method == Method::POST && endpoint.path.ends_with("/users");
        if let Some(window) = self.create.as_ref().filter(|_| is_create) {
            window.pass(deadline).await?;
        }
        self.all.pass(deadline).await
    }
}

/// Exactly so many in any ten seconds, first come, first served.
struct Window {
    limit: u32,
    sent: Mutex<VecDeque<Instant>>,
    turn: Semaphore,
    waiting: AtomicU32,
}

impl Window {
    fn new(limit: u32) -> Self {
        Self { limit: limit.max(1), sent: Mutex::default(), turn: Semaphore::new(1), waiting: AtomicU32::new(0) }
    }

    async fn pass(&self, deadline: Deadline) -> Result<(), TooLong> {
        let place = Place::take(self);
        deadline.allows(self.turn_of(place.ahead))?;
        // An error would mean that the semaphore is closed, which nobody does.
        let _turn = deadline.limit(self.turn.acquire()).await?;
        let opens = self.turn_of(0);
        deadline.allows(opens)?;
        tokio::time::sleep_until(opens).await;
        self.count();
        Ok(())
    }

    /// When a request may be sent that has so many others before it, should they all be sent as soon as they may.
    fn turn_of(&self, ahead: u32) -> Instant {
        let sent = self.sent();
        let (rounds, rest) = (ahead / self.limit, ahead % self.limit);
        let free = self.limit.saturating_sub(u32::try_from(sent.len()).unwrap_or(u32::MAX));
        let blocking = rest.checked_sub(free).and_then(|index| sent.get(index as usize));
        let opens = blocking.map_or_else(Instant::now, |sent| *sent + WINDOW);
        opens + WINDOW.saturating_mul(rounds)
    }

    fn count(&self) {
        let mut sent = self.sent();
        if sent.len() >= self.limit as usize {
            sent.pop_front();
        }
        sent.push_back(Instant::now());
    }

    fn sent(&self) -> MutexGuard<'_, VecDeque<Instant>> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place in the queue, given up when dropped.
struct Place<'a> {
    window: &'a Window,
    ahead: u32,
}

impl<'a> Place<'a> {
    fn take(window: &'a Window) -> Self {
        Self { window, ahead: window.waiting.fetch_add(1, Ordering::Relaxed) }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.window.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}
