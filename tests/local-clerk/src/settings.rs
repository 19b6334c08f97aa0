use std::time::Duration;

use crate::{ApiVersion, RateLimits};

/// How the instance is set up.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) port: u16,
    pub(crate) secret_keys: Vec<String>,
    pub(crate) default_version: ApiVersion,
    pub(crate) rate_limits: Option<RateLimits>,
    pub(crate) lockout: Duration,
    pub(crate) lockout_attempts: i64,
    pub(crate) can_ban: bool,
    pub(crate) requires: Vec<&'static str>,
    pub(crate) oauth_providers: Vec<String>,
    pub(crate) journal_capacity: usize,
    pub(crate) log: bool,
    pub(crate) control: bool,
}

impl Default for Settings {
    fn default() -> Self {
        let providers =
            ["apple", "discord", "facebook", "github", "gitlab", "google", "linkedin_oidc", "microsoft", "x"];
        Self {
            port: 0,
            secret_keys: vec!["sk_test_local_clerk_0123456789abcdefghijklmnop".to_owned()],
            default_version: ApiVersion::V2026_05_12,
            rate_limits: None,
            lockout: Duration::from_secs(3600),
            lockout_attempts: 100,
            can_ban: true,
            requires: Vec::new(),
            oauth_providers: providers.iter().map(|name| format!("oauth_{name}")).collect(),
            journal_capacity: 10_000,
            log: false,
            control: false,
        }
    }
}
