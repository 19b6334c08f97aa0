//! Declarations under the strictest lints of clippy: the generated code gives them nothing to say.
#![deny(warnings, clippy::all, clippy::pedantic, clippy::nursery, missing_docs)]
#![allow(dead_code, unreachable_pub)]

use clerk_client::multipart::Form;
use clerk_client::{Call, clerk_api};
use serde::{Deserialize, Serialize};

/// A filter.
#[derive(Clone, Debug, Serialize)]
pub struct Filter {
    /// How many.
    pub limit: u32,
}

/// A response.
#[derive(Clone, Debug, Deserialize)]
pub struct Item {
    /// Its id.
    pub id: String,
}

/// An API.
#[clerk_api(prefix = "/v1")]
pub trait StrictApi {
    /// By value and by reference.
    #[get("/a/<id>/<number>")]
    fn one(&self, id: String, number: u8, #[query] filter: Filter, #[query("q")] q: Option<String>) -> Call<Item>;

    /// Everything else.
    #[post("/a/<id>")]
    fn two(&self, id: &str, #[body] body: Filter, #[header("x-a")] header: String) -> Call<Vec<Item>>;

    /// A form.
    #[put("/a")]
    fn three(&self, #[form] body: &Filter, #[query] more: &Filter) -> Call<()>;

    /// An upload.
    #[patch("/a")]
    fn four(&self, #[multipart] form: Form) -> Call<()>;
}

/// A private one.
#[clerk_api]
trait PrivateApi {
    /// One.
    #[get("/b/<id>")]
    fn private(&self, id: String) -> Call<Item>;
}

#[test]
fn the_tables_are_read() {
    assert_eq!(<dyn StrictApi>::ENDPOINTS.len() + <dyn PrivateApi>::ENDPOINTS.len(), 5);
}
