use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Idempotent {
    #[post("/a", idempotent)]
    fn always(&self) -> Call<u8>;

    #[put("/b", idempotent = false)]
    fn never(&self) -> Call<u8>;

    #[patch("/c", idempotent = unless(password, totp_secret))]
    fn unless(&self, #[body] body: &u8) -> Call<u8>;

    #[patch("/d", idempotent = unless(password))]
    fn unless_a_member(&self, #[body("password")] password: &str) -> Call<u8>;
}

#[clerk_api]
trait Wrong {
    #[get("/a", idempotent = fasle)] //~
    fn misspelt(&self) -> Call<u8>;

    #[post("/b", idempotent = always)] //~
    fn always(&self) -> Call<u8>;

    #[get("/c", idempotent = never)] //~
    fn never(&self) -> Call<u8>;

    #[get("/d", idempotent = "false")] //~
    fn quoted(&self) -> Call<u8>;

    #[get("/e", idempotent(false))] //~
    fn parentheses(&self) -> Call<u8>;

    #[get("/f", idempotent = 3)] //~
    fn number(&self) -> Call<u8>;

    #[post("/g", idempotent, idempotent = false)] //~
    fn twice(&self) -> Call<u8>;

    #[patch("/h", idempotnt)] //~
    fn misspelt_option(&self) -> Call<u8>;

    #[patch("/i", retries = 3)] //~
    fn other_name(&self) -> Call<u8>;
}

#[clerk_api]
trait Unless {
    #[post("/a", idempotent = unless)] //~
    fn no_members(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/b", idempotent = unless())] //~
    fn empty_list(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/c", idempotent = unless(pass word))] //~
    fn no_name(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/d", idempotent = unless(a, b, a))] //~
    fn member_twice(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/e", idempotent = unless(password))] //~
    fn no_body(&self) -> Call<u8>;

    #[post("/f", idempotent = except(password))] //~
    fn except(&self, #[body] body: &u8) -> Call<u8>;

    #[post("/g", idempotent = unless(password))] //~
    fn not_a_member(&self, #[body("name")] name: &str) -> Call<u8>;

    #[post("/h", idempotent = unless("first-name"))]
    fn quoted_member(&self, #[body] body: &u8) -> Call<u8>;
}

#[clerk_api]
trait Retry {
    #[post("/a", retry = "always")] //~
    fn always(&self) -> Call<u8>;

    #[get("/b", retry = "always")] //~
    fn as_usual(&self) -> Call<u8>;

    #[delete("/c", retry = "never")] //~
    fn never(&self) -> Call<u8>;

    #[patch("/d", retry = "unless( password , totp_secret )")] //~
    fn unless(&self, #[body] body: &u8) -> Call<u8>;

    #[get("/e", retry = "sometimes")] //~
    fn retry(&self) -> Call<u8>;

    #[get("/f", retry)] //~
    fn no_value(&self) -> Call<u8>;

    #[get("/g" retry = "never")] //~
    fn no_comma(&self) -> Call<u8>;

    #[get("/h" idempotent = false)] //~
    fn no_comma_either(&self) -> Call<u8>;
}

fn main() {}
