//! [`ObjectType`]: what kind of thing an object is.

use clerk_macros::ClerkEnum;

/// The `object` member that Clerk puts into nearly everything it sends.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ObjectType {
    /// A user.
    User,
    /// An email address of a user.
    EmailAddress,
    /// A phone number of a user.
    PhoneNumber,
    /// A wallet of a user.
    Web3Wallet,
    /// A passkey of a user.
    Passkey,
    /// An account at an OAuth provider.
    ExternalAccount,
    /// An account at Google, in the older shape.
    GoogleAccount,
    /// An account at Facebook, in the older shape.
    FacebookAccount,
    /// An account at a SAML connection.
    SamlAccount,
    /// An account at an enterprise connection.
    EnterpriseAccount,
    /// An organization.
    Organization,
    /// A user's membership in an organization.
    OrganizationMembership,
    /// An invitation into an organization.
    OrganizationInvitation,
    /// A TOTP secret.
    Totp,
    /// An access token of an OAuth provider.
    #[serde(rename = "oauth_access_token")]
    OAuthAccessToken,
    /// A total count.
    TotalCount,
    /// A code sent by email or text message.
    VerificationOtp,
    /// Verified by an administrator.
    VerificationAdmin,
    /// Verified by an OAuth provider.
    #[serde(rename = "verification_from_oauth")]
    VerificationFromOAuth,
    /// A sign-in at an OAuth provider.
    #[serde(rename = "verification_oauth")]
    VerificationOAuth,
    /// Google One Tap.
    VerificationGoogleOneTap,
    /// A ticket, such as that of an invitation.
    VerificationTicket,
    /// A sign-in at a SAML connection.
    VerificationSaml,
    /// A link sent by email.
    VerificationEmailLink,
    /// Verified by a SCIM directory.
    VerificationScim,
    /// A wallet's signature.
    VerificationWeb3,
    /// A passkey's signature.
    VerificationPasskey,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}
