//! `r#type` fills `<type>`.
#![deny(warnings)]

use clerk_client::{Call, clerk_api};

#[allow(non_camel_case_types)]
#[clerk_api]
pub trait r#match {
    #[get("/a/<type>/<async>")]
    fn r#move(&self, r#type: &str, r#async: u8, #[query("in")] r#in: u8) -> Call<()>;

    #[get("/b/<größe>")]
    fn umlaut(&self, größe: u8) -> Call<()>;
}

pub(super) fn main() {
    let endpoint = &<dyn r#match>::ENDPOINTS[0];
    assert_eq!((endpoint.api, endpoint.name, endpoint.path), ("match", "move", "/a/{type}/{async}"));
}
