use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Misspelt {
    #[get("/a")]
    fn one_letter_less(&self) -> Cal<u8>; //~

    #[get("/b")]
    fn small(&self) -> call<Vec<u8>>; //~

    #[get("/c")]
    fn right(&self) -> Call<u8>;

    #[get("/d")]
    fn never(&self) -> Call<!>; //~

    #[get("/e")]
    fn function(&self) -> Call<fn()>; //~
}

fn main() {}
