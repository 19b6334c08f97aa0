//! A `Call` holds bytes, not its arguments, so that they may be what must stay on its thread. A reply may not.
#![deny(warnings)]

use std::cell::Cell;
use std::rc::Rc;

use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait LocalApi {
    #[post("/a/<id>")]
    fn one(&self, id: Rc<str>, #[body] body: &Cell<u8>) -> Call<Cell<u8>>;
}

fn send<T: Send + 'static>(_: T) {}

pub(super) fn main() {
    let client = Client::new("sk_test_x").unwrap();
    send(client.one("x".into(), &Cell::new(1)));
}
