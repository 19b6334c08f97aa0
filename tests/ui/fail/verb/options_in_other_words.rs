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
