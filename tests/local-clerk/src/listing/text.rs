//! Filters that look for a part of a text, without case.

use crate::query::Query;
use crate::state::user::User;

pub(super) type Test = fn(&User, &str) -> bool;

pub(super) struct Text {
    pub(super) needle: String,
    pub(super) of: Test,
}

pub(super) fn texts(query: &Query) -> Vec<Text> {
    let partial: [(&str, Test); 5] = [
        ("query", |user, needle| in_identifiers(user, needle) || in_names(user, needle)),
        ("email_address_query", in_emails),
        ("phone_number_query", in_phones),
        ("username_query", in_username),
        ("name_query", in_names),
    ];
    let asked = partial.iter().filter_map(|(name, of)| Some((query.first(name)?, of)));
    asked.map(|(needle, of)| Text { needle: needle.to_lowercase(), of: *of }).collect()
}

fn contains(text: &str, needle: &str) -> bool {
    if !text.is_ascii() || !needle.is_ascii() {
        return text.to_lowercase().contains(needle);
    }
    // No copy of the text: a query looks at every text of every user.
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    needle.is_empty() || text.windows(needle.len()).any(|part| part.eq_ignore_ascii_case(needle))
}

fn in_emails(user: &User, needle: &str) -> bool {
    user.email_addresses.iter().any(|email| contains(&email.email_address, needle))
}

fn in_phones(user: &User, needle: &str) -> bool {
    user.phone_numbers.iter().any(|phone| contains(&phone.phone_number, needle))
}

fn in_username(user: &User, needle: &str) -> bool {
    user.username.as_deref().is_some_and(|name| contains(name, needle))
}

/// First name, last name, or both with a space between.
fn in_names(user: &User, needle: &str) -> bool {
    let in_one = user.first_name.iter().chain(&user.last_name).any(|name| contains(name, needle));
    let both = || user.first_name.as_deref().zip(user.last_name.as_deref());
    in_one || needle.contains(' ') && both().is_some_and(|(first, last)| contains(&format!("{first} {last}"), needle))
}

fn in_identifiers(user: &User, needle: &str) -> bool {
    let wallets = || user.web3_wallets.iter().any(|wallet| contains(&wallet.web3_wallet, needle));
    in_emails(user, needle)
        || in_phones(user, needle)
        || in_username(user, needle)
        || wallets()
        || contains(&user.id, needle)
}
