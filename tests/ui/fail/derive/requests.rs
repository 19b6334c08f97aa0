use clerk_client::{ClerkRequest, Patch};

#[derive(Debug, Clone, ClerkRequest)]
#[clerk(flattened_in(Other::inner))] //~
struct Invite {
    #[clerk(required)] //~
    email_address: String,
    #[clerk(skip_serializing_if = "Option::is_none")] //~
    name: Option<String>,
    #[clerk(one = "role")] //~
    roles: Vec<String>,
    #[clerk(many = "tags")] //~
    tag: Option<String>,
    #[clerk(one = "a group")] //~
    groups: Option<Vec<String>>,
    #[clerk(many = 5)] //~
    team: Option<Vec<String>>,
    #[clerk(no_setter)] //~
    locale: String,
    #[clerk(setter = false)] //~
    note: Patch<String>,
    new: Option<bool>, //~
    #[clerk(one = "note")] //~
    notes: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")] //~
    url: Option<String>,
    #[clerk(signed)] //~
    ids: Option<Vec<String>>,
}

fn main() {
    let _ = Invite::new("ada@example.com", ["admin"], "en").name("Ada").note(Patch::Clear).url(None::<String>);
}
