//! What each side is asked to do.

use super::sample;

pub(crate) const USER_ID: &str = "user_2xAbCdEfGhIjKlMnOpQrStUv0001";

pub(crate) type Outcome = Result<usize, Box<dyn std::error::Error>>;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Task {
    /// One `find` of a full user.
    Find,
    /// One page of 500 users.
    Page,
    /// The same page, with the keys of each object in alphabetical order.
    Sorted,
    /// One page of 500 organization memberships.
    Memberships,
}

impl Task {
    pub(crate) const ALL: [Self; 4] = [Self::Find, Self::Page, Self::Sorted, Self::Memberships];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Find => "find",
            Self::Page => "page",
            Self::Sorted => "sorted page",
            Self::Memberships => "memberships",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|task| task.name() == name)
    }

    /// What is requested, after the base URL.
    pub(crate) fn target(self) -> String {
        match self {
            Self::Find => format!("/users/{USER_ID}"),
            Self::Page => "/users?limit=500".to_owned(),
            Self::Sorted => "/users?limit=500&offset=500".to_owned(),
            Self::Memberships => format!("/users/{USER_ID}/organization_memberships?limit=500"),
        }
    }

    /// The body of the response.
    pub(crate) fn body(self) -> String {
        match self {
            Self::Find => sample::one(),
            Self::Page => sample::page(),
            Self::Sorted => sample::sorted_page(),
            Self::Memberships => sample::memberships(),
        }
    }

    /// How many of the page's size take as long as a small one.
    pub(crate) fn repetitions(self, of_one: usize, of_page: usize) -> usize {
        if self == Self::Find { of_one } else { of_page }
    }
}
