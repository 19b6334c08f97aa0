//! [`MetadataPatch`]: changes to metadata, key by key.

use serde_json::{Map, Value};

use super::Metadata;

/// Changes to a user's metadata, for
/// [`UpdateUserMetadataRequest`](super::UpdateUserMetadataRequest): what it does not name stays as
/// it is.
///
/// ```
/// # use clerk_client::{MetadataPatch, UpdateUserMetadataRequest};
/// let address = MetadataPatch::new().remove("street");
/// let patch = MetadataPatch::new().set("plan", "pro").set("address", address).remove("trial");
/// let request = UpdateUserMetadataRequest::new().public_metadata(patch);
/// assert_eq!(
///     serde_json::to_string(&request)?,
///     r#"{"public_metadata":{"address":{"street":null},"plan":"pro","trial":null}}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MetadataPatch(Map<String, Value>);

impl MetadataPatch {
    /// No change yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `key`. An object is merged into the object that is there, key by key; anything else
    /// replaces it.
    #[must_use]
    pub fn set(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(key.into(), value.into());
        self
    }

    /// Removes `key`.
    #[must_use]
    pub fn remove(self, key: impl Into<String>) -> Self {
        self.set(key, Value::Null)
    }
}

/// For changes inside an object: the value of another patch's [`set`](MetadataPatch::set).
impl From<MetadataPatch> for Value {
    fn from(patch: MetadataPatch) -> Self {
        Self::Object(patch.0)
    }
}

impl From<MetadataPatch> for Metadata {
    fn from(patch: MetadataPatch) -> Self {
        Value::from(patch).into()
    }
}
