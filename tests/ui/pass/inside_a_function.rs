//! No module is generated, so a trait may stand in a function.
#![deny(warnings)]

pub(super) fn main() {
    use clerk_client::{Call, clerk_api};

    type Local = u8;

    #[clerk_api]
    trait LocalApi {
        #[get("/a/<id>")]
        fn one(&self, id: Local) -> Call<Local>;
    }

    fn usable(client: &clerk_client::Client) -> Call<Local> {
        let api: &dyn LocalApi = client;
        api.one(1)
    }
    let _ = usable;
}
