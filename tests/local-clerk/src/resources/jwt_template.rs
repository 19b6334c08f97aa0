use super::prelude::*;

resource! {
    JwtTemplate: "jtmp", "JWT template";
    with created_at, updated_at;
    {
        name: Box<str>,
        claims: Metadata,
        lifetime: i64,
        allowed_clock_skew: i64,
        custom_signing_key: bool,
        signing_algorithm: Box<str>,
        /// Kept, and never shown.
        signing_key: Option<Box<str>>,
    }

    shows self {
        name, claims, lifetime, allowed_clock_skew, custom_signing_key, signing_algorithm, created_at, updated_at,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::JwtTemplateName, self.name.clone());
    }
}

impl Listed for JwtTemplate {}
