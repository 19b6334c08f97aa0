use http::HeaderMap;
use serde::{Deserialize, Serialize};

use crate::input::Query;
use crate::problem::Problem;

/// A version of the Backend API, as asked for by `Clerk-API-Version` or `__clerk_api_version`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
#[non_exhaustive]
pub enum ApiVersion {
    /// 2021-02-05, with the shapes documented for it in January 2025.
    V2021_02_05,
    /// 2024-10-01.
    V2024_10_01,
    /// 2025-03-12, of which only a description was published.
    V2025_03_12,
    /// 2025-04-10.
    V2025_04_10,
    /// 2025-11-10.
    V2025_11_10,
    /// 2026-05-12, the newest.
    V2026_05_12,
}

const ALL: [(ApiVersion, &str); 6] = [
    (ApiVersion::V2021_02_05, "2021-02-05"),
    (ApiVersion::V2024_10_01, "2024-10-01"),
    (ApiVersion::V2025_03_12, "2025-03-12"),
    (ApiVersion::V2025_04_10, "2025-04-10"),
    (ApiVersion::V2025_11_10, "2025-11-10"),
    (ApiVersion::V2026_05_12, "2026-05-12"),
];

impl ApiVersion {
    /// The version with this date, such as `2025-11-10`.
    pub fn from_date(date: &str) -> Option<Self> {
        ALL.iter().find(|(_, known)| *known == date).map(|(version, _)| *version)
    }

    /// The version's date.
    pub fn date(self) -> &'static str {
        ALL.iter().find(|(version, _)| *version == self).map_or("", |(_, date)| date)
    }

    /// All versions, the oldest first.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|(version, _)| *version)
    }
}

impl TryFrom<String> for ApiVersion {
    type Error = String;

    fn try_from(date: String) -> Result<Self, String> {
        Self::from_date(&date).ok_or_else(|| format!("no version of the date {date} is known"))
    }
}

impl From<ApiVersion> for &'static str {
    fn from(version: ApiVersion) -> Self {
        version.date()
    }
}

/// The version a request asks for: by one header or by one query parameter.
pub(crate) fn asked_for(headers: &HeaderMap, query: &Query, default: ApiVersion) -> Result<ApiVersion, Problem> {
    let headers = headers.get_all("clerk-api-version").iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
    let query = query.all("__clerk_api_version")?.into_iter().map(Into::into);
    let mut dates = headers.chain(query);
    let Some(date) = dates.next() else { return Ok(default) };
    if dates.next().is_some() {
        return Err(Problem::version("The API version was sent more than once."));
    }
    ApiVersion::from_date(&date).ok_or_else(|| Problem::version("The API version is unknown."))
}
