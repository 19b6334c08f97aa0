use clerk_client::multipart::Form;
use clerk_client::{Call, clerk_api};

#[clerk_api]
trait TwoBodies {
    #[post("/a")]
    fn json_twice(&self, #[body] a: &str, #[body] b: &str) -> Call<u8>; //~

    #[post("/b")]
    fn json_and_form(&self, #[body] a: &str, #[form] b: &[(&str, &str)]) -> Call<u8>; //~

    #[post("/c")]
    fn multipart_and_json(&self, #[multipart] f: Form, #[body] b: &str) -> Call<u8>; //~

    #[post("/d")]
    fn json_and_multipart(&self, #[body] b: &str, #[multipart] f: Form) -> Call<u8>; //~

    #[post("/e")]
    fn three(&self, #[body] a: &str, #[body] b: &str, #[body] c: &str) -> Call<u8>; //~ //~
}

#[clerk_api]
trait Dynamic {
    #[post("/a")]
    fn serialize(&self, #[body] b: &dyn serde::Serialize) -> Call<u8>; //~
}

#[clerk_api]
trait OnGet {
    #[get("/a")]
    fn json(&self, #[body] b: &str) -> Call<u8>; //~

    #[get("/b")]
    fn form(&self, #[form] b: &[(&str, &str)]) -> Call<u8>; //~

    #[get("/c")]
    fn multipart(&self, #[multipart] f: Form) -> Call<u8>; //~
}

fn main() {}
