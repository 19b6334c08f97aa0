use clerk_client::{Call, PageQuery, clerk_api};
use serde::Serialize;

#[derive(Serialize)]
struct Filter<'a> {
    name: &'a str,
    limit: u32,
}

impl PageQuery for Filter<'_> {
    const MEMBERS: &'static [&'static str] = &["name", "limit"];
}

#[clerk_api]
trait Pages {
    #[get("/a", paginate = offset)] //~
    fn all<'a>(&self, #[query] filter: &'a Filter<'a>) -> Call<Vec<u8>>;

    #[get("/b", paginate = offset)]
    fn with_the_rest_beside_it(&self, #[query] filter: &Filter<'_>, #[query("offset")] offset: u32) -> Call<Vec<u8>>;
}

fn main() {}
