//! What a worker does to a user that is there.

use clerk_client::{Call, Client, MetadataPatch, UpdateUserMetadataRequest, UpdateUserRequest, User};

use super::account::Profile;

/// A write that answers with the user.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Ban,
    Unban,
    Lock,
    Unlock,
    Rename(String),
    /// A new name along with it, so that a read can tell whether it ran.
    Password(String),
    Mark(u64),
    Unmark,
}

impl Change {
    /// Any of them; `fresh` makes its value one that was never there before.
    pub(crate) fn any(rng: &mut fastrand::Rng, fresh: u64) -> Self {
        match rng.u8(..8) {
            0 => Self::Ban,
            1 => Self::Unban,
            2 => Self::Lock,
            3 => Self::Unlock,
            4 => Self::Rename(format!("Ada {fresh}")),
            5 => Self::Password(format!("correct horse {fresh}")),
            6 => Self::Mark(fresh),
            _ => Self::Unmark,
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Ban => "ban",
            Self::Unban => "unban",
            Self::Lock => "lock",
            Self::Unlock => "unlock",
            Self::Rename(_) => "update",
            Self::Password(_) => "update, password",
            Self::Mark(_) | Self::Unmark => "update_metadata",
        }
    }

    pub(crate) fn call(&self, client: &Client, id: &str) -> Call<User> {
        let users = client.users();
        match self {
            Self::Ban => users.ban(id),
            Self::Unban => users.unban(id),
            Self::Lock => users.lock(id),
            Self::Unlock => users.unlock(id),
            Self::Rename(name) => users.update(id, &UpdateUserRequest::new().first_name(name)),
            Self::Password(password) => {
                let request = UpdateUserRequest::new().password(password.clone()).first_name(password);
                users.update(id, &request.skip_password_checks(true))
            }
            Self::Mark(mark) => users.update_metadata(id, &public(MetadataPatch::new().set("mark", *mark))),
            Self::Unmark => users.update_metadata(id, &public(MetadataPatch::new().remove("mark"))),
        }
    }

    /// What the user is like once it ran.
    pub(crate) fn after(self, before: Profile) -> Profile {
        match self {
            Self::Ban => Profile { banned: true, ..before },
            Self::Unban => Profile { banned: false, ..before },
            Self::Lock => Profile { locked: true, ..before },
            Self::Unlock => Profile { locked: false, ..before },
            Self::Rename(first_name) => Profile { first_name, ..before },
            Self::Password(password) => Profile { first_name: password.clone(), password, ..before },
            Self::Mark(mark) => Profile { mark: Some(mark), ..before },
            Self::Unmark => Profile { mark: None, ..before },
        }
    }
}

fn public(patch: MetadataPatch) -> UpdateUserMetadataRequest {
    UpdateUserMetadataRequest::new().public_metadata(patch)
}
