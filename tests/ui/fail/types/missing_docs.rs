//! The line that the macro adds does not count as documentation.
#![deny(missing_docs)]

use clerk_client::{Call, clerk_api};

/// Documented.
#[clerk_api]
pub trait Api {
    #[get("/a")]
    fn one(&self) -> Call<u8>; //~

    #[doc(alias = "second")]
    #[get("/b")]
    fn two(&self) -> Call<u8>; //~
}

fn main() {}
