use clerk_client::{Call, clerk_api};

#[derive(serde::Serialize)]
struct CreateUser;

#[clerk_api]
trait Unused {
    #[get("/a")]
    fn value(&self, limit: u32) -> Call<u8>; //~

    #[get("/b")]
    fn list(&self, ids: &[&str]) -> Call<u8>; //~

    #[get("/c")]
    fn structure(&self, query: &CreateUser) -> Call<u8>; //~

    #[post("/d")]
    fn body(&self, request: &CreateUser) -> Call<u8>; //~

    #[get("/e/<id>")]
    fn beside_a_used_one(&self, id: &str, verbose: bool) -> Call<u8>; //~

    #[get("/f")]
    fn two(&self, a: u8, b: u8) -> Call<u8>; //~ //~
}

fn main() {}
