//! [`UpdateUserMetadataRequest`].

use crate::types::Metadata;
use clerk_macros::ClerkRequest;

/// Changes to a user's metadata, merged key by key into what is there, at any depth. A null
/// removes its key.
///
/// Build the changes with [`MetadataPatch`](super::MetadataPatch), or send your own type with
/// [`Metadata::new`]: then mind that a field which is `None` is sent as null and removes its
/// key.
///
/// ```
/// # use clerk_client::{MetadataPatch, UpdateUserMetadataRequest};
/// let patch = MetadataPatch::new().set("plan", "pro").remove("trial");
/// let request = UpdateUserMetadataRequest::new().public_metadata(patch);
/// assert_eq!(serde_json::to_string(&request)?, r#"{"public_metadata":{"plan":"pro","trial":null}}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkRequest)]
#[non_exhaustive]
pub struct UpdateUserMetadataRequest {
    /// Changes to the metadata that the user's browser may see.
    pub public_metadata: Option<Metadata>,
    /// Changes to the metadata that only the backend may see.
    pub private_metadata: Option<Metadata>,
    /// Changes to the metadata that the user may change.
    pub unsafe_metadata: Option<Metadata>,
}
