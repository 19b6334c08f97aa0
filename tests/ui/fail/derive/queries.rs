use clerk_client::ClerkQuery;

#[derive(Debug, Clone, Default, ClerkQuery)]
#[clerk(flattened_in)] //~
struct Page {
    #[clerk(max = 500)] //~
    limit: Option<u32>,
    #[clerk(range = 500..=1)] //~
    offset: Option<u32>,
    #[clerk(range = 1..500)] //~
    size: Option<u32>,
    #[clerk(range = 1..=5)] //~
    order: Option<String>,
    #[clerk(range = 1u32..=5u32)] //~
    depth: Option<u32>,
    #[clerk(signed)] //~
    user_id: Option<String>,
    #[clerk(flatten)] //~
    filter: Option<Filter>,
    #[clerk(flatten, serde)] //~
    other: Filter,
    #[clerk(range = 1..=5, serde)] //~
    count: Option<u32>,
    #[clerk(exclude)] //~
    organization_id: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, ClerkQuery)]
struct Ranges {
    #[clerk(range = -1..=5)] //~
    negative: Option<u32>,
    #[clerk(range = 0.5..=1.5)] //~
    float: Option<u32>,
    #[clerk(range = MIN..=MAX)] //~
    constants: Option<u32>,
    #[clerk(range = 1..)] //~
    open: Option<u32>,
    #[clerk(range = 5)] //~
    one_number: Option<u32>,
}

#[derive(Debug, Clone, Default, ClerkQuery)]
struct Filter {
    #[clerk(many = "names")]
    name: Option<Vec<String>>,
    #[clerk(many = "names")] //~
    first_name: Option<Vec<String>>,
    #[serde(rename = "name")]
    last_name: Option<String>, //~
}

fn main() {
    let _ = Page::new().limit(5).offset(1);
    let _ = Filter::new().name("ada").names(["grace"]);
}
