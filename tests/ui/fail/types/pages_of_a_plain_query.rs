use clerk_client::{Call, clerk_api};
use serde::Serialize;

#[derive(Serialize)]
struct Filter {
    limit: u32,
    offset: u32,
}

#[clerk_api]
trait Pages {
    #[get("/a", paginate = offset)]
    fn all(&self, #[query] filter: &Filter) -> Call<Vec<u8>>; //~
}

fn main() {}
