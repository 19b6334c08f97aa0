use clerk_client::{ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse, Patch};

#[derive(ClerkResponse, Default)]
#[serde(rename_all = "camel")] //~
struct Case {
    id: String,
}

#[derive(ClerkResponse, Default)]
struct Parentheses {
    #[clerk()] //~
    empty: String,
    #[clerk = "required"] //~
    text: String,
}

#[derive(ClerkRequest)]
struct Setters {
    #[clerk(into)] //~
    converted: Option<String>,
    #[clerk(strip_option)] //~
    stripped: Option<String>,
}

#[derive(ClerkRequest)]
struct ThreeValues {
    option_of_option: Option<Option<String>>, //~
    patch_of_option: Patch<Option<String>>, //~
    option_of_patch: Option<Patch<Vec<u8>>>, //~
}

#[derive(ClerkQuery)]
struct NoNull {
    patch: Patch<u8>, //~
    option_of_option: Option<Option<u8>>, //~
}

#[derive(ClerkEnum, Debug, Clone)]
enum OfSerde {
    A,
    #[serde(other)] //~
    Other(Box<str>),
}

#[derive(ClerkEnum, Debug, Clone)]
enum Number {
    A,
    #[clerk(other)]
    Other(u8), //~
}

#[derive(ClerkEnum, Debug, Clone)]
enum Borrowed {
    A,
    #[clerk(other)]
    Other(&'static str), //~
}

#[derive(ClerkQuery, Default)]
struct Inner {
    limit: Option<u8>,
}

#[derive(ClerkQuery)]
struct FlattenedBySerde {
    #[serde(flatten)] //~
    inner: Inner,
}

#[derive(ClerkResponse, Default)]
#[clerk(required)] //~
struct OfAField {
    id: String,
}

fn main() {}
