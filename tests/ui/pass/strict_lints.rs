//! The generated code gives no lint anything to say, without switching any off.
#![forbid(warnings, missing_docs, unused_qualifications, rust_2018_idioms, unused, nonstandard_style)]
#![forbid(elided_lifetimes_in_paths, single_use_lifetimes, trivial_casts, unused_lifetimes, unused_results, let_underscore_drop)]
#![forbid(missing_debug_implementations, unused_import_braces, variant_size_differences, unsafe_code)]
#![deny(dead_code)]

use clerk_client::multipart::Form;
use clerk_client::{Call, Client, clerk_api};

/// Documented.
#[clerk_api]
pub trait DocumentedApi: Send {
    /// Documented.
    #[get("/a/<id>")]
    fn one(&self, id: &str, #[query("limit")] limit: Option<u32>) -> Call<()>;

    /// Documented.
    #[post("/a/<id>")]
    fn two(&self, id: String, #[multipart] form: Form, #[header("x-a")] a: String) -> Call<()>;
}

#[clerk_api]
pub(crate) trait PrivateApi {
    #[get("/b/<id>")]
    fn one(&self, id: String) -> Call<()>;
}

mod inner {
    #[clerk_client::clerk_api]
    pub(super) trait InnerApi {
        #[clerk_client::get("/b/<id>")]
        fn inner(&self, id: String) -> clerk_client::Call<()>;
    }
}

pub(super) fn main() {
    let client = Client::new("sk_test_x").unwrap();
    drop(PrivateApi::one(&client, String::new()));
    drop(inner::InnerApi::inner(&client, String::new()));
}
