use clerk_client::{Call, clerk_api};

#[clerk_api(prefix = "/v1")]
trait Repeated {
    #[get("/v1/users")] //~
    fn list(&self) -> Call<u8>;

    #[get("/v1beta/users")]
    fn other(&self) -> Call<u8>;
}

fn main() {}
