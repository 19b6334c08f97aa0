use bytes::Bytes;
use data_encoding::BASE64;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::problem::Problem;
use crate::store::{Id, Keys, Kind, Resource, Store};

/// A profile image that a user uploaded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Image {
    pub(crate) id: Id,
    pub(crate) user: Id,
    pub(crate) content_type: Box<str>,
    #[serde(serialize_with = "encode", deserialize_with = "decode")]
    pub(crate) bytes: Bytes,
}

impl Resource for Image {
    const PREFIX: &'static str = "img";
    const LABEL: &'static str = "image";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
    }

    fn not_found(_: &str) -> Problem {
        Problem::missing("image_not_found", "The user has no profile image.")
    }
}

fn encode<S: Serializer>(bytes: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&BASE64.encode(bytes))
}

fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Bytes, D::Error> {
    let text = String::deserialize(deserializer)?;
    BASE64.decode(text.as_bytes()).map(Bytes::from).map_err(serde::de::Error::custom)
}
