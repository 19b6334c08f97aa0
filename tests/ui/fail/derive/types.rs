use clerk_client::{ClerkQuery, ClerkRequest, ClerkResponse};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Place;

#[derive(Debug, Clone, Default, ClerkResponse)]
struct Device {
    place: Option<Place>, //~
}

#[derive(Debug, Clone, ClerkRequest)]
struct Move {
    place: Option<Place>, //~
}

#[derive(Debug, Clone, ClerkQuery)]
struct Devices {
    place: Option<Place>, //~
}

#[derive(Debug, Clone, ClerkQuery)]
struct Places {
    #[clerk(flatten)]
    place: Place, //~
    limit: Option<u32>,
}

fn main() {}
