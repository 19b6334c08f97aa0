//! What was declared: one [`Endpoint`] per annotated method.

use std::fmt;

use reqwest::Method;

use super::Retry;

/// One declared endpoint of an API.
///
/// `#[clerk_api]` makes one for each method, in the order of declaration, and lists them as `<dyn Trait>::ENDPOINTS`. Every
/// request and every error refers to its endpoint, so logs and metrics can use the template (few values) instead of the URL
/// (one value per user).
///
/// ```
/// use clerk_client::UsersApi;
///
/// let ban = <dyn UsersApi>::ENDPOINTS.iter().find(|endpoint| endpoint.name == "ban").unwrap();
/// assert_eq!(ban.to_string(), "UsersApi.ban (POST /users/{user_id}/ban)");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// `/users/{user_id}`. A call whose path is one of them is refused.
    pub shadowed_by: &'static [&'static str],
    /// Whether a call that may have run is sent again.
    pub retry: Retry,
}

impl Endpoint {
    /// Describes an endpoint; `#[clerk_api]` calls this.
    #[must_use]
    pub const fn new(api: &'static str, name: &'static str, method: Method, path: &'static str) -> Self {
        let retry = match method {
            Method::GET | Method::HEAD | Method::PUT | Method::DELETE => Retry::Always,
            _ => Retry::Never,
        };
        Self { api, name, method, path, shadowed_by: &[], retry }
    }

    /// The same endpoint with another rule than the verb's.
    #[must_use]
    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// The same endpoint, told which more specific paths lie within its template.
    #[must_use]
    pub const fn shadowed_by(mut self, paths: &'static [&'static str]) -> Self {
        self.shadowed_by = paths;
        self
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} ({} {})", self.api, self.name, self.method, self.path)
    }
}
