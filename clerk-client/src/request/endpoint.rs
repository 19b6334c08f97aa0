//! What was declared: one [`Endpoint`] per annotated method.

use std::fmt;

use http::Method;

use super::{Idempotency, Pagination};

/// One declared endpoint of an API.
///
/// `#[clerk_api]` makes one for each method, in the order of declaration, and lists them as `<dyn Trait>::ENDPOINTS`. Every
/// request and every error refers to its endpoint, so logs and metrics can use the template (few values) instead of the URL
/// (one value per user).
///
/// ```
/// use clerk_client::UsersApi;
///
/// let mut endpoints = <dyn UsersApi>::ENDPOINTS.iter();
/// let ban = endpoints.find(|endpoint| endpoint.name == "ban").unwrap();
/// assert_eq!(ban.to_string(), "UsersApi.ban (POST /users/{user_id}/ban)");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Endpoint {
    /// The name of the trait, such as `UsersApi`.
    pub api: &'static str,
    /// The name of the method, such as `ban`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template in OpenAPI's notation, with the trait's prefix: `/users/{user_id}/ban`.
    pub path: &'static str,
    /// The paths of endpoints of the same API and method that a value could turn this one's path into: `/users/count` for
    /// `/users/{user_id}`. A call whose path matches one of them is refused.
    pub more_specific_paths: &'static [&'static str],
    /// Whether a call whose outcome is unknown may be retried.
    pub idempotency: Idempotency,
    /// How the next page is requested; `None` for what is not a paginated list.
    pub pagination: Option<Pagination>,
}

/// What `#[clerk_api]` calls.
#[doc(hidden)]
impl Endpoint {
    /// An endpoint without further paths and pages, as idempotent as its method.
    #[must_use]
    pub const fn new(api: &'static str, name: &'static str, method: Method, path: &'static str) -> Self {
        let idempotency = match method {
            Method::GET | Method::HEAD | Method::PUT | Method::DELETE => Idempotency::Always,
            _ => Idempotency::Never,
        };
        Self { api, name, method, path, more_specific_paths: &[], idempotency, pagination: None }
    }

    #[must_use]
    pub const fn idempotency(mut self, idempotency: Idempotency) -> Self {
        self.idempotency = idempotency;
        self
    }

    #[must_use]
    pub const fn pagination(mut self, pagination: Pagination) -> Self {
        self.pagination = Some(pagination);
        self
    }

    #[must_use]
    pub const fn more_specific_paths(mut self, paths: &'static [&'static str]) -> Self {
        self.more_specific_paths = paths;
        self
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} ({} {})", self.api, self.name, self.method, self.path)
    }
}
