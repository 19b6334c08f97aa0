//! Nothing that the macro writes collides with an argument's name.
#![deny(warnings)]

use clerk_client::{Call, clerk_api};

#[clerk_api]
pub trait NamesApi {
    #[post("/a/<client>/<endpoint>")]
    fn names(
        &self,
        client: u8,
        endpoint: u8,
        #[query("self_")] self_: u8,
        #[query("call")] call: u8,
        #[query("url")] url: u8,
        #[query("builder")] builder: u8,
        #[header("x-core")] core: &str,
        #[header("x-clerk-client")] clerk_client: &str,
        #[body] request: &u8,
    ) -> Call<()>;

    #[allow(non_snake_case)]
    #[get("/b")]
    fn upper(&self, #[query("a")] ENDPOINTS: u8, #[query("b")] ENDPOINT: u8, #[query("c")] T: u8) -> Call<()>;
}

pub(super) fn main() {}
