//! The options of `#[clerk_api]`.
#![deny(warnings)]

extern crate clerk_client as clerk;

mod reexport {
    pub use clerk_client;
}

#[clerk::clerk_api(prefix = "/v1", crate = clerk)]
pub trait RenamedApi {
    #[clerk::get("/users/<id>")]
    fn one(&self, id: &str) -> clerk::Call<()>;
}

#[clerk::clerk_api(crate = crate::pass::prefix_and_crate::reexport::clerk_client, prefix = "/organizations/<organization_id>",)]
pub trait ReexportedApi {
    #[clerk::get("/")]
    fn one(&self, organization_id: &str) -> clerk::Call<()>;

    #[clerk::delete("/members/<id>")]
    fn two(&self, id: &str, organization_id: &str) -> clerk::Call<()>;
}

pub(super) fn main() {
    let path = |endpoint: &clerk::Endpoint| endpoint.path;
    assert_eq!(<dyn RenamedApi>::ENDPOINTS.iter().map(path).collect::<Vec<_>>(), ["/v1/users/{id}"]);
    assert_eq!(
        <dyn ReexportedApi>::ENDPOINTS.iter().map(path).collect::<Vec<_>>(),
        ["/organizations/{organization_id}", "/organizations/{organization_id}/members/{id}"]
    );
}
