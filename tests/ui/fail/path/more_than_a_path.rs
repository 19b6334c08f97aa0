use clerk_client::{Call, clerk_api};

#[clerk_api]
trait More {
    #[get("https://api.clerk.com/v1/users")] //~
    fn url(&self) -> Call<u8>;

    #[get("/users?limit=10")] //~
    fn query(&self) -> Call<u8>;

    #[get("/users?<limit>")] //~
    fn rocket_query(&self, limit: u32) -> Call<u8>;

    #[get("/users?<limit>&<offset>")] //~
    fn rocket_queries(&self, limit: u32, offset: u32) -> Call<u8>;

    #[get("/users#top")] //~
    fn fragment(&self) -> Call<u8>;

    #[get("GET /users")] //~
    fn verb(&self) -> Call<u8>;

    #[get(" /users ")] //~
    fn spaces_around(&self) -> Call<u8>;

    #[get("/all users")] //~
    fn space(&self) -> Call<u8>;

    #[get("/usérs")] //~
    fn not_ascii(&self) -> Call<u8>;

    #[get("/a%20b")] //~
    fn encoded(&self) -> Call<u8>;

    #[get("/a\nb")] //~
    fn newline(&self) -> Call<u8>;

    #[get("/users"suffix)] //~
    fn with_suffix(&self) -> Call<u8>;
}

fn main() {}
