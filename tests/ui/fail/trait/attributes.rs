use clerk_client::{Call, clerk_api};

#[clerk_api]
#[get("/users")] //~
trait VerbOnTrait {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
#[header("x-a")] //~
trait RoleOnTrait {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
#[clerk_api] //~
trait Twice {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
#[prefix = "/v1"] //~
trait Prefixed {
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

#[clerk_api]
trait OnMethod {
    #[clerk_api] //~
    #[get("/users")]
    fn list(&self) -> Call<u8>;
}

fn main() {}
