//! Every mistake has its error, in source order, and what uses the traits stays quiet.

use clerk_client::{Call, Client, Result, clerk_api};

struct NotSerialize;

#[clerk_api(retries = 3)] //~
trait First {
    #[get("/users/<usr_id>")] //~
    fn one(&self, user_id: &str) -> Call<u8>;

    #[post("users/<usr_id>")] //~
    fn two(&self, user_id: &str, #[bdy] body: &str) -> u8; //~ //~

    #[get("/a/<id>")]
    fn with_an_error_of_its_own(&self, id: NotSerialize) -> Call<u8>; //~
}

#[clerk_api]
trait Second: First {
    #[deprecated]
    #[cfg(all())]
    #[must_use]
    #[get("/users/{id}")] //~
    fn three(&self, id: &str) -> Call<u8>;
}

struct Fake;

impl First for Fake {
    fn one(&self, _: &str) -> Call<u8> {
        Call::ready(Ok(1))
    }
}

impl Second for Fake {}

async fn callers(client: &Client, api: &dyn Second) -> Result<u8> {
    client.one("u").await?;
    api.two("u", "v").await
}

fn tables() -> usize {
    <dyn First>::ENDPOINTS.len() + <dyn Second>::ENDPOINTS.len()
}

fn as_api(client: &Client) -> (&dyn First, &dyn Second) {
    (client, client)
}

fn main() {}
