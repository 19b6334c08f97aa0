use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Pages {
    #[get("/a", paginate = offset)]
    fn one(&self, #[query("limit")] limit: u32, #[query("offset")] offset: u32) -> Call<u8>; //~
}

fn main() {}
