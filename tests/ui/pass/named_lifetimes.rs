//! A `Call` owns what it needs, whatever the lifetimes of the arguments are called.
#![deny(warnings)]

use clerk_client::{Call, Client, clerk_api};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub struct View<'a> {
    pub name: &'a str,
}

#[derive(Deserialize)]
pub struct Static {
    pub name: std::borrow::Cow<'static, str>,
}

#[clerk_api]
pub trait LifetimesApi {
    #[get("/a/<id>")]
    fn a<'a>(&'a self, id: &'a str) -> Call<()>;

    #[get("/b/<id>")]
    fn b<'a, 'b: 'a>(&'a self, id: &'b str, #[query("c")] c: &'a str) -> Call<()>
    where
        'b: 'a;

    #[post("/c")]
    fn c<'a>(self: &Self, #[body] view: &View<'a>) -> Call<Static>;

    #[get("/e/<id>")]
    fn e(&'static self, id: &str) -> Call<()>;

    #[post("/d")]
    fn d(&self, #[body] view: View<'static>) -> Call<std::borrow::Cow<'static, str>>;
}

fn outlives(client: &Client) -> Call<()> {
    let id = String::from("x");
    client.b(&id, &id)
}

pub(super) fn main() {
    let _ = outlives;
}
