use std::marker::PhantomData;

use clerk_client::{Call, clerk_api};

#[derive(serde::Deserialize)]
pub struct Local(PhantomData<*const u8>);

#[clerk_api]
pub trait Api {
    /// One that must stay on its thread.
    #[get("/users/<id>")]
    fn one(&self, id: &str) -> Call<Local>; //~
}

fn main() {}
