//! What happened: the requests as they arrived, and the log of events that every change leaves.

use std::collections::VecDeque;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, header};
use parking_lot::Mutex;
use serde::Serialize;

use crate::Operation;
use crate::effects::effects;
use crate::store::{Change, Commit};

/// A request as it arrived.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Received {
    /// The operation that its method and path name, if any.
    pub operation: Option<Operation>,
    /// The method.
    pub method: Method,
    /// The path as sent, with `/v1` and nothing decoded.
    pub path: String,
    /// The query string as sent, nothing decoded.
    pub query: Option<String>,
    /// The headers. The key in `authorization` is replaced by `[hidden]`.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    /// When it arrived, in milliseconds since 1970 by the emulator's clock.
    pub at: i64,
    /// Whether it matched neither an emulated operation nor a scripted response.
    pub is_unexpected: bool,
}

impl Received {
    /// A header's value as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body as JSON.
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }

    fn bytes(&self) -> usize {
        let headers = self.headers.iter().map(|(name, value)| name.as_str().len() + value.len());
        self.body.len() + self.path.len() + self.query.as_ref().map_or(0, String::len) + headers.sum::<usize>()
    }

    /// The query's pairs, decoded, in order.
    pub fn query_pairs(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.query.as_deref().unwrap_or_default().as_bytes()).into_owned().collect()
    }
}

/// Something that a request changed, or that Clerk would have done because of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Effect {
    /// The user it happened to.
    pub user_id: String,
    /// What happened.
    pub what: What,
}

/// What happened to a user.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum What {
    /// The user was created.
    Created,
    /// Attributes were updated that no other effect is about.
    Updated,
    /// The user was deleted.
    Deleted,
    /// The user was banned.
    Banned,
    /// The ban was lifted.
    Unbanned,
    /// The user was locked.
    Locked,
    /// The lock was removed.
    Unlocked,
    /// Metadata was merged or replaced.
    MetadataChanged,
    /// The sessions of these ids were revoked.
    SessionsRevoked(Vec<String>),
    /// The password was set or replaced.
    PasswordSet,
    /// The password was removed.
    PasswordRemoved,
    /// A password was checked; whether it was right.
    PasswordVerified(bool),
    /// A TOTP secret was created or imported.
    TotpCreated,
    /// TOTP was switched off.
    TotpDeleted,
    /// A TOTP code was accepted.
    TotpVerified,
    /// A backup code was accepted, and is used up.
    BackupCodeConsumed,
    /// Backup codes were set.
    BackupCodesCreated,
    /// All backup codes were deleted.
    BackupCodesDeleted,
    /// All second factors were switched off.
    MfaDisabled,
    /// A profile image was stored.
    ProfileImageSet,
    /// The profile image was removed.
    ProfileImageDeleted,
    /// A passkey was deleted; Clerk notifies the user by e-mail.
    PasskeyDeleted(String),
    /// A wallet was deleted.
    Web3WalletDeleted(String),
    /// An external account was deleted.
    ExternalAccountDeleted(String),
    /// An expired OAuth token was replaced by a new one.
    OauthTokenRefreshed(String),
    /// Clerk would have notified the user of the new primary e-mail address.
    PrimaryEmailAddressChangeNotified,
    /// An e-mail address or phone number was replaced.
    IdentificationReplaced(String),
    /// A trusted device was revoked.
    TrustedDeviceRevoked(String),
}

/// A change of the state: something was created, updated or deleted.
#[derive(Clone, Debug)]
pub struct Event {
    number: u64,
    at: i64,
    change: Change,
}

impl Event {
    /// The place in the log, counted from 1.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// When it happened, in milliseconds since 1970 by the emulator's clock.
    pub fn at(&self) -> i64 {
        self.at
    }

    /// What happened, such as `user.created` or `email_address.deleted`.
    pub fn name(&self) -> String {
        format!("{}.{}", self.change.kind.name(), self.change.verb())
    }

    /// The id of what changed.
    pub fn id(&self) -> &str {
        self.change.id().map_or("", |id| id)
    }

    /// It as it was kept before; `None` if it was created.
    pub fn before(&self) -> Option<serde_json::Value> {
        self.change.before.as_ref().and_then(|row| serde_json::to_value(row).ok())
    }

    /// It as it has been kept since; `None` if it was deleted.
    pub fn after(&self) -> Option<serde_json::Value> {
        self.change.after.as_ref().and_then(|row| serde_json::to_value(row).ok())
    }
}

/// How much a journal remembers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Capacity {
    pub(crate) entries: usize,
    /// Of the bodies and heads of requests, and as many of what events keep.
    pub(crate) bytes: usize,
}

#[derive(Debug)]
pub(crate) struct Journal {
    capacity: Capacity,
    log: Mutex<Log>,
}

#[derive(Debug, Default)]
struct Log {
    requests: VecDeque<Received>,
    /// The number of the first request that is remembered, and the bytes of all of them.
    first: u64,
    bytes: usize,
    effects: VecDeque<Effect>,
    events: VecDeque<Event>,
    last_event: u64,
    /// The bytes that events keep in memory.
    event_bytes: usize,
}

impl Journal {
    pub(crate) fn new(capacity: Capacity) -> Self {
        Self { capacity, log: Mutex::default() }
    }

    pub(crate) fn receive(&self, received: impl FnOnce() -> Received) {
        if self.capacity.entries == 0 {
            return;
        }
        let received = received();
        let log = &mut *self.log.lock();
        log.bytes += received.bytes();
        log.requests.push_back(received);
        while log.requests.len() > self.capacity.entries || (log.bytes > self.capacity.bytes && log.requests.len() > 1)
        {
            log.bytes -= log.requests.pop_front().map_or(0, |request| request.bytes());
            log.first += 1;
        }
    }

    /// Takes a transaction in. What was set up directly has events, and no effects: no request was behind it.
    pub(crate) fn commit(&self, commit: Commit, by_request: bool) {
        if self.capacity.entries == 0 {
            return;
        }
        let log = &mut *self.log.lock();
        if by_request {
            log.effects.extend(effects(&commit));
        }
        for change in commit.changes {
            log.last_event += 1;
            log.event_bytes += change.bytes();
            log.events.push_back(Event { number: log.last_event, at: commit.at, change });
        }
        let surplus = log.effects.len().saturating_sub(self.capacity.entries);
        log.effects.drain(..surplus);
        while log.events.len() > self.capacity.entries || log.event_bytes > self.capacity.bytes {
            let Some(oldest) = log.events.pop_front() else { break };
            log.event_bytes = log.event_bytes.saturating_sub(oldest.change.bytes());
        }
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.log.lock().requests.iter().cloned().collect()
    }

    /// The requests after the one of this number, and the number of the last of them; numbers count from 1.
    pub(crate) fn received_after(&self, number: u64, most: usize) -> (Vec<Received>, u64) {
        let log = self.log.lock();
        let skipped = usize::try_from(number.saturating_sub(log.first)).unwrap_or(usize::MAX);
        let requests: Vec<_> = log.requests.iter().skip(skipped).take(most).cloned().collect();
        let last = log.first + skipped.min(log.requests.len()) as u64 + requests.len() as u64;
        (requests, last)
    }

    pub(crate) fn effects(&self) -> Vec<Effect> {
        self.log.lock().effects.iter().cloned().collect()
    }

    pub(crate) fn events(&self) -> Vec<Event> {
        self.log.lock().events.iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        let log = &mut *self.log.lock();
        log.first += log.requests.len() as u64;
        log.requests.clear();
        log.bytes = 0;
        log.effects.clear();
        log.events.clear();
        log.event_bytes = 0;
    }
}

/// The headers of a request without its key.
pub(crate) fn without_key(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    if let Some(value) = headers.get_mut(header::AUTHORIZATION) {
        let bearer = value.as_bytes().starts_with(b"Bearer ");
        *value = HeaderValue::from_static(if bearer { "Bearer [hidden]" } else { "[hidden]" });
    }
    headers
}
