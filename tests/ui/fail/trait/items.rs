use clerk_client::{Call, clerk_api};

macro_rules! endpoints {
    () => {};
}

#[clerk_api]
trait WithType {
    type Page; //~

    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
trait WithConstant {
    const BASE: &'static str = "/users"; //~

    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
trait WithMacro {
    endpoints!(); //~

    #[get("/users")]
    fn list(&self) -> Call<u8>;

    endpoints! {} //~
}

#[clerk_api]
trait VerbOnType {
    #[get("/users")] //~
    type Users;
}

#[clerk_api]
trait VerbOnConstant {
    #[post("/users")] //~
    const CREATE: u8;
}

#[clerk_api]
trait Nothing {} //~

fn list(a: &dyn WithType, b: &dyn WithConstant, c: &dyn WithMacro) -> [Call<u8>; 3] {
    [a.list(), b.list(), c.list()]
}

fn main() {}
