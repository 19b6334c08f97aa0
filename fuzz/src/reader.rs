//! Any JSON: the client decodes it as `serde_json` does, or refuses it as `serde_json` does.

use std::fmt::Debug;

use clerk_client::__private::FromResponse;
use clerk_client::{OAuthAccessToken, OrganizationInvitation, OrganizationMembership, Page, Totp, User};
use serde::de::DeserializeOwned;

/// Decodes `text` as each of the large models.
pub fn check(text: &str) {
    decodes_alike::<User>(text);
    decodes_alike::<Vec<User>>(text);
    decodes_alike::<Page<OrganizationMembership>>(text);
    decodes_alike::<Page<OrganizationInvitation>>(text);
    decodes_alike::<Page<OAuthAccessToken>>(text);
    decodes_alike::<Totp>(text);
}

fn decodes_alike<T: FromResponse + DeserializeOwned + Debug>(text: &str) {
    let ours = T::decode(text.as_bytes()).ok().map(|value| format!("{value:?}"));
    // An empty body reads as null.
    let theirs = serde_json::from_str::<T>(if text.is_empty() { "null" } else { text });
    let theirs = theirs.ok().map(|value| format!("{value:?}"));
    assert_eq!(ours, theirs, "{text}");
}
