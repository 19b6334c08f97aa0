//! What is wrong with a row, as far as it can be known without Clerk.

use clerk_client::{Metadata, PasswordHasher};

use super::row::Row;

const MOST_METADATA: usize = 8 * 1024;
const MOST_ITEMS: usize = 100;

/// All that is wrong, in words; empty if nothing is.
pub(crate) fn problems(row: &Row) -> Vec<String> {
    let mut problems = Vec::new();
    let mut expect = |is_right: bool, problem: &str| {
        if !is_right {
            problems.push(problem.to_owned());
        }
    };
    let is_text = |text: &Option<String>| text.as_ref().is_none_or(|text| !text.trim().is_empty());
    expect(row.external_id.is_some(), "no external_id: without it nobody can tell whether the user was imported");
    for (name, text) in [("external_id", &row.external_id), ("username", &row.username), ("locale", &row.locale)] {
        expect(is_text(text), &format!("{name} is empty"));
    }
    let lists = [
        &row.email_addresses,
        &row.reserved_email_addresses,
        &row.phone_numbers,
        &row.reserved_phone_numbers,
        &row.web3_wallets,
    ];
    let is_known_by_something = lists.iter().any(|list| list.as_ref().is_some_and(|list| !list.is_empty()));
    expect(is_known_by_something || row.username.is_some(), "no email address, phone number, username or wallet");
    expect(
        lists.iter().all(|list| list.as_ref().is_none_or(|list| list.len() <= MOST_ITEMS)),
        "a list of more than 100",
    );
    for address in values(&row.email_addresses, &row.reserved_email_addresses) {
        expect(is_email_address(address), &format!("{address:?} is not an email address"));
    }
    for number in values(&row.phone_numbers, &row.reserved_phone_numbers) {
        expect(is_phone_number(number), &format!("{number:?} is not a phone number such as +15555550100"));
    }
    expect(row.password.is_none() || row.password_digest.is_none(), "both a password and the digest of one");
    expect(
        row.password_digest.is_some() == row.password_hasher.is_some(),
        "password_digest and password_hasher go together",
    );
    if let Some(PasswordHasher::Other(name)) = &row.password_hasher {
        expect(false, &format!("{name:?} is not a password_hasher that Clerk knows"));
    }
    let metadata = [&row.public_metadata, &row.private_metadata, &row.unsafe_metadata];
    for (metadata, name) in metadata.into_iter().zip(["public_metadata", "private_metadata", "unsafe_metadata"]) {
        let Some(metadata) = metadata else { continue };
        expect(is_object(metadata), &format!("{name} is not an object"));
        expect(metadata.as_str().len() <= MOST_METADATA, &format!("{name} is larger than 8 KB"));
    }
    problems
}

fn values<'a>(one: &'a Option<Vec<String>>, other: &'a Option<Vec<String>>) -> impl Iterator<Item = &'a String> {
    one.iter().chain(other).flatten()
}

/// Rough, and never stricter than Clerk.
fn is_email_address(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let is_plain = !text.chars().any(|char| char.is_whitespace() || char.is_control());
    let labels: Vec<_> = host.split('.').collect();
    is_plain && !local.is_empty() && labels.len() >= 2 && labels.iter().all(|label| !label.is_empty())
}

fn is_phone_number(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or_default();
    (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_object(metadata: &Metadata) -> bool {
    metadata.as_str().trim_start().starts_with('{')
}
