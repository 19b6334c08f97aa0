//! The generated code names everything from the root.
#![deny(warnings)]
#![allow(dead_code)]

mod core {}
mod std {}
mod serde {}
struct Option;
struct Some;
struct None;
struct Ok;
struct Err;
struct Result;
struct String;
struct Vec;
struct Box;
struct Client;
struct Endpoint;
struct Method;
trait Send {}
trait Sync {}
trait Sized {}
#[allow(non_camel_case_types)]
struct str;
#[allow(non_upper_case_globals)]
static call: u8 = 0;

use clerk_client::{Call, clerk_api};

#[clerk_api]
trait ShadowedApi {
    #[get("/a/<id>")]
    fn one(&self, id: u8, #[query("limit")] limit: u8) -> Call<()>;

    #[post("/a")]
    fn two(&self, #[body] body: &u8, #[header("x-a")] header: u8) -> Call<u8>;
}

pub(super) fn main() {
    let _ = <dyn ShadowedApi>::ENDPOINTS;
}

