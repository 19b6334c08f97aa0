use clerk_client::{Call, Client, clerk_api};

struct Pair {
    a: u8,
}

#[clerk_api]
trait Patterns {
    #[get("/a")]
    fn tuple(&self, (a, b): (&str, &str)) -> Call<u8>; //~

    #[get("/b/<id>")]
    fn wild(&self, _: &str) -> Call<u8>; //~

    #[get("/c")]
    fn structure(&self, #[query] Pair { a }: Pair) -> Call<u8>; //~

    #[get("/d/<id>")]
    fn mutable(&self, mut id: String) -> Call<u8>; //~

    #[get("/e/<id>")]
    fn reference(&self, ref id: String) -> Call<u8>; //~

    #[get("/f/<id>")]
    fn bound(&self, id @ _: u8) -> Call<u8>; //~

    #[get("/g/<id>")]
    fn no_size(&self, id: str) -> Call<u8>; //~

    #[post("/h")]
    fn no_size_either(&self, #[body] ids: [u8]) -> Call<u8>; //~

    #[post("/i/<id>")]
    fn nor_this(&self, id: dyn std::fmt::Display + Send) -> Call<u8>; //~
}

fn usable(client: &Client) -> [Call<u8>; 2] {
    [client.tuple(("a", "b")), client.wild("x")]
}

fn main() {}
