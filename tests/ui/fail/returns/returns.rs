use std::future::Future;
use std::pin::Pin;

use clerk_client::{Call, Client, Response, clerk_api};

#[derive(serde::Deserialize)]
struct User;
struct MyError;
struct View<'a>(&'a str);
type Short<T> = std::result::Result<T, MyError>;

#[clerk_api]
trait NoCall {
    #[delete("/a/<id>")]
    fn nothing(&self, id: &str); //~

    #[get("/b")]
    fn bare(&self) -> Vec<User>; //~

    #[get("/c")]
    fn result(&self) -> Result<User, MyError>; //~

    #[get("/d")]
    fn alias(&self) -> clerk_client::Result<Vec<User>>; //~

    #[get("/e")]
    fn future(&self) -> impl Future<Output = Result<User, MyError>>; //~

    #[get("/f")]
    fn boxed(&self) -> Pin<Box<dyn Future<Output = Result<User, MyError>> + Send + '_>>; //~

    #[get("/g")]
    fn response(&self) -> Response<User>; //~

    #[get("/h")]
    fn never(&self) -> !; //~

    #[get("/i")]
    fn option(&self) -> Option<Call<User>>; //~

    #[get("/j")]
    fn unit(&self) -> (); //~
}

#[clerk_api]
trait WrappedCall {
    #[get("/a")]
    fn shared(&self) -> std::sync::Arc<Call<User>>; //~

    #[get("/b")]
    fn reference(&self) -> &Call<User>; //~
}

#[clerk_api]
trait WrongCall {
    #[get("/a")]
    fn no_type(&self) -> Call; //~

    #[get("/b")]
    fn two_types(&self) -> Call<User, MyError>; //~

    #[get("/c")]
    fn inferred(&self) -> Call<_>; //~

    #[get("/d")]
    fn result_inside(&self) -> Call<Result<User, MyError>>; //~

    #[get("/e")]
    fn nested(&self) -> Call<Call<User>>; //~

    #[get("/f")]
    fn dynamic(&self) -> Call<dyn std::fmt::Debug>; //~

    #[get("/g")]
    fn opaque(&self) -> Call<impl Send>; //~

    #[get("/h")]
    fn itself(&self) -> Call<Self>; //~

    #[get("/i")]
    fn empty(&self) -> Call<>; //~
}

#[clerk_api]
trait Borrowed {
    #[get("/a")]
    fn text(&self) -> Call<&str>; //~

    #[get("/b")]
    fn view(&self) -> Call<View<'_>>; //~

    #[get("/c")]
    fn named<'a>(&'a self) -> Call<Vec<View<'a>>>; //~

    #[get("/d")]
    fn no_size(&self) -> Call<str>; //~

    #[get("/e")]
    fn slice(&self) -> Call<&[User]>; //~
}

async fn callers(client: &Client) -> clerk_client::Result<()> {
    let _: Vec<User> = client.bare().await?;
    let _: User = client.result().await?;
    let _: Vec<User> = client.alias().await?;
    let _: User = client.future().await?;
    let _: User = client.boxed().await?;
    client.nothing("x").await
}

fn main() {}
