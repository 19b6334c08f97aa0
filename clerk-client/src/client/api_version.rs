//! Which version of the API answers.

use std::borrow::Cow;
use std::fmt;

use http::header::{HeaderName, HeaderValue};

use crate::error::{Error, Result};
use crate::request::header;

/// A dated version of Clerk's API, sent as `Clerk-API-Version`.
///
/// The default is [`V2025_11_10`](Self::V2025_11_10), the newest in which [`update`](crate::UsersApi::update) takes metadata.
/// A version that this crate does not know is a text: `ApiVersion::from("2027-01-01")`.
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

pub(crate) fn api_version_header(version: &ApiVersion) -> Result<(HeaderName, HeaderValue)> {
    let is_token = !version.0.is_empty() && version.0.bytes().all(|byte| byte.is_ascii_graphic());
    let value = header::text(version.as_str()).filter(|_| is_token);
    let value = value.ok_or_else(|| Error::request("the API version is not a date such as 2025-11-10"))?;
    Ok((header::API_VERSION, value))
}
