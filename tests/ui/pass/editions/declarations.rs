//! Endpoints declared by a crate of an older edition, where `gen` is not a keyword yet.
#![deny(warnings, missing_docs)]

use clerk_client::{clerk_api, Call};

/// An API.
#[clerk_api]
pub trait EditionApi {
    /// One.
    #[get("/a/<gen>")]
    fn one(&self, gen: &str, #[query("limit")] limit: Option<u32>) -> Call<Vec<u8>>;

    /// Two.
    #[post("/b")]
    fn two(&self, #[body] request: &[&str]) -> Call<()>;
}

/// The endpoints, as `dyn`.
pub fn names(_: &dyn EditionApi) -> Vec<&'static str> {
    <dyn EditionApi>::ENDPOINTS.iter().map(|endpoint| endpoint.name).collect()
}
