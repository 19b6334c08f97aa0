//! What each side is asked to do.

pub(crate) const USER_ID: &str = "user_2xAbCdEfGhIjKlMnOpQrStUv0001";

pub(crate) type Outcome = Result<usize, Box<dyn std::error::Error>>;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Task {
    /// One `find` of a full user.
    Find,
    /// One page of 500.
    Page,
}

impl Task {
    pub(crate) const ALL: [Self; 2] = [Self::Find, Self::Page];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Find => "find",
            Self::Page => "page",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|task| task.name() == name)
    }
}
