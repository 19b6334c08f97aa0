use clerk_client::{Call, clerk_api};

#[clerk_api(base = "/v1")] //~
trait Base {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefx = "/v1")] //~
trait Typo {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(retries = 3)] //~
trait Unknown {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix = 1)] //~
trait Number {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api("/v1")] //~
trait Bare {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix)] //~
trait NoValue {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix("/v1"))] //~
trait Parentheses {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix = "/v1", prefix = "/v2")] //~
trait Twice {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix = "v1/")] //~
trait Malformed {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix = "/")] //~
trait Nothing {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(crate = "clerk_client")] //~
trait QuotedCrate {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(crate)] //~
trait NoCrate {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix = "/v1",, crate = clerk_client)] //~
trait Comma {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(404)] //~
trait Integer {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix = "/v1"; crate = clerk_client)] //~
trait Semicolon {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix: "/v1")] //~
trait Colon {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(crate: clerk_client)] //~
trait ColonAtTheCrate {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

fn main() {}
