//! `#[mockall::automock]` below `#[clerk_api]` sees a trait like any other.

use clerk_client::{Call, clerk_api};

#[clerk_api]
#[mockall::automock]
pub trait MockedApi {
    /// One.
    #[get("/a/<id>")]
    fn one(&self, id: &str, #[query("limit")] limit: Option<u32>) -> Call<u8>;
}

pub(super) fn main() {
    let mut mock = MockMockedApi::new();
    mock.expect_one().returning(|_, _| Call::ready(Ok(7)));
    let api: &dyn MockedApi = &mock;
    drop(api.one("x", None));
}
