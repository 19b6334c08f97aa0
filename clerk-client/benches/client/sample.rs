//! The responses that all sides decode: one full user of about 5 KB, and pages of 500.

/// A user with every member that today's API sends, in the order in which it sends them.
const USER: &str = include_str!("user.json");

/// An organization membership, likewise.
const MEMBERSHIP: &str = include_str!("membership.json");

fn filled(template: &str, n: usize) -> String {
    let created_at = (1_754_000_000_000 + n).to_string();
    template.trim_end().replace("@N@", &format!("{n:04}")).replace("@T@", &created_at)
}

fn list(item: impl Fn(usize) -> String) -> String {
    format!("[{}]", (0..500).map(item).collect::<Vec<_>>().join(","))
}

pub(crate) fn one() -> String {
    filled(USER, 1)
}

pub(crate) fn page() -> String {
    list(|n| filled(USER, n))
}

pub(crate) fn sorted_page() -> String {
    // A `Value` keeps its keys sorted.
    list(|n| {
        serde_json::from_str::<serde_json::Value>(&filled(USER, n)).map_or_else(|_| String::new(), |it| it.to_string())
    })
}

pub(crate) fn memberships() -> String {
    format!(r#"{{"data":{},"total_count":500}}"#, list(|n| filled(MEMBERSHIP, n)))
}
