use clerk_client::{Call, Part, clerk_api};

#[clerk_api]
trait Members {
    #[post("/a")]
    fn right(&self, #[body("user_ids")] ids: &[&str], #[body("reason")] reason: Option<&str>) -> Call<u8>;

    #[post("/b")]
    fn whole_and_member(&self, #[body] whole: &str, #[body("reason")] reason: &str) -> Call<u8>; //~

    #[post("/c")]
    fn member_and_whole(&self, #[multipart("file")] file: Part, #[multipart] form: clerk_client::Form) -> Call<u8>; //~

    #[post("/d")]
    fn two_kinds(&self, #[body("a")] a: &str, #[form("b")] b: &str) -> Call<u8>; //~

    #[post("/e")]
    fn file_and_json(&self, #[multipart("file")] file: Part, #[body("b")] b: &str) -> Call<u8>; //~

    #[post("/f")]
    fn taken(&self, #[body("a")] a: &str, #[body("a")] b: &str) -> Call<u8>; //~

    #[post("/g")]
    fn taken_in_a_form(&self, #[form("a")] a: &str, #[form("a")] b: &str) -> Call<u8>; //~

    #[post("/h")]
    fn several_files(&self, #[multipart("file")] a: Part, #[multipart("file")] b: Part) -> Call<u8>;

    #[get("/i")]
    fn on_get(&self, #[body("a")] a: &str) -> Call<u8>; //~

    #[post("/j")]
    fn identifier(&self, #[body(user_ids)] ids: &[&str]) -> Call<u8>; //~
}

fn main() {}
