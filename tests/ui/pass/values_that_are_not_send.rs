//! A `Call` sends bytes and decodes at the end: neither the reply nor an argument has to be `Send`, as long as
//! the call stays on its thread.
#![deny(warnings)]

use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;

use clerk_client::{Call, Client, clerk_api};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Local(pub Cell<u8>, pub PhantomData<*const u8>);

#[clerk_api]
pub trait LocalApi {
    #[post("/a/<id>")]
    fn one(&self, id: Rc<str>, #[body] body: &Cell<u8>) -> Call<Local>;
}

fn main() {
    let client = Client::new("sk_test_x").unwrap();
    let call: Call<Local> = client.one("x".into(), &Cell::new(1));
    drop(call);
}
