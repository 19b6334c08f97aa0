//! The replies that all sides decode: one full user of about 5 KB, and a page of 500.

/// A user with every member that today's API sends, in the order in which it sends them.
const TEMPLATE: &str = include_str!("user.json");

fn user(n: usize) -> String {
    let created_at = (1_754_000_000_000 + n).to_string();
    TEMPLATE.trim_end().replace("@N@", &format!("{n:04}")).replace("@T@", &created_at)
}

pub(crate) fn one() -> String {
    user(1)
}

pub(crate) fn page() -> String {
    let users: Vec<String> = (0..500).map(user).collect();
    format!("[{}]", users.join(","))
}
