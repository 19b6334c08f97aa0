use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Double {
    #[get("/a/<id>")]
    fn in_the_path_too(&self, #[query] id: &str) -> Call<u8>; //~

    #[post("/b")]
    fn two_roles(&self, #[query] #[body] p: &[(&str, &str)]) -> Call<u8>; //~

    #[post("/c")]
    fn same_role_twice(&self, #[body] #[body] p: &str) -> Call<u8>; //~
}

#[clerk_api]
trait Unknown {
    #[post("/a")]
    fn typo(&self, #[boddy] p: &str) -> Call<u8>; //~

    #[get("/b")]
    fn other_typo(&self, #[qeury("limit")] limit: u32) -> Call<u8>; //~

    #[get("/c/<id>")]
    fn path(&self, #[path] id: &str) -> Call<u8>; //~

    #[post("/d")]
    fn json(&self, #[json] p: &str) -> Call<u8>; //~

    #[get("/e")]
    fn param(&self, #[param] p: &str) -> Call<u8>; //~

    #[post("/f")]
    fn file(&self, #[file("avatar")] p: &[u8]) -> Call<u8>; //~

    #[get("/g")]
    fn cookie(&self, #[cookie("session")] p: &str) -> Call<u8>; //~

    #[get("/h")]
    fn serde(&self, #[serde(rename = "q")] p: &str) -> Call<u8>; //~

    #[get("/i")]
    fn something(&self, #[something] p: &str) -> Call<u8>; //~
}

#[clerk_api]
trait NotRoles {
    #[get("/a/<id>")]
    fn documented(
        &self,
        /// The id. //~
        /// And more of it.
        id: &str,
    ) -> Call<u8>;

    #[get("/b")]
    fn conditional(&self, #[cfg(unix)] #[query] q: &str) -> Call<u8>; //~

    #[get("/c")]
    fn conditional_role(&self, #[cfg_attr(unix, query)] q: &str) -> Call<u8>; //~

    #[get("/d/<id>")]
    fn optional(&self, id: Option<&str>) -> Call<u8>; //~
}

fn main() {}
