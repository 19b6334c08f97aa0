use clerk_client::ClerkEnum;

#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
enum Closed { //~
    Open,
    Shut,
}

#[derive(Debug, Clone, ClerkEnum)]
enum Twice {
    #[clerk(other)]
    Other(Box<str>),
    #[clerk(other)]
    Unknown(Box<str>), //~
}

#[derive(Debug, Clone, ClerkEnum)]
enum Mixed {
    One(u8), //~
    #[clerk(fallback)] //~
    Two,
    #[serde(rename = "three")]
    Three,
    #[serde(rename = "three")]
    Drei, //~
    #[serde(other)] //~
    Four,
    #[clerk(other)]
    Rest, //~
}

#[derive(Debug, Clone, ClerkEnum)]
enum Named {
    #[clerk(other)]
    #[serde(rename = "other")]
    Other(Box<str>), //~
}

fn main() {
    let _ = Closed::from("open").as_str() == "open";
    let _: Closed = Default::default();
}
