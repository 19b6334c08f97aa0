//! The instance that the tour calls: a local Clerk, or a real one.

use std::time::{SystemTime, UNIX_EPOCH};

use clerk_client::Client;
use local_clerk::{ExternalAccount, Invitation, LocalClerk, Membership, OauthToken, Organization};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

pub(crate) struct Instance {
    pub(crate) client: Client,
    pub(crate) email: String,
    pub(crate) username: String,
    local: Option<LocalClerk>,
}

/// What the Users API itself cannot create. In the real Clerk these ids are nobody's.
pub(crate) struct Belongings {
    pub(crate) passkey: String,
    pub(crate) external_account: String,
    pub(crate) trusted_device: String,
}

impl Instance {
    pub(crate) async fn new() -> Result<Self> {
        if std::env::var_os("CLERK_SECRET_KEY").is_some() {
            // A real instance may remember an earlier tour.
            let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
            return Ok(Self::of(Client::from_env()?, None, &now.to_string()));
        }
        let local = LocalClerk::start().await?;
        let client = Client::builder(local.secret_key()).base_url(local.base_url()).build()?;
        Ok(Self::of(client, Some(local), "1815"))
    }

    fn of(client: Client, local: Option<LocalClerk>, tag: &str) -> Self {
        // Clerk sends no mail to an address with `+clerk_test`.
        let email = format!("ada+clerk_test_{tag}@example.com");
        Self { client, email, username: format!("ada_{tag}"), local }
    }

    pub(crate) fn is_local(&self) -> bool {
        self.local.is_some()
    }

    pub(crate) fn introduction(&self) -> String {
        let whose = if self.is_local() { "a local Clerk" } else { "the instance of CLERK_SECRET_KEY" };
        format!("{whose} at {}", self.client.base_url())
    }

    /// Gives the user what only people with browsers and phones can create.
    pub(crate) fn equip(&self, user_id: &str) -> Result<Belongings> {
        let Some(local) = &self.local else {
            let nobodys = |prefix: &str| format!("{prefix}_nobody");
            let (passkey, external_account) = (nobodys("idn"), nobodys("eac"));
            return Ok(Belongings { passkey, external_account, trusted_device: nobodys("td") });
        };
        let seed = local.seed();
        let google = ExternalAccount {
            email_address: self.email.clone(),
            token: Some(OauthToken::new("ya29.a-token")),
            ..ExternalAccount::new("oauth_google", "110169484474386276334")
        };
        let organization = seed.organization(Organization::new("Analytical Engines"))?;
        seed.membership(&organization, user_id, Membership::new("org:admin"))?;
        let inviting = seed.organization(Organization::new("Difference Engines"))?;
        seed.invitation(&inviting, Invitation::new(&self.email))?;
        Ok(Belongings {
            passkey: seed.passkey(user_id, "Ada's laptop")?,
            external_account: seed.external_account(user_id, google)?,
            trusted_device: seed.trusted_device(user_id, "ios", Some("Ada's phone"))?,
        })
    }
}
