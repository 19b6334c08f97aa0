//! What counts as an e-mail address, a phone number, a username, a wallet; and how each is kept.

use crate::problem::Problem;

const MAX_EMAIL: usize = 254;
const USERNAME_LENGTH: std::ops::RangeInclusive<usize> = 4..=64;

/// An e-mail address in lower case.
pub(crate) fn email_address(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    let fits = text.split_once('@').is_some_and(|(local, domain)| {
        let labels = domain.split('.').all(|label| !label.is_empty());
        !local.is_empty() && domain.contains('.') && labels && !domain.contains('@')
    });
    let clean = text.len() <= MAX_EMAIL && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    if fits && clean {
        return Ok(text.to_lowercase());
    }
    let message = "email_address must be a valid email address.";
    Err(Problem::param("form_param_format_invalid", "email_address", message))
}

/// A phone number in E.164: spaces, dashes, dots and brackets are taken out.
pub(crate) fn phone_number(text: &str) -> Result<String, Problem> {
    let number: String = text.chars().filter(|c| !" -.()".contains(*c)).collect();
    let digits = number.strip_prefix('+').unwrap_or_default();
    let fits = (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits && !digits.starts_with('0') {
        return Ok(number);
    }
    let message = "phone_number must be a valid phone number according to E.164 international standard.";
    Err(Problem::param("form_param_format_invalid", "phone_number", message))
}

pub(crate) fn username(text: &str) -> Result<String, Problem> {
    let refuse = |code, message: &'static str| Err(Problem::param(code, "username", message));
    if phone_number(text).is_ok() {
        return refuse("form_username_cannot_be_phone_number", "Username must not be a phone number.");
    }
    if !text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') {
        return refuse("form_username_invalid_character", "Username can only contain letters, numbers and '_' or '-'.");
    }
    if !USERNAME_LENGTH.contains(&text.len()) {
        return refuse("form_username_invalid_length", "Username must be between 4 and 64 characters long.");
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return refuse("form_username_needs_non_number_char", "Username must contain one non-number character.");
    }
    Ok(text.to_owned())
}

/// An Ethereum address, or a Solana one in base 58.
pub(crate) fn web3_wallet(text: &str) -> Result<String, Problem> {
    let ethereum = |hex: &str| hex.len() == 40 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    let base58 = |c: char| c.is_ascii_alphanumeric() && !"0OIl".contains(c);
    let solana = (32..=44).contains(&text.len()) && text.chars().all(base58);
    if text.strip_prefix("0x").is_some_and(ethereum) || solana {
        return Ok(text.to_owned());
    }
    let message = "web3_wallet must be a valid web3 wallet address.";
    Err(Problem::param("form_param_format_invalid", "web3_wallet", message))
}

/// RFC 3339 in, milliseconds since 1970 out.
pub(crate) fn timestamp(name: &str, text: &str) -> Result<i64, Problem> {
    let time = time::OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339);
    let milliseconds = time.map(|time| time.unix_timestamp_nanos() / 1_000_000);
    milliseconds.ok().and_then(|value| i64::try_from(value).ok()).ok_or_else(|| {
        let message = format!("{name} must be a timestamp in RFC 3339 format.");
        Problem::param("form_param_invalid_time", name, message)
    })
}
