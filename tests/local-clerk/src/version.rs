use axum::http::HeaderMap;

use crate::problem::Problem;
use crate::query::Query;

/// A version of the Backend API, as asked for by `Clerk-API-Version` or `__clerk_api_version`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// Whether users have the members of January 2025 only. The versions of 2025 and later have all 46.
    pub(crate) fn has_seed_shapes(self) -> bool {
        self <= Self::V2024_10_01
    }

    pub(crate) fn update_takes_metadata(self) -> bool {
        self < Self::V2026_05_12
    }

    pub(crate) fn has_create_totp(self) -> bool {
        self < Self::V2026_05_12
    }
}

/// The version a request asks for: by header or by query, never by both.
pub(crate) fn asked_for(headers: &HeaderMap, query: &Query, default: ApiVersion) -> Result<ApiVersion, Problem> {
    let header = headers.get("clerk-api-version").map(|value| String::from_utf8_lossy(value.as_bytes()));
    let query = query.first("__clerk_api_version");
    let date = match (header.as_deref(), query) {
        (None, None) => return Ok(default),
        (Some(_), Some(_)) => {
            return Err(Problem::version("The API version was sent both as header and as query parameter."));
        }
        (Some(date), None) | (None, Some(date)) => date,
    };
    ApiVersion::from_date(date).ok_or_else(|| Problem::version("The API version is unknown."))
}
