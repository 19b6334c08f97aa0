//! The mistakes of the macro's page.

use clerk_client::{Call, Error, clerk_api};

type User = u8;
type CreateUser = u8;

#[clerk_api]
trait Placeholders {
    #[get("/users/{user_id}")] //~
    fn find(&self, user_id: &str) -> Call<User>;
}

#[clerk_api]
trait Misspelt {
    #[get("/users/<usr_id>")] //~
    fn find(&self, user_id: &str) -> Call<User>;
}

#[clerk_api]
trait Unused {
    #[get("/users")]
    fn all(&self, limit: u32) -> Call<User>; //~
}

#[clerk_api]
trait NoSlash {
    #[get("users")] //~
    fn all(&self) -> Call<User>;
}

#[clerk_api]
trait NoVerb {
    fn all(&self) -> Call<Vec<User>>; //~
}

#[clerk_api]
trait NoCall {
    #[get("/users")]
    fn all(&self) -> Result<Vec<User>, Error>; //~
}

#[clerk_api]
trait Async {
    #[get("/users")]
    async fn all(&self) -> Result<Vec<User>, Error>; //~
}

#[clerk_api]
trait Json {
    #[post("/users")]
    fn create(&self, #[json] request: &CreateUser) -> Call<User>; //~
}

#[clerk_api]
trait Generic {
    #[get("/users/<user_id>")]
    fn find<T: Display>(&self, user_id: T) -> Call<User>; //~
}

fn main() {}
