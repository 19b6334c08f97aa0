use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Renamed {
    #[get("/a/{userId}")] //~
    fn openapi(&self, user_id: &str) -> Call<u8>;

    #[get("/b/<userId>/<orgId>")] //~
    fn two(&self, user_id: &str, org_id: &str) -> Call<u8>;

    #[get("/c/<first>/<second>")] //~
    fn two_by_position(&self, a: &str, b: &str) -> Call<u8>;

    #[get("/d/<x>")] //~
    fn one_letter(&self, y: &str) -> Call<u8>;

    #[get("/g/<gen>")] //~
    fn keyword(&self) -> Call<u8>;
}

#[clerk_api]
trait MeantForThePath {
    #[get("/a/<id>")]
    fn named(&self, #[path("id")] user_id: &str) -> Call<u8>; //~

    #[get("/b/<id>")]
    fn variable(&self, #[path_variable] id: &str) -> Call<u8>; //~

    #[get("/c")]
    fn no_placeholder(&self, #[path] id: &str) -> Call<u8>; //~

    #[get("/d/<id>")]
    fn unknown(&self, #[something] id: &str) -> Call<u8>; //~
}

#[clerk_api]
trait OtherWords {
    #[get("/a")]
    fn query_param(&self, #[query_param("limit")] limit: u32) -> Call<u8>; //~

    #[post("/b")]
    fn request_body(&self, #[request_body] body: &str) -> Call<u8>; //~

    #[get("/c")]
    fn request_header(&self, #[RequestHeader("x-a")] a: &str) -> Call<u8>; //~

    #[get_mapping("/d")] //~
    fn get_mapping(&self) -> Call<u8>;

    #[HttpPost("/e")] //~
    fn http_post(&self) -> Call<u8>;
}

#[clerk_api]
trait Suffixes {
    #[get("/a")]
    fn query(&self, #[query("limit"u8)] limit: u32) -> Call<u8>; //~

    #[get("/b")]
    fn header(&self, #[header("x-a"z)] a: &str) -> Call<u8>; //~

    #[get("/c"x)] //~
    fn path(&self) -> Call<u8>;

    #[post("/d", idempotent = unless("a"x))] //~
    fn member(&self, #[body] body: &u8) -> Call<u8>;
}

fn main() {}
