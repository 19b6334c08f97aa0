//! [`ObjectType`]: what kind of thing an object is.

crate::types::open_enum::open_enum! {
    /// The `object` member that Clerk puts into nearly everything it sends.
    pub enum ObjectType {
        /// A user.
        User = "user",
        /// An e-mail address of a user.
        EmailAddress = "email_address",
        /// A phone number of a user.
        PhoneNumber = "phone_number",
        /// A wallet of a user.
        Web3Wallet = "web3_wallet",
        /// A passkey of a user.
        Passkey = "passkey",
        /// An account at an OAuth provider.
        ExternalAccount = "external_account",
        /// An account at Google, in the older shape.
        GoogleAccount = "google_account",
        /// An account at Facebook, in the older shape.
        FacebookAccount = "facebook_account",
        /// An account at a SAML connection.
        SamlAccount = "saml_account",
        /// An account at an enterprise connection.
        EnterpriseAccount = "enterprise_account",
        /// An organization.
        Organization = "organization",
        /// A user's membership in an organization.
        OrganizationMembership = "organization_membership",
        /// An invitation into an organization.
        OrganizationInvitation = "organization_invitation",
        /// A TOTP secret.
        Totp = "totp",
        /// An access token of an OAuth provider.
        OauthAccessToken = "oauth_access_token",
        /// A number of things.
        TotalCount = "total_count",
        /// A code sent by e-mail or text message.
        VerificationOtp = "verification_otp",
        /// An administrator's word.
        VerificationAdmin = "verification_admin",
        /// Taken over from an OAuth provider.
        VerificationFromOauth = "verification_from_oauth",
        /// A sign-in at an OAuth provider.
        VerificationOauth = "verification_oauth",
        /// Google One Tap.
        VerificationGoogleOneTap = "verification_google_one_tap",
        /// A ticket, such as that of an invitation.
        VerificationTicket = "verification_ticket",
        /// A sign-in at a SAML connection.
        VerificationSaml = "verification_saml",
        /// A link sent by e-mail.
        VerificationEmailLink = "verification_email_link",
        /// A SCIM directory's word.
        VerificationScim = "verification_scim",
        /// A wallet's signature.
        VerificationWeb3 = "verification_web3",
        /// A passkey's signature.
        VerificationPasskey = "verification_passkey",
    }
}
