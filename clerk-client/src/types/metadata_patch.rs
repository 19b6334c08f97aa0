//! [`MetadataPatch`]: changes to metadata, key by key.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{Metadata, finite};

/// Changes to a user's metadata, for [`UpdateUserMetadataRequest`](crate::UpdateUserMetadataRequest): keys that are not named are
/// unchanged.
///
/// A value that JSON cannot hold, such as NaN, is an error of the call that sends it. It is not sent as null, which would remove
/// the key.
///
/// # Examples
///
/// ```
/// use clerk_client::{MetadataPatch, UpdateUserMetadataRequest};
///
/// let address = MetadataPatch::new().set("city", "London").remove("street");
/// let patch = MetadataPatch::new().set("address", address).remove("trial");
/// let patch_json = r#"{"address":{"city":"London","street":null},"trial":null}"#;
/// assert_eq!(serde_json::to_string(&patch)?, patch_json);
///
/// let request = UpdateUserMetadataRequest::new().public_metadata(patch);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct MetadataPatch {
    changes: Map<String, Value>,
    /// Why the first value that could not be written could not be.
    refused: Option<String>,
}

impl MetadataPatch {
    /// Creates a patch without changes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `key`. Clerk merges an object into the object that is there, key by key; any other value replaces what is there.
    ///
    /// A value that is null, `None` for example, removes the key, as [`remove`](Self::remove) does.
    #[must_use]
    pub fn set(mut self, key: impl Into<String>, value: impl Serialize) -> Self {
        self.insert(key.into(), &value);
        self
    }

    /// Removes `key`.
    #[must_use]
    pub fn remove(self, key: impl Into<String>) -> Self {
        self.set(key, ())
    }

    fn insert(&mut self, key: String, value: &impl Serialize) {
        let checked = finite::check(value).map_err(|error| error.to_string());
        match checked.and_then(|()| serde_json::to_value(value).map_err(|error| error.to_string())) {
            Ok(value) => drop(self.changes.insert(key, value)),
            Err(error) => drop(self.refused.get_or_insert(format!("`{key}`: {error}"))),
        }
    }
}

/// As many calls of [`set`](MetadataPatch::set).
impl<K: Into<String>, V: Serialize> Extend<(K, V)> for MetadataPatch {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, changes: I) {
        changes.into_iter().for_each(|(key, value)| self.insert(key.into(), &value));
    }
}

impl<K: Into<String>, V: Serialize> FromIterator<(K, V)> for MetadataPatch {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(changes: I) -> Self {
        let mut patch = Self::new();
        patch.extend(changes);
        patch
    }
}

/// Also for changes inside an object: a patch is a value of another patch's [`set`](MetadataPatch::set).
impl Serialize for MetadataPatch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.refused {
            None => self.changes.serialize(serializer),
            Some(reason) => Err(S::Error::custom(reason)),
        }
    }
}

impl From<MetadataPatch> for Metadata {
    fn from(patch: MetadataPatch) -> Self {
        match patch.refused {
            None => Value::Object(patch.changes).into(),
            Some(reason) => Self::invalid(&reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_and_removes_at_any_depth() {
        let patch = MetadataPatch::new().set("a", 1).remove("b").set("c", MetadataPatch::new().remove("d"));
        let expected = r#"{"a":1,"b":null,"c":{"d":null}}"#;
        assert_eq!(serde_json::to_string(&patch).unwrap(), expected);
        assert_eq!(Metadata::from(patch).as_str(), expected);
    }

    #[test]
    fn is_collected_from_pairs() {
        let mut patch: MetadataPatch = [("a", 1), ("b", 2)].into_iter().collect();
        patch.extend([("b", None), ("c", Some(3))]);
        assert_eq!(Metadata::from(patch).as_str(), r#"{"a":1,"b":null,"c":3}"#);
    }

    #[test]
    fn a_number_that_is_not_finite_is_an_error_and_not_null() {
        let inner = MetadataPatch::new().set("score", f64::NAN).set("other", f64::INFINITY);
        let patch = MetadataPatch::new().set("plan", "pro").set("game", inner.clone());
        for (patch, reason) in
            [(inner, "`score`: NaN is not a finite number"), (patch, "`game`: `score`: NaN is not a finite number")]
        {
            assert_eq!(serde_json::to_string(&patch).unwrap_err().to_string(), reason);
            assert_eq!(serde_json::to_string(&Metadata::from(patch)).unwrap_err().to_string(), reason);
        }
    }
}
