use clerk_client::{Call, clerk_api};

#[clerk_api]
pub trait Public {
    #[get("/users")]
    pub fn list(&self) -> Call<u8>; //~

    #[get("/users/count")]
    pub(crate) fn count(&self) -> Call<u8>; //~
}

fn main() {}
