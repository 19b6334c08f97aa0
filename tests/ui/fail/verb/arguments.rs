use clerk_client::{Call, clerk_api};

const PATH: &str = "/users";

#[clerk_api]
trait NoPath {
    #[get] //~
    fn bare(&self) -> Call<u8>;

    #[get()] //~
    fn empty(&self) -> Call<u8>;

    #[get = "/a"] //~
    fn equals(&self) -> Call<u8>;

    #[get { path = "/b" }] //~
    fn braces(&self) -> Call<u8>;

    #[get["/c"]] //~
    fn brackets(&self) -> Call<u8>;

    #[get(path = "/d")] //~
    fn key(&self) -> Call<u8>;

    #[get(,)] //~
    fn comma(&self) -> Call<u8>;
}

#[clerk_api]
trait NoString {
    #[get(404)] //~
    fn integer(&self) -> Call<u8>;

    #[get('/')] //~
    fn character(&self) -> Call<u8>;

    #[get(b"/x")] //~
    fn bytes(&self) -> Call<u8>;

    #[get(c"/x")] //~
    fn c_string(&self) -> Call<u8>;

    #[get(true)] //~
    fn boolean(&self) -> Call<u8>;

    #[get(PATH)] //~
    fn constant(&self) -> Call<u8>;

    #[get(concat!("/users", "/count"))] //~
    fn macro_call(&self) -> Call<u8>;

    #[get(/users/<id>)] //~
    fn no_quotes(&self, id: &str) -> Call<u8>;

    #[get("/a" "/b")] //~
    fn two_without_a_comma(&self) -> Call<u8>;
}

#[clerk_api]
trait TooMuch {
    #[get("/a", "/b")] //~
    fn second_path(&self) -> Call<u8>;

    #[get("/c", rank = 1)] //~
    fn unknown(&self) -> Call<u8>;

    #[post("/d", data = "<user>")] //~
    fn rocket(&self) -> Call<u8>;

    #[get("/e", query = "<limit>")] //~
    fn rocket_query(&self) -> Call<u8>;

    #[get("/f", headers("x-a: b"))] //~
    fn feign_headers(&self) -> Call<u8>;

    #[get("/g", 7)] //~
    fn number(&self) -> Call<u8>;

    #[get("/h", timeout = 5, rank)] //~ //~
    fn two_unknown(&self) -> Call<u8>;

    #[get("/i",)]
    fn trailing_comma(&self) -> Call<u8>;
}

fn main() {}
