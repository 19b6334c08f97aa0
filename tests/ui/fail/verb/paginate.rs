use clerk_client::{Call, PageQuery, clerk_api};
use serde::Serialize;

#[derive(Serialize)]
struct Pages {
    limit: u32,
    offset: u32,
    starting_after: String,
}

impl PageQuery for Pages {
    const MEMBERS: &'static [&'static str] = &["limit", "offset", "starting_after"];
}

#[clerk_api]
trait Right {
    #[get("/a", paginate = offset)]
    fn offset(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/b", paginate = cursor(starting_after))]
    fn cursor(&self, #[query("limit")] limit: u32, #[query("starting_after")] after: &str) -> Call<Vec<u8>>;
}

#[clerk_api]
trait Wrong {
    #[get("/a", paginate)] //~
    fn no_value(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/b", paginate = ofset)] //~
    fn misspelt(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/c", paginate = page)] //~
    fn other_name(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/d", paginate = cursor)] //~
    fn no_parameter(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/e", paginate = "offset")] //~
    fn quoted(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/f", paginate = offset(size = "n"))] //~
    fn unknown_name(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/g", pagination = offset)] //~
    fn misspelt_option(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/h", paginate = offset, paginate = offset)] //~
    fn twice(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/i", paginate = cursor(max = 500, starting_after))] //~
    fn name_last(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/j", paginate = cursor(max = 500))] //~
    fn no_name(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/k", paginate = cursor(limit))] //~
    fn one_name_for_two(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/l", paginate = offset(limit = "p", offset = "p"))] //~
    fn one_name_given_twice(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;
}

#[clerk_api]
trait AgainstTheMethod {
    #[post("/a", paginate = offset)] //~
    fn post(&self, #[query] pages: &Pages) -> Call<Vec<u8>>;

    #[get("/b", paginate = offset)] //~
    fn no_query(&self) -> Call<Vec<u8>>;

    #[get("/c", paginate = cursor(starting_after))] //~
    fn half_a_query(&self, #[query("limit")] limit: u32) -> Call<Vec<u8>>;
}

fn main() {}
