//! [`UpdateUserMetadataRequest`].

use crate::types::Metadata;
use clerk_macros::ClerkRequest;

/// Changes to a user's metadata, which Clerk deep-merges into the current metadata. A null value removes its key.
///
/// Build the changes with [`MetadataPatch`](crate::MetadataPatch), or encode a type of your own with
/// [`Metadata::encode`]: a field of it that is `None` is sent as null then, and removes its key.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::{MetadataPatch, UpdateUserMetadataRequest};
///
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let changes = MetadataPatch::new().set("plan", "pro").remove("trial");
/// let request = UpdateUserMetadataRequest::new().public_metadata(changes);
/// let user = client.users().update_metadata("user_2a", &request).await?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "UpdateUserMetadataParams")]
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkRequest)]
#[non_exhaustive]
pub struct UpdateUserMetadataRequest {
    /// Changes to the metadata that the frontend can read.
    pub public_metadata: Option<Metadata>,
    /// Changes to the metadata that only the backend can read.
    pub private_metadata: Option<Metadata>,
    /// Changes to the metadata that the frontend can write.
    pub unsafe_metadata: Option<Metadata>,
}
