//! Endpoints that `clerk-client` does not have (yet), declared by somebody else: those on email addresses and invitations.
//!
//! This crate depends on `clerk-client` under the name `clerk`, which is what `crate = clerk` says.

use clerk::{Call, ClerkRequest, ClerkResponse, EmailAddress, Page, Timestamp, clerk_api};

/// Email addresses and invitations.
#[clerk_api(crate = clerk)]
pub trait EmailAddressesApi {
    /// Invites many people at once.
    #[post("/invitations/bulk")]
    fn invite_many(&self, #[body] invitations: &[NewInvitation]) -> Call<Vec<Invitation>>;

    /// Lists the invitations.
    #[get("/invitations")]
    fn invitations(&self, #[query("limit")] limit: Option<u32>) -> Call<Page<Invitation>>;

    /// Replaces all email addresses of a user with one.
    #[put("/users/<user_id>/email_address")]
    fn replace_for_user(&self, user_id: &str, #[body] address: &NewEmailAddress) -> Call<EmailAddress>;

    /// Deletes an email address.
    #[delete("/email_addresses/<email_address_id>")]
    fn delete(&self, email_address_id: &str) -> Call<()>;
}

/// One of those whom [`EmailAddressesApi::invite_many`] invites.
#[derive(Debug, ClerkRequest)]
#[clerk(crate = clerk)]
pub struct NewInvitation {
    /// The address to send the invitation to.
    pub email_address: String,
}

/// What [`EmailAddressesApi::replace_for_user`] replaces the current addresses with.
#[derive(Debug, ClerkRequest)]
#[clerk(crate = clerk)]
pub struct NewEmailAddress {
    /// The address.
    pub email_address: String,
    /// Whether the previous primary address is notified.
    pub notify_primary_email_address_changed: Option<bool>,
}

/// An invitation to the application.
#[derive(Debug, Default, ClerkResponse)]
#[clerk(crate = clerk)]
pub struct Invitation {
    /// The ID.
    #[clerk(required)]
    pub id: String,
    /// When the invitation was created.
    pub created_at: Option<Timestamp>,
}
