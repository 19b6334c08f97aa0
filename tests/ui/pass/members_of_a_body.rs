//! `unless` names members of a body, whether they are known to the compiler or not.
#![deny(warnings, unused)]
#![allow(dead_code)]

use clerk_client::{Call, ClerkRequest, clerk_api};
use serde::Serialize;

#[derive(Debug, Clone, ClerkRequest)]
pub struct Derived {
    pub password: Option<String>,
}

#[derive(Serialize)]
pub struct Plain<'a> {
    pub password: &'a str,
}

#[clerk_api]
pub trait MembersApi {
    #[post("/a", idempotent = unless(password))]
    fn derived(&self, #[body] body: &Derived) -> Call<()>;

    #[post("/b", idempotent = unless(password))]
    fn plain<'a>(&self, #[body] body: &'a Plain<'a>) -> Call<()>;

    #[post("/c", idempotent = unless(password))]
    fn json(&self, #[body] body: &serde_json::Value) -> Call<()>;

    #[post("/d", idempotent = unless(password))]
    fn list(&self, #[body] body: &[Derived]) -> Call<()>;
}

pub(super) fn main() {
    #[clerk_api(crate = ::clerk_client)]
    pub trait InAFunctionApi {
        #[post("/a", idempotent = unless(password))]
        fn derived(&self, #[body] body: &Derived) -> Call<()>;
    }
}
