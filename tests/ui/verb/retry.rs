use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Retries {
    #[post("/a", retry = "always")]
    fn always(&self) -> Call<u8>;

    #[get("/b", retry = "nevr")] //~
    fn misspelt(&self) -> Call<u8>;

    #[get("/c", retry = never)] //~
    fn no_quotes(&self) -> Call<u8>;

    #[get("/d", retry)] //~
    fn no_value(&self) -> Call<u8>;

    #[get("/e", retry = 3)] //~
    fn number(&self) -> Call<u8>;

    #[get("/f", retries = "never")] //~
    fn other_name(&self) -> Call<u8>;

    #[post("/g", retry = "never", retry = "always")] //~
    fn twice(&self) -> Call<u8>;

    #[post("/h", retry = "unless")] //~
    fn no_members(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/i", retry = "unless()")] //~
    fn empty_list(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/j", retry = "unless(pass word)")] //~
    fn no_name(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/k", retry = "unless(a, b, a)")] //~
    fn member_twice(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/l", retry = "unless(password)")] //~
    fn no_body(&self) -> Call<u8>;

    #[post("/m", retry = "except(password)")] //~
    fn except(&self, #[body] body: &u8) -> Call<u8>;

    #[patch("/n", retry = "idempotent")] //~
    fn idempotent(&self) -> Call<u8>;

    #[patch("/o", rety = "never")] //~
    fn misspelt_option(&self) -> Call<u8>;

    #[patch("/p", retry = "unless(password, totp_secret)")]
    fn unless(&self, #[body] body: &u8) -> Call<u8>;
}

fn main() {}
