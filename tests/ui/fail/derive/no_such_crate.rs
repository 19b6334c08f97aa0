use clerk_client::{ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse};

#[derive(ClerkResponse, Default)]
#[clerk(crate = not_here)] //~
struct Response {
    id: String,
}

#[derive(ClerkRequest)]
#[clerk(crate = not_here)] //~
struct Request {
    id: String,
    names: Option<Vec<String>>,
}

#[derive(ClerkQuery)]
#[clerk(crate = not_here)] //~
struct Query {
    limit: Option<u8>,
    names: Option<Vec<String>>,
}

#[derive(ClerkEnum, Debug, Clone)]
#[clerk(crate = not_here)] //~
enum Kind {
    A,
    #[clerk(other)]
    Other(Box<str>),
}

fn main() {}
