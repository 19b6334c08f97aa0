#![deny(private_interfaces)]

mod inner {
    use clerk_client::{Call, clerk_api};

    #[derive(serde::Deserialize)]
    struct Private;

    #[clerk_api]
    pub trait Api {
        #[get("/a")]
        fn one(&self) -> Call<Private>; //~
    }
}

fn main() {
    let _ = <dyn inner::Api>::ENDPOINTS;
}
