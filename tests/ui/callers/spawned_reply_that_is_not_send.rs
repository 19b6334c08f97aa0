use std::marker::PhantomData;

use clerk_client::{Call, Client, clerk_api};

#[derive(serde::Deserialize)]
pub struct Local(PhantomData<*const u8>);

#[clerk_api]
pub trait Api {
    /// One that must stay on its thread.
    #[get("/users/<id>")]
    fn one(&self, id: &str) -> Call<Local>;
}

fn spawn<T: Send + 'static>(_: T) {}

fn caller(client: &Client) {
    let call = client.one("x");
    spawn(call); //~
}

fn main() {}
