//! An emulator of Clerk's Backend API for tests: users, organizations, sessions and what an instance has, with state, Clerk's own
//! checks, shapes and errors.
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
//! Clerk does not document everything. Where its behaviour is not known for certain, this is what the emulator does:
//!
//! - A request without a version is served as of 2026-05-12; [`Builder::default_api_version`] changes that.
//! - The versions 2021-02-05 and 2024-10-01 show users with the 39 members documented in January 2025, the later ones all 46 and
//!   `requires_password_reset`. Verification objects carry their `object` tag in every version.
//! - `POST /users/{id}/totp` (`create_totp`) works up to 2025-11-10 and is 410 `operation_deprecated` in 2026-05-12.
//! - An unescaped `+` in a query string is a space. Times of OAuth tokens are milliseconds.
//! - A request over a rate limit is not carried out, and counts towards no limit.
//! - Users that a SCIM directory manages refuse `PATCH /users/{id}` with 409 `user_managed_by_scim`, and nothing else.
//! - Deleting a profile image that is not there is 404 `image_not_found`.
//! - `DeletedObject` has `external_id` from 2025 on, when a user had one.
//! - A missing `Authorization` header is treated like a malformed one. The key is checked before the path.
//! - `limit` below 1 and negative `offset` are 422 `form_param_value_invalid`; an unknown `order_by` too.
//! - Different filters of a list all have to hold. E-mail addresses, usernames and Ethereum's wallets are compared without case.
//! - Users without a value come last in ascending order, equal ones in the order they were created in. Descending is the reverse.
//! - A new user needs an e-mail address, phone number, wallet or username, unless `skip_user_requirement` is set.
//! - `null` in place of a whole metadata value changes nothing in `PATCH`, and is stored in `PUT`.
//! - A code of another length than six is `totp_invalid_length`, unless it could be one of the user's backup codes.
//! - A method that a path does not have is 405 `method_not_allowed`, which is no code of Clerk's.
//! - Passwords are hashed with argon2id at a very low cost. Digests of bcrypt, argon2i, argon2id, bcrypt_sha256_django, md5, sha256 and
//!   the pbkdf2 family are verified; those of the other hashers are accepted unread, and match no password.
//! - Rate limits are fixed windows of ten seconds, per key and operation.
//! - An input's unknown, missing and wrong members all come in one answer, before anything is looked for: 422 comes before 404.
//! - A verified or reserved identification keeps everybody else from using it, an unverified one does not.
//! - A request that changes nothing leaves `updated_at` alone. A change of something that belongs to a user is a change of the user.
//! - An e-mail address is linked to the external accounts of its user that have the same address.
//! - A partial filter without a text filters nothing.
//! - E-mail addresses are ASCII: a dot-atom and a host name of two labels or more. Names have at most 256 characters, none of them a
//!   control character; lists in bodies at most 100 items.
//! - A TOTP code counts once. Argon2 digests of more than 64 MiB or 16 passes, bcrypt's of a cost above 15 are refused.
//! - An image must have pixels and an end, not only a header. It belongs to the user it was uploaded for.
//! - An organization shows how many members it has whether that is asked for or not. Without a slug, it gets one made of its name.
//! - A member has any role with a key such as `org:seller`; nobody need have created it. Only created roles and permissions are listed.
//! - An invitation is pending until it is revoked: nobody accepts it, and no clock ends it. To sign up, revoked ones are listed only
//!   when they are asked for. A second pending one for an address is 400 `duplicate_record`, unless it may exist.
//! - An identifier is on the allow-list or the block-list once, a redirect URL is there once: 400 `duplicate_record`. The lists bind
//!   those who sign up, and not the Backend API.
//! - A JWT template lasts 60 seconds and forgives 5, unless it says otherwise. `azp`, `exp`, `iat`, `iss`, `nbf`, `sid` and `sub` are
//!   reserved. A redirect URL has https, a scheme of an app's own or, on this machine, http.
//! - A domain of an organization is verified unless the request says otherwise, and belongs to one organization; a few at which
//!   everybody can have an address are refused.
//! - Sign-in tokens, actor tokens and the keys of machines are made and revoked; there is nothing yet that takes them.
//! - A session is active until it is revoked, on a client of its own; one that has ended is revoked again without an error.
//! - An operation that is not emulated yet is 501 `not_emulated`, which is no code of Clerk's.

mod app;
mod broken_body;
mod builder;
mod clock;
mod control;
mod digest;
mod effects;
mod faults;
mod input;
mod instance;
mod journal;
mod limits;
mod list;
mod mfa;

mod operations;
mod password;
mod problem;
mod random;
mod resources;
mod responses;
mod seed;
mod server;
mod settings;
mod show;
mod store;
mod version;

use std::io;
use std::sync::Arc;

use tokio::sync::{oneshot, watch};

pub use builder::Builder;
pub use bytes::Bytes;
pub use clock::Clock;
pub use faults::{Fault, Faults};
pub use http::{HeaderMap, Method};
pub use journal::{Effect, Event, Received, What};
pub use limits::RateLimits;
pub use operations::{Operation, UnknownOperation};
pub use resources::{OauthToken, Verification};
pub use seed::{
    EnterpriseAccount, ExternalAccount, Invitation, Json, Membership, Organization, SeedError, Seeded, Seeder,
};
pub use settings::Settings;
pub use version::ApiVersion;

use instance::Instance;
use resources::{Session, User};
use store::Kind;

/// A running emulator, on a thread of its own. Dropping it stops it; any number can run side by side, each with its own users.
#[derive(Debug)]
pub struct LocalClerk {
    base_url: String,
    app: Arc<app::App>,
    instance: Arc<Instance>,
    stop: watch::Sender<bool>,
    ended: oneshot::Receiver<()>,
}

impl LocalClerk {
    fn new(app: Arc<app::App>, stop: watch::Sender<bool>, ended: oneshot::Receiver<()>) -> Self {
        Self { base_url: format!("{}/v1", app.origin()), instance: app.instance(None), app, stop, ended }
    }

    /// Starts one with the defaults on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// If no port can be had.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// The same for programs without an async runtime.
    ///
    /// # Errors
    /// If no port can be had.
    ///
    /// # Examples
    ///
    /// ```
    /// let clerk = local_clerk::LocalClerk::start_blocking()?;
    /// assert!(clerk.base_url().starts_with("http://127.0.0.1:"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn start_blocking() -> io::Result<Self> {
        Self::builder().start_blocking()
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
        self.app.options.secret_keys.first().map_or("", String::as_str)
    }

    /// The clock it lives by.
    pub fn clock(&self) -> &Clock {
        &self.instance.clock
    }

    /// How the instance is set up now.
    pub fn settings(&self) -> Settings {
        (*self.instance.settings()).clone()
    }

    /// Changes how the instance is set up, for the requests from now on.
    pub fn configure(&self, change: impl FnOnce(&mut Settings)) {
        self.instance.configure(change);
    }

    /// Sets up what the API cannot create.
    pub fn seed(&self) -> Seeder<'_> {
        Seeder::new(&self.app, Arc::clone(&self.instance))
    }

    /// The faults to come.
    pub fn faults(&self) -> &Faults {
        &self.instance.faults
    }

    /// Scripts the response to every request of a method and a path below the base URL: for endpoints of your own, for operations
    /// that are not emulated, or in place of one that is. `{…}` in the path matches any one segment; a body of null is no body at
    /// all. Of several that match, the newest is used.
    ///
    /// # Errors
    /// If the status is no status of a response, or the path does not begin with a slash.
    ///
    /// # Examples
    ///
    /// ```
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use local_clerk::{LocalClerk, Method};
    /// use serde_json::json;
    ///
    /// let clerk = LocalClerk::start().await?;
    /// clerk.respond(Method::POST, "/organizations", 200, json!({ "id": "org_1", "name": "Acme" }))?;
    /// // … the program under test creates an organization …
    /// assert_eq!(clerk.journal()[0].path, "/v1/organizations");
    /// # Ok(())
    /// # }
    /// ```
    pub fn respond(&self, method: Method, path: &str, status: u16, body: serde_json::Value) -> Result<(), SeedError> {
        let scripted = responses::Scripted::new(&method, path, status, body);
        scripted.check().map_err(SeedError::from)?;
        self.instance.responses.add(scripted);
        Ok(())
    }

    /// The requests received so far, oldest first.
    pub fn journal(&self) -> Vec<Received> {
        self.instance.journal.received()
    }

    /// The requests that matched neither an emulated operation nor a scripted response.
    pub fn unexpected(&self) -> Vec<Received> {
        self.journal().into_iter().filter(|request| request.is_unexpected).collect()
    }

    /// What the requests changed so far, oldest first.
    pub fn effects(&self) -> Vec<Effect> {
        self.instance.journal.effects()
    }

    /// The log of all changes, oldest first: each row that was created, updated or deleted, before and after.
    pub fn events(&self) -> Vec<Event> {
        self.instance.journal.events()
    }

    /// Clears the requests, effects and events so far.
    pub fn clear_journal(&self) {
        self.instance.journal.clear();
    }

    /// How many users there are.
    pub fn user_count(&self) -> usize {
        self.instance.read(|store| store.count::<User>())
    }

    /// The ids of a user's active sessions.
    pub fn sessions(&self, user_id: &str) -> Vec<String> {
        let user = user_id.into();
        self.instance.read(|store| {
            let active = store.parts::<Session>(Kind::User, &user).filter(|session| session.is_active());
            active.map(|session| session.id.to_string()).collect()
        })
    }

    /// The whole state as JSON, secrets included.
    ///
    /// # Errors
    /// If it cannot be written as JSON.
    pub fn export(&self) -> Result<String, SeedError> {
        self.instance.export().map_err(SeedError::from)
    }

    /// Replaces the whole state by an export.
    ///
    /// # Errors
    /// What is wrong with it; then nothing is changed.
    pub fn import(&self, export: &str) -> Result<(), SeedError> {
        self.instance.import(export).map_err(SeedError::from)
    }

    /// Clears users, organizations, faults, scripted responses, the journal and rate limit windows. Settings, clock and snapshots
    /// are kept.
    pub fn reset(&self) {
        self.instance.reset();
    }

    /// Saves the state under a name, for [`restore`](Self::restore).
    pub fn snapshot(&self, name: &str) {
        self.instance.snapshot(name);
    }

    /// Restores the state that was saved under a name; returns `false` if there is none.
    pub fn restore(&self, name: &str) -> bool {
        self.instance.restore(name)
    }

    /// Stops accepting connections, and waits for the requests in flight to complete, for two seconds at most.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        let _ = (&mut self.ended).await;
    }
}

impl Drop for LocalClerk {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}
