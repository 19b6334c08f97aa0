//! [`Strategy`]: how something is verified, or what it is linked to.

use clerk_macros::ClerkEnum;

/// A way to verify an identification; also the kind of account that an identification is linked to.
///
/// Each OAuth provider has its own values, of which the most used are listed. [`provider`](Self::provider) returns the provider,
/// listed or not.
///
/// # Examples
///
/// ```
/// use clerk_client::Strategy;
///
/// let strategy = Strategy::from("from_oauth_planet");
/// assert!(matches!(strategy, Strategy::Other(_)));
/// assert_eq!(strategy.provider(), Some("planet"));
/// assert_eq!(Strategy::EmailCode, "email_code");
/// ```
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Strategy {
    /// A code sent by email.
    EmailCode,
    /// A link sent by email.
    EmailLink,
    /// A code sent to a phone.
    PhoneCode,
    /// A code sent by email to reset a password.
    ResetPasswordEmailCode,
    /// A code sent to a phone to reset a password.
    ResetPasswordPhoneCode,
    /// An administrator, or a request with the secret key.
    Admin,
    /// A ticket, such as that of an invitation.
    Ticket,
    /// A SAML connection.
    Saml,
    /// A SCIM directory.
    Scim,
    /// A passkey.
    Passkey,
    /// Google One Tap.
    GoogleOneTap,
    /// A signature by MetaMask.
    Web3MetamaskSignature,
    /// A signature by Coinbase Wallet.
    Web3CoinbaseWalletSignature,
    /// A signature by OKX Wallet.
    Web3OkxWalletSignature,
    /// A signature by Base.
    Web3BaseSignature,
    /// A signature by a Solana wallet.
    Web3SolanaSignature,
    /// Sign-in with Apple.
    #[serde(rename = "oauth_apple")]
    OAuthApple,
    /// Sign-in with Discord.
    #[serde(rename = "oauth_discord")]
    OAuthDiscord,
    /// Sign-in with Facebook.
    #[serde(rename = "oauth_facebook")]
    OAuthFacebook,
    /// Sign-in with GitHub.
    #[serde(rename = "oauth_github")]
    OAuthGithub,
    /// Sign-in with Google.
    #[serde(rename = "oauth_google")]
    OAuthGoogle,
    /// Sign-in with LinkedIn.
    #[serde(rename = "oauth_linkedin_oidc")]
    OAuthLinkedinOidc,
    /// Sign-in with Microsoft.
    #[serde(rename = "oauth_microsoft")]
    OAuthMicrosoft,
    /// Verified by Apple.
    #[serde(rename = "from_oauth_apple")]
    FromOAuthApple,
    /// Verified by Discord.
    #[serde(rename = "from_oauth_discord")]
    FromOAuthDiscord,
    /// Verified by Facebook.
    #[serde(rename = "from_oauth_facebook")]
    FromOAuthFacebook,
    /// Verified by GitHub.
    #[serde(rename = "from_oauth_github")]
    FromOAuthGithub,
    /// Verified by Google.
    #[serde(rename = "from_oauth_google")]
    FromOAuthGoogle,
    /// Verified by LinkedIn.
    #[serde(rename = "from_oauth_linkedin_oidc")]
    FromOAuthLinkedinOidc,
    /// Verified by Microsoft.
    #[serde(rename = "from_oauth_microsoft")]
    FromOAuthMicrosoft,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

impl Strategy {
    /// The OAuth provider without what stands before it: `google` of `oauth_google`, `from_oauth_google` and
    /// `oauth_token_google`, `custom_acme` of `oauth_custom_acme`. `None` for a strategy other than OAuth.
    #[must_use]
    pub fn provider(&self) -> Option<&str> {
        let text = self.as_str();
        let rest = text.strip_prefix("from_").unwrap_or(text).strip_prefix("oauth_")?;
        Some(rest.strip_prefix("token_").unwrap_or(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_provider_is_known_whatever_stands_before_it() {
        let cases = [
            ("oauth_google", Some("google")),
            ("from_oauth_google", Some("google")),
            ("oauth_token_apple", Some("apple")),
            ("from_oauth_linkedin_oidc", Some("linkedin_oidc")),
            ("oauth_custom_acme", Some("custom_acme")),
            ("google_one_tap", None),
            ("saml", None),
            ("", None),
        ];
        for (text, provider) in cases {
            assert_eq!(Strategy::from(text).provider(), provider, "{text}");
        }
    }

    #[test]
    fn known_text_has_its_variant_and_unknown_text_is_kept() {
        for text in ["admin", "oauth_google", "oauth_planet", "Admin", ""] {
            let strategy: Strategy = serde_json::from_str(&format!("{text:?}")).unwrap();
            assert_eq!(serde_json::to_string(&strategy).unwrap(), format!("{text:?}"));
            assert_eq!(strategy, Strategy::from(text.to_owned()));
            assert_eq!(strategy, *text);
        }
        assert!(matches!(Strategy::from("admin"), Strategy::Admin));
        assert!(matches!(Strategy::from("oauth_planet"), Strategy::Other(_)));
        assert!(matches!(serde_json::from_str(r#""admi\u006e""#).unwrap(), Strategy::Admin));
    }

    #[test]
    fn a_variant_equals_the_same_text_made_by_hand() {
        assert_eq!(Strategy::Other("saml".into()), Strategy::Saml);
        assert_eq!(format!("{:>6}|{:?}", Strategy::Saml, Strategy::from("x")), "  saml|Other(\"x\")");
    }
}
