mod api {
    use clerk_client::{Call, clerk_api};

    #[clerk_api]
    pub trait Api {
        /// A user.
        #[get("/users/<id>")]
        fn one(&self, id: &str) -> Call<Vec<u8>>;
    }
}

async fn caller(client: &clerk_client::Client) {
    drop(client.one("x").await); //~
}

fn main() {}
