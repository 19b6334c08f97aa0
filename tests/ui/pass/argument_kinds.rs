//! By value and by reference, owned and borrowed, several queries, bodies on every verb that has one.
#![deny(warnings)]

use std::borrow::Cow;
use std::collections::BTreeMap;

use clerk_client::multipart::Form;
use clerk_client::{Call, clerk_api};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub struct Filter {
    pub limit: u32,
}

#[derive(Serialize)]
pub struct View<'a> {
    pub name: &'a str,
}

#[derive(Deserialize)]
pub struct Item {
    pub id: String,
}

#[clerk_api]
pub trait KindsApi {
    #[get("/owned/<id>")]
    fn owned_id(&self, id: String) -> Call<Item>;

    #[get("/numbers/<a>/<b>/<c>")]
    fn numbers(&self, a: u64, b: &i8, c: &Cow<'_, str>) -> Call<Vec<Item>>;

    #[get("/dyn/<a>")]
    fn dynamic(&self, a: &dyn std::fmt::Display) -> Call<Option<Item>>;

    #[get("/two")]
    fn two_queries(&self, #[query] a: &Filter, #[query] b: Filter, #[query("id")] ids: &[&str]) -> Call<()>;

    #[get("/maps")]
    fn maps(&self, #[query] map: &BTreeMap<String, String>, #[query] pairs: &[(&str, u32)]) -> Call<()>;

    #[get("/optional")]
    fn optional(&self, #[query("a")] a: Option<u32>, #[query("b")] b: Option<&str>, #[header("x-c")] c: Option<&str>) -> Call<()>;

    #[post("/value")]
    fn body_by_value(&self, #[body] body: Filter) -> Call<()>;

    #[put("/slice")]
    fn body_slice(&self, #[body] body: &[Filter]) -> Call<()>;

    #[patch("/borrowed")]
    fn body_borrowed(&self, #[body] body: &View<'_>) -> Call<()>;

    #[patch("/text")]
    fn body_text(&self, #[body] body: &str) -> Call<()>;

    #[post("/raw")]
    fn body_raw(&self, #[body] body: &serde_json::value::RawValue) -> Call<()>;

    #[post("/form")]
    fn form(&self, #[form] body: &Filter, #[query] query: Option<&Filter>) -> Call<serde_json::Value>;

    #[delete("/bulk/<id>")]
    fn delete_with_body(&self, id: &str, #[body] body: &Filter) -> Call<()>;

    #[post("/upload/<id>")]
    fn upload(&self, id: &str, #[multipart] form: Form) -> Call<()>;

    #[get("/")]
    fn root(&self) -> Call<()>;

    #[get("/users:search")]
    fn custom_verb(&self) -> clerk_client::Call<()>;
}

pub(super) fn main() {}
