use clerk_client::{Call, Client, clerk_api};
use serde::Serialize;

#[clerk_api]
trait Generics {
    #[post("/a")]
    fn typed<B: Serialize>(&self, #[body] body: &B) -> Call<u8>; //~

    #[get("/b")]
    fn constant<const N: usize>(&self) -> Call<[u8; N]>; //~

    #[get("/c")]
    fn two<'a, A, B>(&'a self, #[query("a")] a: A, #[query("b")] b: B) -> Call<u8>; //~

    #[get("/d/<id>")]
    fn text(&self, id: impl AsRef<str>) -> Call<u8>; //~

    #[get("/e/<id>")]
    fn converted(&self, id: impl Into<String> + Send) -> Call<u8>; //~

    #[post("/f")]
    fn by_reference(&self, #[body] body: &impl Serialize) -> Call<u8>; //~

    #[post("/g")]
    fn itself(&self, #[body] other: &Self) -> Call<u8>; //~

    #[get("/h")]
    fn clause(&self) -> Call<u8> where Self: Sized; //~

    #[get("/j")]
    fn mixed_clause<'a, 'b>(&'a self) -> Call<u8> where 'a: 'b, u8: Copy; //~

    #[get("/i/<id>")]
    fn inferred(&self, id: _) -> Call<u8>; //~
}

fn usable(client: &Client) -> (&dyn Generics, Call<u8>, Call<u8>) {
    (client, client.text("x"), client.typed(&1))
}

fn main() {}
