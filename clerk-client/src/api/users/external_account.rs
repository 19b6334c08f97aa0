//! [`ExternalAccount`]: an account at an OAuth provider.

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::{Strategy, Verification};
use crate::types::{Metadata, ObjectType, Timestamp};

/// A user's account at an OAuth provider.
///
/// See [Clerk's reference](https://clerk.com/docs/reference/backend/types/backend-external-account).
///
/// One type for the three shapes that Clerk sends (`external_account`, `google_account`, `facebook_account`). The two older
/// shapes name some members differently and lack others; [`first_name`](Self::first_name) and the like are then empty. After a
/// sign-in that failed, any text may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct ExternalAccount {
    /// `external_account`, `google_account` or `facebook_account`.
    pub object: ObjectType,
    /// Starts with `eac_`, or with `idn_` in the two older shapes. To remove the account use
    /// [`deletable_id`](Self::deletable_id).
    pub id: String,
    /// The provider, such as `oauth_google`.
    pub provider: Strategy,
    /// The ID of the identification that belongs to it; starts with `idn_`.
    pub identification_id: String,
    /// The user's ID at the provider.
    pub provider_user_id: String,
    /// The scopes that the user approved, separated by spaces.
    pub approved_scopes: String,
    /// The email address at the provider.
    pub email_address: String,
    /// Whether the provider has verified that address.
    pub email_address_verified: Option<bool>,
    /// The first name at the provider.
    pub first_name: String,
    /// The last name at the provider.
    pub last_name: String,
    /// The URL of the image at the provider. Deprecated by Clerk: use [`image_url`](Self::image_url).
    pub avatar_url: Option<String>,
    /// The URL of the image at the provider.
    pub image_url: Option<String>,
    /// The username at the provider.
    pub username: Option<String>,
    /// The phone number at the provider.
    pub phone_number: Option<String>,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Metadata,
    /// A label that distinguishes several accounts of one provider.
    pub label: Option<String>,
    /// When it was connected.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
    /// Its verification.
    pub verification: Option<Verification>,
    /// The user's ID in Clerk, which starts with `user_`. Not in Clerk's OpenAPI documents.
    pub user_id: Option<String>,
    /// The ID that starts with `eac_`, in the two older shapes. Not in Clerk's OpenAPI documents.
    pub external_account_id: Option<String>,
    /// The user's ID at Google, in `google_account`.
    pub google_id: Option<String>,
    /// The user's ID at Facebook, in `facebook_account`.
    pub facebook_id: Option<String>,
    /// The first name, in `google_account`.
    pub given_name: Option<String>,
    /// The last name, in `google_account`.
    pub family_name: Option<String>,
    /// The URL of the image, in `google_account`.
    pub picture: Option<String>,
}

impl ExternalAccount {
    /// Returns the ID that [`delete_external_account`](crate::UsersApi::delete_external_account) takes:
    /// `external_account_id` if there is one, else `id`.
    #[must_use]
    pub fn deletable_id(&self) -> &str {
        match self.external_account_id.as_deref() {
            None | Some("") => &self.id,
            Some(id) => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deletable_id_is_the_one_that_starts_with_eac() {
        let cases = [
            (r#"{"id":"eac_1"}"#, "eac_1"),
            (r#"{"id":"idn_1","external_account_id":"eac_2"}"#, "eac_2"),
            (r#"{"id":"eac_3","external_account_id":null}"#, "eac_3"),
            (r#"{"id":"eac_4","external_account_id":""}"#, "eac_4"),
        ];
        for (json, id) in cases {
            assert_eq!(serde_json::from_str::<ExternalAccount>(json).unwrap().deletable_id(), id, "{json}");
        }
    }
}
