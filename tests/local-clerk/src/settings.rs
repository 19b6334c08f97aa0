use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{ApiVersion, RateLimits};

/// How an instance of Clerk is set up. All of it can be changed while it runs.
///
/// ```
/// # async fn example() -> std::io::Result<()> {
/// use local_clerk::LocalClerk;
///
/// let clerk = LocalClerk::start().await?;
/// clerk.configure(|settings| settings.can_ban = false); // a plan without bans: 402
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The version used when a request names none; the newest by default.
    pub default_api_version: ApiVersion,
    /// Rate limits; none by default.
    pub rate_limits: Option<RateLimits>,
    /// How long every response takes at least, in milliseconds, like a network in between; 0 by default.
    pub latency_ms: u64,
    /// How long a lock lasts, in milliseconds; an hour by default.
    pub lockout_ms: u64,
    /// How often somebody may try before being locked; 100 by default.
    pub lockout_attempts: i64,
    /// Whether the plan has bans; otherwise banning and unbanning are 402.
    pub can_ban: bool,
    /// Demands a password of new users, unless they are created with `skip_password_requirement`.
    pub requires_password: bool,
    /// Demands an e-mail address of new users, unless they are created with `skip_user_requirement`.
    pub requires_email_address: bool,
    /// The OAuth providers that are enabled, such as `oauth_google`; nine well-known ones by default.
    pub oauth_providers: Vec<String>,
}

impl Settings {
    pub(crate) fn latency(&self) -> Duration {
        Duration::from_millis(self.latency_ms)
    }

    pub(crate) fn set_latency(&mut self, latency: Duration) {
        self.latency_ms = milliseconds(latency);
    }

    pub(crate) fn lockout(&self) -> i64 {
        i64::try_from(self.lockout_ms).unwrap_or(i64::MAX)
    }

    pub(crate) fn set_lockout(&mut self, lockout: Duration) {
        self.lockout_ms = milliseconds(lockout);
    }
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

impl Default for Settings {
    fn default() -> Self {
        let providers =
            ["apple", "discord", "facebook", "github", "gitlab", "google", "linkedin_oidc", "microsoft", "x"];
        Self {
            default_api_version: ApiVersion::V2026_05_12,
            rate_limits: None,
            latency_ms: 0,
            lockout_ms: 3_600_000,
            lockout_attempts: 100,
            can_ban: true,
            requires_password: false,
            requires_email_address: false,
            oauth_providers: providers.iter().map(|name| format!("oauth_{name}")).collect(),
        }
    }
}
