use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
struct Users; //~

#[clerk_api]
enum Kinds { //~
    One,
}

#[clerk_api]
impl Users { //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;

    #[post("/users")]
    fn create(&self, #[body] user: &u8) -> Call<u8>;
}

#[clerk_api]
#[derive(Clone)]
struct Derived; //~

#[clerk_api]
impl Derived { //~
    const COUNT: u8 = 1;

    #[allow(dead_code)]
    #[get("/count")]
    fn count(&self) -> Call<u8>;
}

#[clerk_api]
static NAMES: [&str; 0] = []; //~

#[clerk_api]
use std::fmt; //~

#[clerk_api]
fn list() {} //~

#[clerk_api]
mod endpoints { //~
    #[get("/users")]
    fn list() {}
}

#[clerk_api]
type Alias = Client; //~

#[clerk_api]
const BASE: &str = "/v1"; //~

fn main() {
    let _ = (Users, Kinds::One, Users.list(), Users.create(&1), list(), BASE);
    let _ = (Derived.clone(), Derived::COUNT, NAMES, fmt::Error);
}
