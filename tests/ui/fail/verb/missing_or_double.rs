use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait Verbs {
    fn none(&self) -> Call<u8>; //~

    /// Documented, and still no verb.
    #[must_use]
    fn none_but_docs(&self, id: &str) -> Call<u8>; //~

    #[get("/a")]
    #[post("/a")] //~
    fn two(&self) -> Call<u8>;

    #[get("/b")]
    #[get("/c")] //~
    fn twice(&self) -> Call<u8>;

    #[get("/d")]
    #[post("/d")] //~
    #[put("/d")] //~
    fn three(&self) -> Call<u8>;
}

fn all(client: &Client) -> [Call<u8>; 5] {
    [client.none(), client.none_but_docs("x"), client.two(), client.twice(), client.three()]
}

fn main() {}
