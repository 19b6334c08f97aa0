use clerk_client::{Call, clerk_api};

type Maybe = Option<u8>;

#[clerk_api]
trait Api {
    #[get("/a/<id>")]
    fn one(&self, id: Maybe) -> Call<u8>; //~
}

fn main() {}
