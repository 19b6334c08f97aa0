use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Names {
    #[get("/a")]
    fn query(&self, #[query = "limit"] limit: u8) -> Call<u8>; //~

    #[post("/b")]
    fn body(&self, #[body = "name"] name: &str) -> Call<u8>; //~

    #[get("/c")]
    fn header(&self, #[header = "x-name"] name: &str) -> Call<u8>; //~
}

fn main() {}
