//! What is deprecated is so for those who use it, not for the code that makes it.
#![deny(warnings)]
#![allow(dead_code)]

use clerk_client::{ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse};

#[deprecated]
#[derive(Debug, Clone, Default, ClerkResponse)]
pub struct Reply {
    pub id: Option<String>,
    #[deprecated]
    pub old: Option<String>,
}

#[deprecated]
#[derive(Debug, Clone, ClerkRequest)]
pub struct Change {
    pub id: String,
    #[deprecated]
    pub old: Option<String>,
}

#[deprecated]
#[derive(Debug, Clone, Default, ClerkQuery)]
pub struct Filter {
    #[deprecated]
    pub old: Option<String>,
}

#[deprecated]
#[derive(Debug, Clone, ClerkEnum)]
pub enum Kind {
    Known,
    #[clerk(other)]
    Unlisted(String),
}

#[derive(Debug, Clone, ClerkEnum)]
pub enum Variants {
    Known,
    #[deprecated]
    Old,
    #[clerk(other)]
    #[deprecated]
    Unlisted(String),
}

pub(super) fn main() {}
