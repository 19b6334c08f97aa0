use super::prelude::*;

resource! {
    TrustedDevice: "td", "trusted device";
    of user: User;
    with created_at, updated_at;
    {
        platform: Box<str>,
        name: Option<Box<str>>,
        revoked_at: Option<i64>,
    }

    shows self {
        platform, app_identifier = "com.example.local-clerk", name, algorithm = "ES256", status = if
        self.revoked_at.is_some() { "revoked" } else { "active" }, created_at, updated_at, last_used_at = (),
        revoked_at,
    }
}
