//! What the client believes of a user, from the answers it has had.

use clerk_client::{Client, Result, User};

/// One user.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Belief {
    pub(crate) id: String,
    pub(crate) external_id: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) banned: bool,
    pub(crate) metadata: String,
}

impl From<User> for Belief {
    fn from(user: User) -> Self {
        Self {
            id: user.id,
            external_id: user.external_id,
            first_name: user.first_name,
            banned: user.banned,
            metadata: user.public_metadata.as_str().to_owned(),
        }
    }
}

/// How many users are not as believed.
pub(crate) async fn compare(client: &Client, beliefs: &[Belief]) -> Result<usize> {
    let mut wrong = 0;
    for belief in beliefs {
        let found = client.users().find(&belief.id).absent_is_ok().await?.map(Belief::from);
        if found.as_ref() != Some(belief) {
            println!("believed {belief:?}\n   found {found:?}");
            wrong += 1;
        }
    }
    Ok(wrong)
}
