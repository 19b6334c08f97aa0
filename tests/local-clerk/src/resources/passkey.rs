use super::prelude::*;

resource! {
    Passkey: "idn", "passkey";
    part of user;
    {
        name: Box<str>,
        last_used_at: i64,
        verification: Option<Verification>,
    }

    shows self {
        name, last_used_at, verification => self.verification.as_ref(),
    }

    fn not_found(_: &str) -> Problem {
        Problem::missing("passkey_not_registered", "The passkey is not registered.")
    }
}
