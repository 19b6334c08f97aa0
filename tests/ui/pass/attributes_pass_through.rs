//! Attributes of the language stay on the method.
#![deny(warnings)]

use clerk_client::{Call, clerk_api};

#[deprecated]
pub struct Old;

/// An API.
#[clerk_api]
#[allow(clippy::all)]
#[must_use]
pub trait AttributesApi {
    #![allow(non_snake_case)]

    /// Never there.
    #[cfg(any())]
    #[get("/never/<id>")]
    fn never(&self, id: DoesNotExist) -> Call<AlsoNot>;

    #[cfg(not(any()))]
    #[get("/always")]
    fn always(&self) -> Call<u8>;

    #[cfg(any())]
    #[get("/always")]
    fn always(&self) -> Call<u16>;

    #[inline]
    #[must_use = "await it"]
    #[doc(alias = "g")]
    #[doc(hidden)]
    #[cfg_attr(any(), inline)]
    #[get("/f")]
    fn f(&self) -> Call<()>;

    #[deprecated(note = "use `f`")]
    #[get("/old")]
    fn old(&self) -> Call<()>;

    #[allow(clippy::too_many_arguments, unused)]
    #[expect(deprecated)]
    #[get("/old/type")]
    fn old_type(&self, #[query("a")] #[allow(unused_variables)] a: Option<OldAlias>, #[query("b")] b: Option<u8>) -> Call<()>;

    #[cfg_attr(all(), cfg(any()))]
    #[get("/never/either/<id>")]
    fn never_either(&self, id: DoesNotExist) -> Call<AlsoNot>;

    #[get("/upper")]
    fn NotSnakeCase(&self, #[query("b")] NeitherIsThis: u8) -> Call<()>;

    #[rustfmt::skip]
    #[get("/skip")]
    fn skip(&self) -> Call<()>;
}

#[deprecated]
pub type OldAlias = u8;

#[clerk_api]
#[deprecated]
pub(crate) trait DeprecatedApi {
    #[get("/a")]
    fn deprecated(&self) -> Call<u8>;
}

mod lints_of_arguments {
    #![deny(non_snake_case)]

    #[clerk_client::clerk_api]
    pub trait LintsApi {
        #[get("/a")]
        fn allowed(&self, #[query("a")] #[allow(non_snake_case)] NotSnake: u8) -> clerk_client::Call<()>;

        #[get("/b")]
        fn expected(&self, #[query("a")] #[cfg_attr(all(), allow(non_snake_case))] NotSnake: u8) -> clerk_client::Call<()>;

        #[allow(non_snake_case)]
        #[get("/c")]
        fn of_the_method(&self, #[query("a")] NotSnake: u8) -> clerk_client::Call<()>;
    }
}

pub(super) fn main() {
    let names: Vec<_> = <dyn AttributesApi>::ENDPOINTS.iter().map(|endpoint| endpoint.name).collect();
    assert_eq!(names, ["always", "f", "old", "old_type", "NotSnakeCase", "skip"]);
}
