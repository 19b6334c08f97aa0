use clerk_client::{Call, ClerkRequest, clerk_api};

#[derive(Debug, Clone, ClerkRequest)]
#[serde(rename_all = "camelCase")]
struct Change {
    password: Option<String>,
    first_name: Option<String>,
}

#[clerk_api]
trait Changes {
    #[post("/a", idempotent = unless(passwrd))] //~
    fn misspelt(&self, #[body] change: &Change) -> Call<()>;

    #[post("/b", idempotent = unless(password, first_name))] //~
    fn by_the_name_of_the_field(&self, #[body] change: Change) -> Call<()>;

    #[post("/c", idempotent = unless(password, firstName))]
    fn right(&self, #[body] change: &Change) -> Call<()>;
}

#[derive(Debug, Clone, ClerkRequest)]
struct Broken {
    #[clerk(requird)] //~
    password: Option<String>,
}

#[clerk_api]
trait OfABrokenField {
    #[post("/a", idempotent = unless(password))]
    fn named(&self, #[body] change: &Broken) -> Call<()>;
}

fn main() {}
