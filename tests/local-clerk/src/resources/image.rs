use bytes::Bytes;
use data_encoding::BASE64;
use serde::{Deserialize, Deserializer, Serializer};

use super::prelude::*;

resource! {
    /// A profile image that a user uploaded.
    Image: "img", "image";
    of user: User;
    {
        content_type: Box<str>,
        #[serde(serialize_with = "encode", deserialize_with = "decode")]
        bytes: Bytes,
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
