//! What is wrong with a method's attributes says why an argument is not used.

use clerk_client::{Call, clerk_api};

#[derive(serde::Serialize)]
struct CreateUser;

#[clerk_api]
trait Silenced {
    #[get("/a/u-{id}")] //~
    fn path(&self, id: &str) -> Call<u8>;

    #[get("/b", rank = 1)] //~
    fn option(&self, limit: u32) -> Call<u8>;

    #[body] //~
    #[post("/c")]
    fn role(&self, body: &str) -> Call<u8>;

    #[get("/d/<id>/passkeys/<id>")] //~
    fn placeholder_twice(&self, id: &str, passkey_id: &str) -> Call<u8>;

    #[post("/e/<request>")] //~
    fn never_a_struct(&self, request_body: &CreateUser) -> Call<u8>;

    #[get("/f/<user_id>")] //~
    fn never_a_number(&self, limit: u32) -> Call<u8>;

    #[post("/h/<user_id>")] //~
    fn no_argument(&self, request: &u8) -> Call<u8>;
}

#[clerk_api]
trait JudgedOnce {
    #[post("/a")]
    fn of_no_size(&self, value: dyn std::fmt::Debug + Send) -> Call<u8>; //~

    #[post("/b")]
    fn opaque(&self, value: impl Clone) -> Call<u8>; //~

    #[get("/c/<id>")]
    fn placeholder_and_body(&self, #[body] id: &str) -> Call<u8>; //~

    #[post("/d/<a>")]
    fn placeholder_and_second_body(&self, #[body] a: &str, #[form] b: &[(&str, &str)]) -> Call<u8>; //~

    fn no_verb(self, #[bdy] body: impl Clone, limit: u32) -> u8; //~
}

fn main() {}
