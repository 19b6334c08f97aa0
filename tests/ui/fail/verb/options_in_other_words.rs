use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Options {
    #[get("/a", paginate(offset))] //~
    fn parentheses(&self, #[query("limit")] l: u8, #[query("offset")] o: u8) -> Call<Vec<u8>>;

    #[get("/b", paginate = "offset")] //~
    fn text(&self, #[query("limit")] l: u8, #[query("offset")] o: u8) -> Call<Vec<u8>>;

    #[get("/c", paginate = "sometimes")] //~
    fn unknown_text(&self, #[query("limit")] l: u8, #[query("offset")] o: u8) -> Call<Vec<u8>>;

    #[get("/d", paginate = none)] //~
    fn none(&self) -> Call<Vec<u8>>;

    #[get("/e", !idempotent)] //~
    fn bang(&self) -> Call<u8>;

    #[get("/f", not(idempotent))] //~
    fn not(&self) -> Call<u8>;

    #[get("/g", non_idempotent)] //~
    fn non(&self) -> Call<u8>;
}

#[clerk_api]
trait Separators {
    #[post("/a"; idempotent)] //~
    fn semicolon(&self) -> Call<u8>;

    #[get("/b", paginate = cursor(starting_after; max = 500))] //~
    fn semicolon_inside(&self, #[query("limit")] l: u8, #[query("starting_after")] s: &str) -> Call<Vec<u8>>;

    #[post(idempotent, "/c")] //~
    fn path_last(&self) -> Call<u8>;

    #[post("/d", idempotent: true)] //~
    fn colon(&self) -> Call<u8>;

    #[get("/e", paginate: offset)] //~
    fn colon_and_a_word(&self, #[query("limit")] l: u8, #[query("offset")] o: u8) -> Call<Vec<u8>>;

    #[post("/f", timeout: 5)] //~
    fn colon_and_no_option(&self) -> Call<u8>;
}

#[clerk_api]
trait Attributes {
    #[post("/a")]
    #[idempotent] //~
    fn word(&self) -> Call<u8>;

    #[get("/b")]
    #[paginate = offset] //~
    fn pair(&self) -> Call<Vec<u8>>;

    #[get("/c")]
    #[paginate(offset)] //~
    fn list(&self) -> Call<Vec<u8>>;
}

fn main() {}
