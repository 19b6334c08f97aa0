use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Api {
    #[get("/a/<id>")]
    fn one(&self, id: &'a str) -> Call<u8>; //~
}

fn main() {}
