//! Holds calls back whose endpoint has just answered 429: they would only be refused.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use reqwest::Method;
use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::deadline::{Deadline, TooLong};
use crate::request::{Endpoint, Request};

/// How many endpoints, or users of one, are remembered at most.
const MOST: usize = 1024;

/// Which endpoints are closed, and until when. Shared by all clones of a client.
#[derive(Default)]
pub(crate) struct Gate {
    /// How many turnstiles there are. Almost always none, and then nothing else is looked at.
    closed: AtomicUsize,
    turnstiles: Mutex<HashMap<Scope, Arc<Turnstile>>>,
}

/// Method and template, whoever declares them; and the path where Clerk counts each user by itself.
type Scope = (&'static str, &'static str, Option<String>);

/// Where calls to a closed endpoint wait, first come, first served.
struct Turnstile {
    opens: Mutex<Instant>,
    turn: Semaphore,
}

impl Gate {
    /// No call to the request's endpoint passes before `opens`.
    pub(crate) fn close(&self, request: &Request, opens: Instant) {
        let mut turnstiles = locked(&self.turnstiles);
        if turnstiles.len() >= MOST {
            let now = Instant::now();
            turnstiles.retain(|_, turnstile| turnstile.opens() > now);
        }
        let scope = scope(request);
        if let Some(turnstile) = turnstiles.get(&scope) {
            let mut known = locked(&turnstile.opens);
            *known = opens.max(*known);
        } else if turnstiles.len() < MOST {
            turnstiles.insert(scope, Arc::new(Turnstile { opens: Mutex::new(opens), turn: Semaphore::new(1) }));
        }
        self.closed.store(turnstiles.len(), Ordering::Release);
    }

    /// Waits until the request's endpoint is open. Dropping the future gives the place up.
    pub(crate) async fn pass(&self, request: &Request, deadline: Deadline) -> Result<(), TooLong> {
        if self.closed.load(Ordering::Acquire) == 0 {
            return Ok(());
        }
        let scope = scope(request);
        let Some(turnstile) = locked(&self.turnstiles).get(&scope).cloned() else { return Ok(()) };
        turnstile.pass(deadline).await?;
        self.forget(&scope, &turnstile);
        Ok(())
    }

    /// The endpoint is open; unless it has been closed again meanwhile.
    fn forget(&self, scope: &Scope, passed: &Arc<Turnstile>) {
        let mut turnstiles = locked(&self.turnstiles);
        let is_same = turnstiles.get(scope).is_some_and(|known| Arc::ptr_eq(known, passed));
        if is_same && passed.opens() <= Instant::now() {
            turnstiles.remove(scope);
            self.closed.store(turnstiles.len(), Ordering::Release);
        }
    }
}

impl Turnstile {
    fn opens(&self) -> Instant {
        *locked(&self.opens)
    }

    async fn pass(&self, deadline: Deadline) -> Result<(), TooLong> {
        deadline.allows(self.opens())?;
        // An error would mean that the semaphore is closed, which nobody does.
        let _turn = deadline.limit(self.turn.acquire()).await?;
        loop {
            let opens = self.opens();
            if opens <= Instant::now() {
                return Ok(());
            }
            deadline.allows(opens)?;
            tokio::time::sleep_until(opens).await;
        }
    }
}

fn scope(request: &Request) -> Scope {
    let endpoint = request.endpoint;
    let path = is_limited_per_user(endpoint).then(|| request.url.path().to_owned());
    (endpoint.method.as_str(), endpoint.path, path)
}

/// Clerk counts changes of a user, and of their metadata, by user.
fn is_limited_per_user(endpoint: &Endpoint) -> bool {
    let mut segments = endpoint.path.rsplit('/');
    let mut last = segments.next();
    if last == Some("metadata") {
        last = segments.next();
    }
    let is_change = matches!(endpoint.method, Method::PATCH | Method::PUT);
    is_change && last.is_some_and(|last| last.starts_with('{')) && segments.next() == Some("users")
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::api::users::UsersApi;

    #[test]
    fn update_and_update_metadata_are_limited_by_user() {
        let names: Vec<_> = <dyn UsersApi>::ENDPOINTS
            .iter()
            .filter(|endpoint| is_limited_per_user(endpoint))
            .map(|endpoint| endpoint.name)
            .collect();
        assert_eq!(names, ["update", "update_metadata"]);
        let replace = Endpoint::new("Own", "replace", Method::PUT, "/v1/users/{id}/metadata");
        assert!(is_limited_per_user(&replace));
    }

    #[test]
    fn the_map_is_bounded_and_forgets_what_is_open() {
        let client = crate::client::Client::new("sk_test_1").unwrap();
        let request =
            |user: usize| client.users().update(&format!("user_{user}"), &Default::default()).into_request().unwrap();
        let gate = Gate::default();
        let now = Instant::now();
        for user in 0..2 * MOST {
            gate.close(&request(user), now + Duration::from_secs(60));
        }
        assert_eq!(locked(&gate.turnstiles).len(), MOST);
        let gate = Gate::default();
        for user in 0..=MOST {
            gate.close(&request(user), now);
        }
        assert_eq!(locked(&gate.turnstiles).len(), 1);
    }
}
