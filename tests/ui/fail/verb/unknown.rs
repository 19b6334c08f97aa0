use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Misspelt {
    #[pst("/a")] //~
    fn pst(&self) -> Call<u8>;

    #[GET("/b")] //~
    fn upper(&self) -> Call<u8>;

    #[Delete("/c")] //~
    fn title(&self) -> Call<u8>;

    #[pacth("/d/<id>")] //~
    fn swapped(&self, id: &str) -> Call<u8>;

    #[gett("/e")] //~
    fn doubled(&self) -> Call<u8>;
}

#[clerk_api]
trait OfOtherFrameworks {
    #[head("/a")] //~
    fn head(&self) -> Call<u8>;

    #[options("/b")] //~
    fn options(&self) -> Call<u8>;

    #[route("/c", method = "GET")] //~
    fn route(&self) -> Call<u8>;

    #[endpoint { method = GET, path = "/d" }] //~
    fn endpoint(&self) -> Call<u8>;

    #[fetch("/e")] //~
    fn fetch(&self) -> Call<u8>;

    #[request(GET, "/f")] //~
    fn request(&self) -> Call<u8>;
}

#[clerk_api]
trait RolesOnMethods {
    #[body] //~
    #[post("/a")]
    fn body(&self) -> Call<u8>;

    #[header("x-a")] //~
    #[get("/b")]
    fn header(&self) -> Call<u8>;
}

#[clerk_api]
trait Conditional {
    #[cfg_attr(unix, get("/a"))] //~
    fn conditional(&self) -> Call<u8>;
}

fn main() {}
