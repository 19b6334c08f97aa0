//! [`ReplaceUserMetadataRequest`].

use clerk_macros::ClerkRequest;

use crate::types::Metadata;

/// New metadata for a user. What is not set is unchanged; what is set replaces the current metadata as a whole.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::{Metadata, ReplaceUserMetadataRequest};
///
/// # async fn example(client: clerk_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// #[derive(serde::Serialize)]
/// struct Billing {
///     plan: &'static str,
/// }
///
/// let billing = Metadata::encode(&Billing { plan: "pro" })?;
/// let request = ReplaceUserMetadataRequest::new().private_metadata(billing);
/// let user = client.users().replace_metadata("user_2a", &request).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkRequest)]
#[non_exhaustive]
pub struct ReplaceUserMetadataRequest {
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Option<Metadata>,
    /// Metadata that only the backend can read and write.
    pub private_metadata: Option<Metadata>,
    /// Metadata that the frontend can read and write.
    pub unsafe_metadata: Option<Metadata>,
}
