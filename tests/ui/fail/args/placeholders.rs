use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait Placeholders {
    #[post("/a/<usr_id>/ban")] //~
    fn typo(&self, user_id: &str) -> Call<u8>;

    #[post("/b/<user_id>/ban")] //~
    fn missing(&self) -> Call<u8>;

    #[get("/c/<userId>")] //~
    fn camel_case(&self, user_id: &str) -> Call<u8>;

    #[get("/d/<id>")] //~
    fn shorter(&self, user_id: &str) -> Call<u8>;

    #[get("/e/<organization>")] //~
    fn unlike(&self, id: &str) -> Call<u8>;

    #[get("/f/<a_id>/<b_id>")] //~
    fn two(&self) -> Call<u8>;

    #[get("/g/<type>")] //~
    fn keyword(&self) -> Call<u8>;

    #[get("/h/<user_id>")] //~
    fn marked(&self, #[query("user_id")] usr_id: &str) -> Call<u8>;
}

#[clerk_api]
trait Halves {
    #[get("/a/<user_id>/<organization_id>")] //~
    fn halves(&self, user: &str, organization: &str) -> Call<u8>;
}

#[clerk_api(prefix = "/organizations/<organization_id>")] //~
trait InPrefix {
    #[get("/members")]
    fn members(&self) -> Call<u8>;
}

fn all(client: &Client) -> [Call<u8>; 2] {
    [client.typo("x"), client.missing()]
}

fn main() {}
