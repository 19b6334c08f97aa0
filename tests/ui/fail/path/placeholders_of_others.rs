use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Others {
    #[get("/a/{user_id}")] //~
    fn openapi(&self, user_id: &str) -> Call<u8>;

    #[get("/b/:user_id")] //~
    fn express(&self, user_id: &str) -> Call<u8>;

    #[get("/c/:user_id?")] //~
    fn express_optional(&self, user_id: &str) -> Call<u8>;

    #[get("/d/[user_id]")] //~
    fn next(&self, user_id: &str) -> Call<u8>;

    #[get("/e/*path")] //~
    fn wildcard(&self, path: &str) -> Call<u8>;

    #[get("/f/{*path}")] //~
    fn axum_wildcard(&self, path: &str) -> Call<u8>;

    #[get("/g/${user_id}")] //~
    fn template_string(&self, user_id: &str) -> Call<u8>;

    #[get("/h/u-{user_id}")] //~
    fn inside(&self, user_id: &str) -> Call<u8>;

    #[get("/i/{user_id:[0-9]+}")] //~
    fn regex(&self, user_id: &str) -> Call<u8>;

    #[get("/j/<path..>")] //~
    fn rocket_trailing(&self, path: &str) -> Call<u8>;

    #[get("/k/<int:id>")] //~
    fn flask(&self, id: u32) -> Call<u8>;

    #[get("/l/<id: u32>")] //~
    fn typed(&self, id: u32) -> Call<u8>;

    #[get("/m/<id?>")] //~
    fn optional(&self, id: u32) -> Call<u8>;

    #[get("/n/{}")] //~
    fn format(&self, id: u32) -> Call<u8>;

    #[get("/o/%s")] //~
    fn printf(&self, id: u32) -> Call<u8>;
}

fn main() {}
