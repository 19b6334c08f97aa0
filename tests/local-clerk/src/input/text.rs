//! Texts with a syntax: what counts as an e-mail address, a phone number, a username, a wallet; and how each is kept.

use serde_json::value::RawValue;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::declare::typed;
use super::{Value, invalid, one_of};
use crate::problem::Problem;

const ENROLLMENT_MODES: &[&str] =
    &["manual_invitation", "automatic_invitation", "automatic_suggestion", "enterprise_sso"];
const MAX_EMAIL: usize = 254;
const MAX_LOCAL_PART: usize = 64;
const MAX_CHARACTERS: usize = 256;
const MAX_ITEMS: usize = 100;
const USERNAME_LENGTH: std::ops::RangeInclusive<usize> = 4..=64;

/// Declares a text type that is read by a function.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident by $read:expr $(, $blank:ident)?;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) struct $name(pub(crate) Box<str>);

        impl Value for $name {
            const BLANK_IS_NULL: bool = !concat!($(stringify!($blank))?).is_empty();

            fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
                let text: String = typed(name, raw, "a string")?;
                let read: fn(&str, &str) -> Result<String, Problem> = $read;
                Ok(Self(read(name, &text)?.into()))
            }
        }

        impl From<$name> for Box<str> {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl From<$name> for Option<Box<str>> {
            fn from(text: $name) -> Self {
                Some(text.0)
            }
        }
    )*};
}

texts! {
    /// A name or another short text: at most 256 characters, none of them a control character.
    Short by short;
    /// The same, where the blank string means null.
    Blankable by short, blank_is_null;
    /// An e-mail address in lower case.
    EmailText by email_address;
    /// A phone number in E.164.
    PhoneText by phone_number;
    /// An Ethereum address, or a Solana one in base 58.
    WalletText by web3_wallet;
    /// The slug of an organization.
    SlugText by slug;
    /// A username.
    UsernameText by username, blank_is_null;
    /// The e-mail that an invitation comes in.
    Template by |name, text| one_of(name, text, &["invitation", "waitlist_invitation"]).map(str::to_owned);
    /// How somebody with an address at a domain becomes a member.
    EnrollmentMode by |name, text| one_of(name, text, ENROLLMENT_MODES).map(str::to_owned);
    /// The key of a role, such as `org:admin`.
    RoleText by role;
    /// The key of a permission, such as `org:billing:manage`.
    PermissionText by permission;
    /// A host name of two labels or more, in lower case.
    DomainText by domain;
    /// An address with a scheme: https, a custom one, or http on this machine.
    UrlText by url;
}

/// A list without doubles.
#[derive(Clone, Debug)]
pub(crate) struct List<T>(pub(crate) Vec<T>);

impl<T: Value + Folds> Value for List<T> {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        let texts: Vec<&RawValue> = {
            typed::<Vec<String>>(name, raw, "an array of strings")?;
            serde_json::from_str(raw.get()).map_err(|_| Problem::internal())?
        };
        too_many(name, texts.len())?;
        let mut values: Vec<T> = Vec::with_capacity(texts.len());
        for text in texts {
            let value = T::read(name, text)?;
            if values.iter().any(|known| known.folded() == value.folded()) {
                let text = format!("{name} must not contain a value twice.");
                return Err(Problem::param("form_param_duplicate", name, text));
            }
            values.push(value);
        }
        Ok(Self(values))
    }
}

/// Texts that count as the same although they differ.
pub(crate) trait Folds {
    fn folded(&self) -> String;
}

impl Folds for EmailText {
    fn folded(&self) -> String {
        self.0.to_string()
    }
}

impl Folds for PhoneText {
    fn folded(&self) -> String {
        self.0.to_string()
    }
}

impl Folds for WalletText {
    fn folded(&self) -> String {
        fold_wallet(&self.0)
    }
}

/// Ethereum's hexadecimal digits have no case. Base 58 has.
pub(crate) fn fold_wallet(text: &str) -> String {
    if text.starts_with("0x") { text.to_lowercase() } else { text.to_owned() }
}

/// Short texts, not too many of them.
#[derive(Clone, Debug)]
pub(crate) struct Shorts(pub(crate) Vec<Box<str>>);

impl Value for Shorts {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        let texts: Vec<String> = typed(name, raw, "an array of strings")?;
        too_many(name, texts.len())?;
        let texts = texts.iter().map(|text| short(name, text).map(Into::into));
        Ok(Self(texts.collect::<Result<_, _>>()?))
    }
}

fn too_many(name: &str, count: usize) -> Result<(), Problem> {
    if count <= MAX_ITEMS {
        return Ok(());
    }
    let text = format!("{name} must not have more than {MAX_ITEMS} items.");
    Err(Problem::param("form_param_array_size_exceeded", name, text))
}

/// A time in RFC 3339, kept in milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Time(pub(crate) i64);

impl Value for Time {
    const BLANK_IS_NULL: bool = true;

    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        let text: String = typed(name, raw, "a string")?;
        let milliseconds = OffsetDateTime::parse(&text, &Rfc3339).map(|time| time.unix_timestamp_nanos() / 1_000_000);
        milliseconds.ok().and_then(|value| i64::try_from(value).ok()).map(Self).ok_or_else(|| {
            let message = format!("{name} must be a timestamp in RFC 3339 format.");
            Problem::param("form_param_invalid_time", name, message)
        })
    }
}

impl From<Time> for i64 {
    fn from(time: Time) -> Self {
        time.0
    }
}

/// An integer between two others, both included.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Within<const LEAST: i64, const MOST: i64>(pub(crate) i64);

/// An integer that is not below zero.
pub(crate) type Natural = Within<0, { i64::MAX }>;

impl<const LEAST: i64, const MOST: i64> Value for Within<LEAST, MOST> {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        match i64::read(name, raw)? {
            number if number < LEAST => Err(invalid(name, &format!("at least {LEAST}"))),
            number if number > MOST => Err(invalid(name, &format!("at most {MOST}"))),
            number => Ok(Self(number)),
        }
    }
}

impl<const LEAST: i64, const MOST: i64> From<Within<LEAST, MOST>> for i64 {
    fn from(number: Within<LEAST, MOST>) -> Self {
        number.0
    }
}

fn short(name: &str, text: &str) -> Result<String, Problem> {
    if text.chars().count() > MAX_CHARACTERS {
        let message = format!("{name} must not exceed {MAX_CHARACTERS} characters.");
        return Err(Problem::param("form_param_max_length_exceeded", name, message));
    }
    if text.chars().any(char::is_control) {
        let message = format!("{name} must not contain control characters.");
        return Err(Problem::param("form_param_format_invalid", name, message));
    }
    Ok(text.to_owned())
}

/// The addresses of RFC 5322 without comments, quotes and literals: a dot-atom, and a host name of two labels or more.
pub(crate) fn email_address(name: &str, text: &str) -> Result<String, Problem> {
    let text = text.trim();
    let is_atom = |atom: &str| {
        !atom.is_empty()
            && atom.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
    };
    let fits = text.rsplit_once('@').is_some_and(|(local, domain)| {
        local.len() <= MAX_LOCAL_PART && local.split('.').all(is_atom) && is_host(domain)
    });
    if fits && text.len() <= MAX_EMAIL {
        return Ok(text.to_lowercase());
    }
    Err(Problem::param("form_param_format_invalid", name, format!("{name} must be a valid email address.")))
}

fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        let fits = (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
        fits && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    name.contains('.') && name.split('.').all(is_label)
}

fn domain(name: &str, text: &str) -> Result<String, Problem> {
    if is_host(text) {
        return Ok(text.to_lowercase());
    }
    Err(Problem::param("form_param_format_invalid", name, format!("{name} must be a valid domain name.")))
}

fn is_key(key: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !key.is_empty() && key.bytes().all(fits)
}

/// Those that begin with `org:sys_` are Clerk's own.
fn permission(name: &str, text: &str) -> Result<String, Problem> {
    let feature = text.strip_prefix("org:").and_then(|rest| rest.split_once(':'));
    if feature.is_some_and(|(feature, action)| is_key(feature) && is_key(action) && !feature.starts_with("sys_")) {
        return short(name, text);
    }
    Err(invalid(name, "a permission such as org:billing:manage, and none of the system's"))
}

fn role(name: &str, text: &str) -> Result<String, Problem> {
    if text.strip_prefix("org:").is_some_and(is_key) {
        short(name, text)
    } else {
        Err(invalid(name, "a role such as org:admin"))
    }
}

fn url(name: &str, text: &str) -> Result<String, Problem> {
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let is_here = ["localhost", "127.0.0.1"].iter().any(|host| {
        rest.strip_prefix(host).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '.'))
    });
    let fits = is_scheme && !rest.is_empty() && !text.contains(char::is_whitespace) && (scheme != "http" || is_here);
    if fits { Ok(text.to_owned()) } else { Err(invalid(name, "an absolute URL with https or a custom scheme")) }
}

/// Spaces, dashes, dots and brackets are taken out.
fn phone_number(name: &str, text: &str) -> Result<String, Problem> {
    let number: String = text.chars().filter(|c| !" -.()".contains(*c)).collect();
    let digits = number.strip_prefix('+').unwrap_or_default();
    let fits = (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits && !digits.starts_with('0') {
        return Ok(number);
    }
    let message = format!("{name} must be a valid phone number according to E.164 international standard.");
    Err(Problem::param("form_param_format_invalid", name, message))
}

fn username(name: &str, text: &str) -> Result<String, Problem> {
    let refuse = |code, message: &'static str| Err(Problem::param(code, name, message));
    if phone_number(name, text).is_ok() {
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

fn slug(name: &str, text: &str) -> Result<String, Problem> {
    let fits = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if fits && !text.is_empty() {
        return short(name, text);
    }
    let message = format!("{name} can only contain lowercase letters, digits and dashes.");
    Err(Problem::param("form_param_format_invalid", name, message))
}

fn web3_wallet(name: &str, text: &str) -> Result<String, Problem> {
    let ethereum = |hex: &str| hex.len() == 40 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    let base58 = |c: char| c.is_ascii_alphanumeric() && !"0OIl".contains(c);
    let solana = (32..=44).contains(&text.len()) && text.chars().all(base58);
    if text.strip_prefix("0x").is_some_and(ethereum) || solana {
        return Ok(text.to_owned());
    }
    Err(Problem::param("form_param_format_invalid", name, format!("{name} must be a valid web3 wallet address.")))
}
