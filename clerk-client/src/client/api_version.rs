//! Which version of the API answers.

use std::borrow::Cow;
use std::fmt;

use http::header::{HeaderName, HeaderValue};

use crate::request::header;

/// A dated version of Clerk's API, sent as `Clerk-API-Version`.
///
/// The default is [`V2025_11_10`](Self::V2025_11_10), the newest in which [`update`](crate::UsersApi::update) takes metadata.
/// A version that this crate does not know is made from its date: `ApiVersion::from("2027-01-01")`. A text that is not a date is an
/// error of the client that is built with it, or of the call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ApiVersion(Cow<'static, str>);

impl ApiVersion {
    /// 2021-02-05, the version of the oldest SDKs.
    pub const V2021_02_05: Self = Self(Cow::Borrowed("2021-02-05"));
    /// 2024-10-01.
    pub const V2024_10_01: Self = Self(Cow::Borrowed("2024-10-01"));
    /// 2025-04-10.
    pub const V2025_04_10: Self = Self(Cow::Borrowed("2025-04-10"));
    /// 2025-11-10, the default.
    pub const V2025_11_10: Self = Self(Cow::Borrowed("2025-11-10"));
    /// 2026-05-12: [`update`](crate::UsersApi::update) no longer takes metadata.
    pub const V2026_05_12: Self = Self(Cow::Borrowed("2026-05-12"));

    /// The date.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for ApiVersion {
    fn default() -> Self {
        Self::V2025_11_10
    }
}

impl From<&str> for ApiVersion {
    fn from(date: &str) -> Self {
        Self(Cow::Owned(date.to_owned()))
    }
}

impl From<String> for ApiVersion {
    fn from(date: String) -> Self {
        Self(Cow::Owned(date))
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The header; or why there is none, for an error of the client or of a call.
pub(crate) fn api_version_header(version: &ApiVersion) -> Result<(HeaderName, HeaderValue), &'static str> {
    let value = header::text(version.as_str()).filter(|_| is_date(version.as_str()));
    Ok((header::API_VERSION, value.ok_or("the API version is not a date such as 2025-11-10")?))
}

fn is_date(text: &str) -> bool {
    let is_written_as_one = text.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let is_within = |part, first, last| text.get(part).is_some_and(|part| (first..=last).contains(&part));
    text.len() == 10 && is_written_as_one && is_within(5..7, "01", "12") && is_within(8..10, "01", "31")
}
