use std::collections::VecDeque;

use axum::http::{HeaderMap, HeaderValue, Method, header};
use bytes::Bytes;
use parking_lot::Mutex;
use serde::Serialize;

use crate::Operation;

/// A request as it arrived.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Received {
    /// The operation it reached, if any.
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
    /// When it arrived, in milliseconds since 1970 by the local Clerk's clock.
    pub at: i64,
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
    /// Attributes were updated.
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
    /// The user would have been told of the new primary e-mail address.
    PrimaryEmailAddressChangeNotified,
    /// An e-mail address or phone number was replaced.
    IdentificationReplaced(String),
    /// A trusted device was revoked.
    TrustedDeviceRevoked(String),
}

#[derive(Debug)]
pub(crate) struct Journal {
    capacity: usize,
    received: Mutex<VecDeque<Received>>,
    effects: Mutex<VecDeque<Effect>>,
}

impl Journal {
    pub(crate) fn new(capacity: usize) -> Self {
        Self { capacity, received: Mutex::default(), effects: Mutex::default() }
    }

    pub(crate) fn receive(&self, received: impl FnOnce() -> Received) {
        if self.capacity > 0 {
            push(&mut self.received.lock(), received(), self.capacity);
        }
    }

    pub(crate) fn effect(&self, user_id: &str, what: What) {
        if self.capacity > 0 {
            let effect = Effect { user_id: user_id.to_owned(), what };
            push(&mut self.effects.lock(), effect, self.capacity);
        }
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().iter().cloned().collect()
    }

    pub(crate) fn effects(&self) -> Vec<Effect> {
        self.effects.lock().iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.received.lock().clear();
        self.effects.lock().clear();
    }
}

fn push<T>(list: &mut VecDeque<T>, item: T, capacity: usize) {
    if list.len() >= capacity {
        list.pop_front();
    }
    list.push_back(item);
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
