use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Slashes {
    #[get("users")] //~
    fn no_slash(&self) -> Call<u8>;

    #[get("")] //~
    fn empty(&self) -> Call<u8>;

    #[get("/users/")] //~
    fn trailing(&self) -> Call<u8>;

    #[get("/users//count")] //~
    fn double(&self) -> Call<u8>;

    #[get("//users")] //~
    fn double_first(&self) -> Call<u8>;

    #[get("/users/../orgs")] //~
    fn parent(&self) -> Call<u8>;

    #[get("/users/./count")] //~
    fn current(&self) -> Call<u8>;

    #[get("users/")] //~
    fn two_mistakes(&self) -> Call<u8>;

    #[get("\\users")] //~
    fn backslash(&self) -> Call<u8>;
}

fn main() {}
