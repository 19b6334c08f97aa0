//! What Clerk counts requests by.

use http::Method;

use crate::request::{Endpoint, Request};

/// Method and template, whoever declares them; and the path where Clerk counts each user separately.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Scope {
    method: Method,
    template: &'static str,
    user: Option<Box<str>>,
}

impl Scope {
    pub(super) fn of(request: &Request) -> Self {
        let endpoint = request.endpoint;
        let user = is_limited_per_user(endpoint).then(|| request.uri.path().into());
        Self { method: endpoint.method.clone(), template: endpoint.path, user }
    }

    /// The scope of [`UsersApi::create`](crate::UsersApi::create), and of whatever declares the same request.
    pub(super) fn create_users() -> Self {
        Self { method: Method::POST, template: "/users", user: None }
    }

    pub(super) fn is_of_one_user(&self) -> bool {
        self.user.is_some()
    }
}

/// Clerk counts changes of a user, and of their metadata, by user.
fn is_limited_per_user(endpoint: &Endpoint) -> bool {
    if !matches!(endpoint.method, Method::PATCH | Method::PUT) {
        return false;
    }
    let mut segments = endpoint.path.rsplit('/');
    let mut last = segments.next();
    if last == Some("metadata") {
        last = segments.next();
    }
    last.is_some_and(|last| last.starts_with('{')) && segments.next() == Some("users")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_changes_of_a_user_and_of_their_metadata_are_limited_by_user() {
        for (method, template, expected) in [
            (Method::PATCH, "/users/{user_id}", true),
            (Method::PATCH, "/users/{user_id}/metadata", true),
            (Method::PUT, "/v1/users/{id}/metadata", true),
            (Method::PATCH, "/organizations/{id}", false),
            (Method::PATCH, "/users/metadata", false),
            (Method::PUT, "/users/{user_id}/profile_image", false),
            (Method::POST, "/users/{user_id}", false),
            (Method::DELETE, "/users/{user_id}", false),
        ] {
            let endpoint = Endpoint::new("Api", "name", method, template);
            assert_eq!(is_limited_per_user(&endpoint), expected, "{endpoint}");
        }
    }

    #[test]
    fn creating_users_is_compared_with_the_whole_template() {
        let request = |path| Scope { method: Method::POST, template: path, user: None };
        assert_eq!(request("/users"), Scope::create_users());
        assert_ne!(request("/waitlist/users"), Scope::create_users());
    }
}
