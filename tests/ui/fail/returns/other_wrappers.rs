use clerk_client::{Call, Client, clerk_api};

#[derive(serde::Deserialize)]
struct User;
type ApiResult<T> = Result<T, String>;

#[clerk_api]
trait OtherWrappers {
    #[get("/a")]
    fn alias(&self) -> ApiResult<User>; //~

    #[get("/b")]
    fn iterator(&self) -> impl Iterator<Item = User>; //~

    #[get("/c")]
    fn borrowed_texts(&self) -> Vec<&str>; //~

    #[get("/d")]
    fn opaque_inside(&self) -> Call<Vec<impl Clone>>; //~

    #[get("/e")]
    fn lifetime(&self) -> Call<'static, User>; //~

    #[get("/f")]
    fn borrowed_inside(&self) -> Call<(u8, &str)>; //~

    #[get("/g")]
    fn future_of_a_call(&self) -> std::future::Ready<Call<User>>; //~

    #[get("/h")]
    async fn keeps_its_roles(&self, #[query("limit")] limit: u32) -> ApiResult<User>; //~

    #[get("/i/<id>")]
    async fn keeps_its_lifetimes<'a>(&'a self, id: &'a str) -> Result<User, String>; //~

    #[get("/j")]
    async fn qualified(&self) -> clerk_client::Call<User>; //~
}

mod models {
    #[derive(serde::Deserialize)]
    pub struct Result;
}

#[clerk_api]
trait NotThePrelude {
    #[get("/a")]
    fn of_ones_own(&self) -> Call<models::Result>;
}

fn main() {}
