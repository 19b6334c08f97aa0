use clerk_client::ClerkResponse;

#[derive(Debug, Clone, ClerkResponse)]
struct Device { //~
    id: String,
}

fn main() {}
