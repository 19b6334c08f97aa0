use clerk_client::{Call, clerk_api};

#[clerk_api(crate = std)] //~
trait NotThisCrate {
    #[get("/a/<id>")]
    fn a(&self, id: &str) -> Call<u8>;

    #[post("/b")]
    fn b(&self, #[body] body: &str) -> Call<u8>;
}

#[clerk_api(crate = not_here)] //~
trait NotHere {
    #[get("/a/<id>")]
    fn a(&self, id: &str) -> Call<u8>;
}

fn main() {}
