use clerk_client::{ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse};

#[derive(Debug, Clone, ClerkResponse)]
enum Color { //~
    Red,
}

#[derive(Debug, Clone, ClerkRequest)]
struct Pair(String, String); //~

#[derive(Debug, Clone, ClerkQuery)]
struct Filter<'a> { //~
    name: &'a str,
}

#[derive(Debug, Clone, Default, ClerkResponse)]
struct Envelope<T> { //~
    data: Vec<T>,
}

#[derive(Debug, Clone, ClerkEnum)]
struct Status { //~
    text: String,
}

#[derive(Clone, Copy, ClerkRequest)]
union Either { //~
    left: u32,
    right: i32,
}

fn main() {}
