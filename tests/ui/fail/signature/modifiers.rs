use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait Modifiers {
    #[get("/a")]
    const fn constant(&self) -> Call<u8>; //~

    #[get("/b")]
    unsafe fn not_safe(&self) -> Call<u8>; //~

    #[get("/c")]
    extern "C" fn foreign(&self) -> Call<u8>; //~

    #[get("/d")]
    fn with_body(&self) -> Call<u8> { //~
        todo!()
    }

    #[get("/e")]
    fn with_empty_body(&self) -> Call<u8> {} //~

    #[get("/f")]
    default fn defaulted(&self) -> Call<u8>; //~

    #[get("/g")]
    async fn already(&self) -> Call<u8>; //~

    #[get("/h/<id>")]
    async fn sugar(&self, id: &str) -> Result<Vec<u8>, String>; //~

    #[delete("/i")]
    async fn nothing(&self); //~
}

async fn all(client: &Client) -> clerk_client::Result<()> {
    client.constant().await?;
    client.not_safe().await?;
    client.already().await?;
    let bytes: Vec<u8> = client.sugar("x").await?;
    drop(bytes);
    client.nothing().await
}

fn main() {}
