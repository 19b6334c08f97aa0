use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Malformed {
    #[get("/a/<user_id")] //~
    fn unclosed(&self, user_id: &str) -> Call<u8>;

    #[get("/b/user_id>")] //~
    fn unopened(&self, user_id: &str) -> Call<u8>;

    #[get("/c/u-<user_id>")] //~
    fn inside(&self, user_id: &str) -> Call<u8>;

    #[get("/d/<a>:<b>")] //~
    fn two(&self, a: &str, b: &str) -> Call<u8>;

    #[get("/e/<<id>>")] //~
    fn nested(&self, id: &str) -> Call<u8>;

    #[get("/f/<>")] //~
    fn empty(&self, id: &str) -> Call<u8>;

    #[get("/g/<user-id>")] //~
    fn kebab(&self, user_id: &str) -> Call<u8>;

    #[get("/h/<1>")] //~
    fn digit(&self, id: &str) -> Call<u8>;

    #[get("/i/< user_id >")] //~
    fn spaces(&self, user_id: &str) -> Call<u8>;

    #[get("/j/<user.id>")] //~
    fn dotted(&self, user_id: &str) -> Call<u8>;

    #[get("/k/<r#type>")] //~
    fn raw(&self, r#type: &str) -> Call<u8>;

    #[get("/l/<self>")] //~
    fn receiver(&self) -> Call<u8>;

    #[get("/m/<id>/x/<id>")] //~
    fn twice(&self, id: &str) -> Call<u8>;

    #[get("/n/<a/<b>")] //~
    fn one_of_two(&self, a: &str, b: &str) -> Call<u8>;
}

fn main() {}
