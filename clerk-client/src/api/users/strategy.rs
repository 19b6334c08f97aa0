//! [`Strategy`]: how something is verified, or what it is linked to.

crate::types::open_enum::open_enum! {
    /// A way to verify an identification; also the kind of account that an identification is linked
    /// to.
    ///
    /// Each OAuth provider has its own values, of which the most used are listed. To learn the
    /// provider whatever the value, ask [`provider`](Self::provider).
    ///
    /// ```
    /// # use clerk_client::Strategy;
    /// let strategy = Strategy::from("from_oauth_planet");
    /// assert!(matches!(strategy, Strategy::Other(_)));
    /// assert_eq!(strategy.provider(), Some("planet"));
    /// assert_eq!(Strategy::EmailCode, "email_code");
    /// ```
    pub enum Strategy {
        /// A code sent by e-mail.
        EmailCode = "email_code",
        /// A link sent by e-mail.
        EmailLink = "email_link",
        /// A code sent to a phone.
        PhoneCode = "phone_code",
        /// A code sent by e-mail to reset a password.
        ResetPasswordEmailCode = "reset_password_email_code",
        /// A code sent to a phone to reset a password.
        ResetPasswordPhoneCode = "reset_password_phone_code",
        /// An administrator, or a request with the secret key.
        Admin = "admin",
        /// A ticket, such as that of an invitation.
        Ticket = "ticket",
        /// A SAML connection.
        Saml = "saml",
        /// A SCIM directory.
        Scim = "scim",
        /// A passkey.
        Passkey = "passkey",
        /// Google One Tap.
        GoogleOneTap = "google_one_tap",
        /// A signature by MetaMask.
        Web3MetamaskSignature = "web3_metamask_signature",
        /// A signature by Coinbase Wallet.
        Web3CoinbaseWalletSignature = "web3_coinbase_wallet_signature",
        /// A signature by OKX Wallet.
        Web3OkxWalletSignature = "web3_okx_wallet_signature",
        /// A signature by Base.
        Web3BaseSignature = "web3_base_signature",
        /// A signature by a Solana wallet.
        Web3SolanaSignature = "web3_solana_signature",
        /// Sign-in with Apple.
        OauthApple = "oauth_apple",
        /// Sign-in with Discord.
        OauthDiscord = "oauth_discord",
        /// Sign-in with Facebook.
        OauthFacebook = "oauth_facebook",
        /// Sign-in with GitHub.
        OauthGithub = "oauth_github",
        /// Sign-in with Google.
        OauthGoogle = "oauth_google",
        /// Sign-in with LinkedIn.
        OauthLinkedinOidc = "oauth_linkedin_oidc",
        /// Sign-in with Microsoft.
        OauthMicrosoft = "oauth_microsoft",
        /// Verified by Apple.
        FromOauthApple = "from_oauth_apple",
        /// Verified by Discord.
        FromOauthDiscord = "from_oauth_discord",
        /// Verified by Facebook.
        FromOauthFacebook = "from_oauth_facebook",
        /// Verified by GitHub.
        FromOauthGithub = "from_oauth_github",
        /// Verified by Google.
        FromOauthGoogle = "from_oauth_google",
        /// Verified by LinkedIn.
        FromOauthLinkedinOidc = "from_oauth_linkedin_oidc",
        /// Verified by Microsoft.
        FromOauthMicrosoft = "from_oauth_microsoft",
    }
}

impl Strategy {
    /// The OAuth provider without what stands before it: `google` of `oauth_google`,
    /// `from_oauth_google` and `oauth_token_google`, `custom_acme` of `oauth_custom_acme`. `None`
    /// for a strategy other than OAuth.
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
