use clerk_client::{Call, clerk_api};

#[clerk_api(prefix = "/orgs/{org_id}")] //~
trait Malformed {
    #[get("/a")]
    fn a(&self, org_id: &str) -> Call<u8>;

    #[get("/b")]
    fn b(&self, org_id: &str) -> Call<u8>;
}

#[clerk_api(prefx = "/orgs/<org_id>")] //~
trait Misspelt {
    #[get("/a")]
    fn a(&self, org_id: &str) -> Call<u8>;

    #[get("/b")]
    fn b(&self, org_id: &str) -> Call<u8>;
}

#[clerk_api(prefix = "/<a>/<a>")] //~
trait Repeated {
    #[get("/a")]
    fn a(&self, a: &str) -> Call<u8>;

    #[get("/b")]
    fn b(&self, a: &str) -> Call<u8>;
}

#[clerk_api(prefix = "/orgs/<organisation_id>")] //~
trait MisspeltPlaceholder {
    #[get("/a")]
    fn a(&self, organization_id: &str) -> Call<u8>;

    #[get("/b")]
    fn b(&self, organization_id: &str) -> Call<u8>;
}

#[clerk_api(prefix = "/orgs/<org_id>")]
trait MissingInOne {
    #[get("/a")]
    fn a(&self, org_id: &str) -> Call<u8>;

    #[get("/b")] //~
    fn b(&self) -> Call<u8>;
}

#[clerk_api(prefix = "/v1"x)] //~
trait Suffix {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

#[clerk_api(prefix = "/v1")]
trait RepeatedInAPath {
    #[get("/v1/users/{user_id}")] //~
    fn a(&self, user_id: &str) -> Call<u8>;

    #[get("/v1/users/<user_id>")] //~
    fn b(&self, user_id: &str) -> Call<u8>;
}

fn main() {}
