use std::collections::HashMap;
use std::num::NonZeroU32;

use clerk_client::multipart::Part;
use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Values {
    #[get("/a")]
    fn number(&self, #[query] limit: u32) -> Call<u8>; //~

    #[get("/b")]
    fn option(&self, #[query] limit: Option<u32>) -> Call<u8>; //~

    #[get("/c")]
    fn list(&self, #[query] ids: &[&str]) -> Call<u8>; //~

    #[get("/d")]
    fn owned_list(&self, #[query] ids: Vec<String>) -> Call<u8>; //~

    #[post("/e")]
    fn field(&self, #[form] code: &str) -> Call<u8>; //~

    #[post("/g")]
    fn part(&self, #[multipart] file: Part) -> Call<u8>; //~

    #[post("/h")]
    fn text_as_a_part(&self, #[multipart] title: Option<&str>) -> Call<u8>; //~

    #[get("/i")]
    fn boxed(&self, #[query] name: Box<str>) -> Call<u8>; //~

    #[get("/j")]
    fn not_zero(&self, #[query] limit: NonZeroU32) -> Call<u8>; //~

    #[get("/f")]
    fn pairs(&self, #[query] pairs: &[(&str, &str)], #[query] map: &HashMap<String, String>) -> Call<u8>;
}

#[clerk_api]
trait NamesOfTheirOwn {
    #[get("/a")]
    fn map(&self, #[query("filter")] filter: &HashMap<String, String>) -> Call<u8>; //~

    #[post("/b")]
    fn tuple(&self, #[form("pair")] pair: (&str, &str)) -> Call<u8>; //~
}

fn main() {}
