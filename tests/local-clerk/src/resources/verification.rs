use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::declare::members;
use crate::show::{Object, Show, View};

/// How an e-mail address, phone number, wallet, passkey or account was verified.
///
/// ```
/// use local_clerk::Verification;
///
/// let from_google = Verification::from_oauth("oauth_google");
/// let waiting = Verification::otp("email_code").status("unverified").attempts(2).expire_at(1_767_225_600_000);
/// # let _ = (from_google, waiting);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    kind: Kind,
    #[serde(default = "verified")]
    status: Cow<'static, str>,
    strategy: Cow<'static, str>,
    #[serde(default)]
    attempts: Option<i64>,
    #[serde(default)]
    expire_at: Option<i64>,
    #[serde(default)]
    error: Option<Box<(String, String)>>,
}

fn verified() -> Cow<'static, str> {
    Cow::Borrowed("verified")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Otp,
    Admin,
    FromOauth,
    Oauth,
    GoogleOneTap,
    Ticket,
    Saml,
    EmailLink,
    Scim,
    Web3,
    Passkey,
}

impl Kind {
    fn tag(self) -> &'static str {
        match self {
            Self::Otp => "verification_otp",
            Self::Admin => "verification_admin",
            Self::FromOauth => "verification_from_oauth",
            Self::Oauth => "verification_oauth",
            Self::GoogleOneTap => "verification_google_one_tap",
            Self::Ticket => "verification_ticket",
            Self::Saml => "verification_saml",
            Self::EmailLink => "verification_email_link",
            Self::Scim => "verification_scim",
            Self::Web3 => "verification_web3",
            Self::Passkey => "verification_passkey",
        }
    }
}
impl Verification {
    fn verified(kind: Kind, strategy: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, status: verified(), strategy: strategy.into(), attempts: None, expire_at: None, error: None }
    }

    /// Verified through the Backend API.
    pub fn admin() -> Self {
        Self::verified(Kind::Admin, "admin")
    }

    /// By a code: `email_code`, `phone_code` or `reset_password_email_code`.
    pub fn otp(strategy: impl Into<String>) -> Self {
        Self::verified(Kind::Otp, strategy.into()).attempts(1)
    }

    /// An e-mail address that an OAuth provider vouches for; the provider as in `oauth_google`.
    pub fn from_oauth(provider: &str) -> Self {
        Self::verified(Kind::FromOauth, format!("from_{provider}"))
    }

    /// The external account itself; the provider as in `oauth_google`.
    pub fn oauth(provider: &str) -> Self {
        Self::verified(Kind::Oauth, provider.to_owned()).expire_at(1_767_225_600_000)
    }

    /// By Google One Tap.
    pub fn google_one_tap() -> Self {
        Self::verified(Kind::GoogleOneTap, "google_one_tap")
    }

    /// By the ticket of an invitation.
    pub fn ticket() -> Self {
        Self::verified(Kind::Ticket, "ticket")
    }

    /// By SAML.
    pub fn saml() -> Self {
        Self::verified(Kind::Saml, "saml")
    }

    /// By a link in an e-mail.
    pub fn email_link() -> Self {
        Self::verified(Kind::EmailLink, "email_link")
    }

    /// By a SCIM directory.
    pub fn scim() -> Self {
        Self::verified(Kind::Scim, "scim")
    }

    /// By a wallet's signature, such as `web3_metamask_signature`.
    pub fn web3(strategy: impl Into<String>) -> Self {
        Self::verified(Kind::Web3, strategy.into())
    }

    /// By a passkey.
    pub fn passkey() -> Self {
        Self::verified(Kind::Passkey, "passkey")
    }

    /// `verified`, `unverified`, `failed`, `expired`, `transferable` or anything else.
    #[must_use]
    pub fn status(mut self, status: impl Into<String>) -> Self {
        self.status = Cow::Owned(status.into());
        self
    }

    /// How often it was tried.
    #[must_use]
    pub fn attempts(mut self, attempts: i64) -> Self {
        self.attempts = Some(attempts);
        self
    }

    /// When it expires, in milliseconds since 1970.
    #[must_use]
    pub fn expire_at(mut self, milliseconds: i64) -> Self {
        self.expire_at = Some(milliseconds);
        self
    }

    /// Why it failed: a code such as `oauth_access_denied`, and a message.
    #[must_use]
    pub fn error(mut self, code: impl Into<String>, message: impl Into<String>) -> Self {
        self.error = Some(Box::new((code.into(), message.into())));
        self
    }

    pub(crate) fn is_verified(&self) -> bool {
        self.status == "verified"
    }
}

impl Show for Verification {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        members!(out, self; object = self.kind.tag(), status, strategy);
        match self.kind {
            Kind::Otp if self.strategy == "phone_code" => _ = out.put("channel", "sms"),
            Kind::EmailLink => _ = out.put("verified_at_client", ()),
            // The address to go to disappears once the account is verified.
            Kind::Saml if !self.is_verified() => _ = out.put("external_verification_redirect_url", ()),
            _ => {}
        }
        if let Some((code, message)) = self.error.as_deref() {
            out.put("error", serde_json::json!({ "code": code, "message": message, "long_message": message }));
        }
        members!(out, self; attempts, expire_at);
    }
}
