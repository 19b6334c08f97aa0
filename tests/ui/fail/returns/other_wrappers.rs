use clerk_client::{Call, CallWithHttpInfo, Client, ItemStream, OptionalCall, clerk_api};
use models::Response;

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

#[clerk_api]
trait OfTheCaller {
    #[get("/a")]
    fn items(&self) -> ItemStream<User>; //~

    #[get("/b")]
    fn pages(&self) -> clerk_client::PageStream<User>; //~

    #[get("/c")]
    fn http_info(&self) -> CallWithHttpInfo<User>; //~

    #[get("/d")]
    fn optional(&self) -> OptionalCall<User>; //~

    #[get("/e")]
    fn items_inside(&self) -> Call<ItemStream<User>>; //~

    #[get("/f")]
    fn pages_inside(&self) -> Call<clerk_client::PageStream<User>>; //~

    #[get("/g")]
    fn http_info_inside(&self) -> Call<CallWithHttpInfo<User>>; //~

    #[get("/h")]
    fn optional_inside(&self) -> Call<OptionalCall<User>>; //~

    #[get("/i")]
    fn response_inside(&self) -> Call<clerk_client::Response<User>>; //~
}

mod models {
    #[derive(serde::Deserialize)]
    pub struct Result;

    #[derive(serde::Deserialize)]
    pub struct Response<T>(T);
}

#[clerk_api]
trait NotThePrelude {
    #[get("/a")]
    fn of_ones_own(&self) -> Call<models::Result>;

    #[get("/b")]
    fn envelope_of_ones_own(&self) -> Call<Response<User>>;
}

fn main() {}
