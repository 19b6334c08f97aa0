//! Which Clerk the examples talk to: that of `CLERK_SECRET_KEY`, or a local one with a few users in it.

use clerk_client::Client;
use local_clerk::LocalClerk;

/// The client, and the local Clerk that has to stay while it is used.
pub(crate) async fn connect() -> Result<(Client, Option<LocalClerk>), Box<dyn std::error::Error>> {
    if std::env::var_os("CLERK_SECRET_KEY").is_some() {
        return Ok((Client::from_env()?, None));
    }
    let local = LocalClerk::start().await?;
    local.seed().users(25)?;
    let client = Client::builder(local.secret_key()).base_url(local.base_url()).build()?;
    Ok((client, Some(local)))
}
