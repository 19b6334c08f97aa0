//! Clerk's Backend API on loopback, for tests: the operations on users, with state, Clerk's own checks, shapes and errors.
//!
//! ```
//! # async fn example() -> std::io::Result<()> {
//! use local_clerk::{Fault, LocalClerk, Operation};
//!
//! let clerk = LocalClerk::start().await?;
//! // Point the program under test at clerk.base_url(), with clerk.secret_key().
//! clerk.faults().add(Fault::status(429).retry_after("1").on(Operation::Create));
//! // … run it …
//! assert_eq!(clerk.faults().remaining(), 1);
//! clerk.shutdown().await;
//! # Ok(())
//! # }
//! ```
//!
//! # Choices
//!
//! Clerk does not document everything. Where its behaviour is not known for certain, this is what the local Clerk does:
//!
//! - Without a version, a request is answered as of 2026-05-12; [`Builder::default_api_version`] changes that.
//! - The versions 2021-02-05 and 2024-10-01 show users with the 39 members documented in January 2025, the later ones all 46 and
//!   `requires_password_reset`. Verification objects carry their `object` tag in every version.
//! - `POST /users/{id}/totp` (`create_totp`) works up to 2025-11-10 and is 410 `operation_deprecated` in 2026-05-12.
//! - An unescaped `+` in a query string is a space. Times of OAuth tokens are milliseconds.
//! - A request over the rate limit is not carried out. Neither is it counted.
//! - Users that a SCIM directory manages refuse `PATCH /users/{id}` with 409 `user_managed_by_scim`, and nothing else.
//! - Deleting a profile image that is not there is 404 `image_not_found`.
//! - `DeletedObject` has `external_id` from 2025 on, when a user had one.
//! - A missing `Authorization` header is answered like a malformed one. The key is checked before the path.
//! - `limit` below 1 and negative `offset` are 422 `form_param_value_invalid`; an unknown `order_by` too.
//! - Different filters of a list all have to hold. E-mail addresses, usernames and wallets are compared without case.
//! - Users without a value come last in ascending order. Users of one creation time are in the order they were created in.
//! - A new user needs an e-mail address, phone number, wallet or username, unless `skip_user_requirement` is set.
//! - `null` in place of a whole metadata value changes nothing in `PATCH`, and is stored in `PUT`.
//! - A code of another length than six is `totp_invalid_length`, unless it could be one of the user's backup codes.
//! - A method that a path does not have is 405 `method_not_allowed`, which is no code of Clerk's.
//! - Passwords are hashed with argon2id at a very low cost. Digests of bcrypt, argon2i, argon2id, bcrypt_sha256_django, md5, sha256 and
//!   the pbkdf2 family are verified; those of the other hashers are accepted unread, and match no password.
//! - Rate limits are fixed windows of ten seconds, per key and operation.

mod app;
mod body;
mod broken_body;
mod builder;
mod clock;
mod control;
mod digest;
mod faults;
mod gate;
mod identifiers;
mod journal;
mod limits;
mod listing;
mod log;
mod metadata;
mod mfa;
mod operation;
mod operations;
mod password;
mod problem;
mod query;
mod random;
mod reply;
mod seed;
mod server;
mod settings;
mod state;
mod version;

use std::io;
use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use axum::http::{HeaderMap, Method};
pub use builder::Builder;
pub use bytes::Bytes;
pub use clock::Clock;
pub use faults::{Fault, Faults};
pub use journal::{Effect, Received, What};
pub use limits::RateLimits;
pub use operation::{Operation, UnknownOperation};
pub use seed::{
    EnterpriseAccount, ExternalAccount, Invitation, Membership, OauthToken, Organization, SeedError, Seeder,
};
pub use state::verification::Verification;
pub use version::ApiVersion;

/// A running local Clerk. Dropping it stops it; any number can run side by side, each with its own users.
#[derive(Debug)]
pub struct LocalClerk {
    base_url: String,
    app: Arc<app::App>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl LocalClerk {
    /// Starts one with the defaults on a free port of 127.0.0.1, in the current Tokio runtime.
    ///
    /// # Errors
    /// If no port can be had.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Options.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The base URL, such as `http://127.0.0.1:4010/v1`.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The key it accepts; the first one if there are more.
    pub fn secret_key(&self) -> &str {
        self.app.settings.secret_keys.first().map_or("", String::as_str)
    }

    /// The clock it lives by.
    pub fn clock(&self) -> &Clock {
        &self.app.clock
    }

    /// Sets up what the API cannot create.
    pub fn seed(&self) -> Seeder<'_> {
        Seeder::new(&self.app)
    }

    /// The faults to come.
    pub fn faults(&self) -> &Faults {
        &self.app.faults
    }

    /// The requests received so far, oldest first.
    pub fn journal(&self) -> Vec<Received> {
        self.app.journal.received()
    }

    /// What the requests changed so far, oldest first.
    pub fn effects(&self) -> Vec<Effect> {
        self.app.journal.effects()
    }

    /// Forgets the requests and effects so far.
    pub fn clear_journal(&self) {
        self.app.journal.clear();
    }

    /// How many users there are.
    pub fn user_count(&self) -> usize {
        self.app.state.read().len()
    }

    /// The ids of a user's active sessions.
    pub fn sessions(&self, user_id: &str) -> Vec<String> {
        self.app.state.read().user(user_id).map(|user| user.sessions.clone()).unwrap_or_default()
    }

    /// Stops accepting connections, and waits until the requests in flight are answered.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        let _ = (&mut self.task).await;
    }
}

impl Drop for LocalClerk {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        self.task.abort();
    }
}
