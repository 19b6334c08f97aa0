use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Bodies {
    #[post("/a")]
    fn body(&self, #[body(json)] p: &str) -> Call<u8>; //~

    #[post("/b")]
    fn form(&self, #[form("")] p: &str) -> Call<u8>; //~

    #[post("/c")]
    fn multipart(&self, #[multipart("fi\"le")] p: &str) -> Call<u8>; //~

    #[post("/d")]
    fn empty(&self, #[body()] p: &str) -> Call<u8>; //~

    #[post("/e")]
    fn equals(&self, #[body = "json"] p: &str) -> Call<u8>; //~

    #[post("/f")]
    fn flatten(&self, #[body(flatten)] p: &[u8]) -> Call<u8>; //~
}

#[clerk_api]
trait Queries {
    #[get("/a")]
    fn number(&self, #[query(5)] n: u32) -> Call<u8>; //~

    #[get("/b")]
    fn name(&self, #[query(limit)] n: u32) -> Call<u8>; //~

    #[get("/c")]
    fn equals(&self, #[query = "limit"] n: u32) -> Call<u8>; //~

    #[get("/d")]
    fn key(&self, #[query(name = "limit")] n: u32) -> Call<u8>; //~

    #[get("/e")]
    fn empty(&self, #[query()] n: u32) -> Call<u8>; //~

    #[get("/f")]
    fn empty_key(&self, #[query("")] n: u32) -> Call<u8>; //~

    #[get("/g")]
    fn not_a_key(&self, #[query("?limit=")] n: u32) -> Call<u8>; //~

    #[get("/h")]
    fn two_keys(&self, #[query("limit", "max")] n: u32) -> Call<u8>; //~

    #[get("/i")]
    fn taken(&self, #[query("limit")] a: u32, #[query("limit")] b: u32) -> Call<u8>; //~

    #[get("/k")]
    fn default(&self, #[query(default = 5)] y: u32) -> Call<u8>; //~

    #[get("/j")]
    fn list_key(&self, #[query("id[]")] ids: &[&str], #[query("filter[name]")] name: &str) -> Call<u8>;
}

#[clerk_api]
trait Headers {
    #[get("/a")]
    fn nothing(&self, #[header] a: &str) -> Call<u8>; //~

    #[get("/b")]
    fn spaces(&self, #[header("X Bad")] a: &str) -> Call<u8>; //~

    #[get("/c")]
    fn with_value(&self, #[header("Accept: text/plain")] a: &str) -> Call<u8>; //~

    #[get("/d")]
    fn reserved(&self, #[header("Authorization")] a: &str) -> Call<u8>; //~

    #[get("/e")]
    fn content_type(&self, #[header("content-type")] a: &str) -> Call<u8>; //~

    #[get("/f")]
    fn empty(&self, #[header("")] a: &str) -> Call<u8>; //~

    #[get("/g")]
    fn not_ascii(&self, #[header("x-größe")] a: &str) -> Call<u8>; //~

    #[get("/h")]
    fn name_and_value(&self, #[header("x-a", "b")] a: &str) -> Call<u8>; //~

    #[get("/i")]
    fn identifier(&self, #[header(accept)] a: &str) -> Call<u8>; //~

    #[get("/j")]
    fn taken(&self, #[header("x-a")] a: &str, #[header("X-A")] b: &str) -> Call<u8>; //~

    #[get("/k")]
    fn version(&self, #[header("Clerk-API-Version")] a: &str) -> Call<u8>; //~
}

fn main() {}
