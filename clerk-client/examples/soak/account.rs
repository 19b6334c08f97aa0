//! What a worker believes about one of its users.

use clerk_client::{CreateUserRequest, User};

/// What can be seen of a user, and the password, which cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) first_name: String,
    pub(crate) password: String,
    pub(crate) banned: bool,
    pub(crate) locked: bool,
    /// A member of the public metadata.
    pub(crate) mark: Option<u64>,
}

impl Profile {
    pub(crate) fn looks_like(&self, user: &User) -> bool {
        user.first_name.as_ref() == Some(&self.first_name)
            && (user.banned, user.locked) == (self.banned, self.locked)
            && user.public_metadata.get::<u64>("mark").is_ok_and(|mark| mark == self.mark)
    }
}

/// A user, or the place of one that is not there.
#[derive(Debug)]
pub(crate) struct Account {
    /// The last name, which nobody else has. It is the only trace of a user that was created and never seen.
    pub(crate) tag: String,
    pub(crate) external_id: Option<String>,
    pub(crate) id: Option<String>,
    /// What the user may be like, `None` being absent: one possibility, or two while in doubt.
    possible: Vec<Option<Profile>>,
    /// How the last write failed, until a read shows what became of it.
    failed: Option<Failed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failed {
    DidNotRun,
    MayHaveRun,
}

pub(crate) enum Belief {
    Absent,
    Present(Profile),
    /// A read has to come first.
    Unread,
}

/// What a read said after a write that had failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    Ran,
    DidNotRun,
    /// Either way the user is the same.
    NoMatter,
    /// As the error had said.
    Refused,
}

impl Settled {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ran => "doubt settled: it ran",
            Self::DidNotRun => "doubt settled: it did not run",
            Self::NoMatter => "doubt settled: the same either way",
            Self::Refused => "it did not run, as was said",
        }
    }
}

impl Account {
    /// Nobody yet. Without an external id nothing about the user is unique to Clerk, so that a create sent twice would make twins.
    pub(crate) fn new(tag: String, has_external_id: bool) -> Self {
        let external_id = has_external_id.then(|| format!("crm-{tag}"));
        Self { tag, external_id, id: None, possible: vec![None], failed: None }
    }

    pub(crate) fn belief(&self) -> Belief {
        match self.possible.as_slice() {
            [Some(profile)] if self.failed.is_none() => Belief::Present(profile.clone()),
            [None] if self.failed.is_none() => Belief::Absent,
            _ => Belief::Unread,
        }
    }

    pub(crate) fn request(&self, profile: &Profile) -> CreateUserRequest {
        let mut request = CreateUserRequest::new()
            .first_name(&*profile.first_name)
            .last_name(&*self.tag)
            .password(&*profile.password)
            .skip_password_checks(true)
            .skip_user_requirement(true);
        request.external_id.clone_from(&self.external_id);
        request
    }

    /// A write succeeded.
    pub(crate) fn is_now(&mut self, after: Option<Profile>) {
        self.possible = vec![after];
        self.failed = None;
    }

    /// A write failed that may have run.
    pub(crate) fn may_be(&mut self, after: Option<Profile>) {
        if !self.possible.contains(&after) {
            self.possible.push(after);
        }
        self.failed = Some(Failed::MayHaveRun);
    }

    /// A write failed that did not run.
    pub(crate) fn is_as_before(&mut self) {
        self.failed = Some(Failed::DidNotRun);
    }

    /// Holds what was read against what is believed; says what that settles.
    pub(crate) fn saw(&mut self, user: Option<&User>) -> Result<Option<Settled>, String> {
        let fits = |possible: &Option<Profile>| match (possible, user) {
            (Some(profile), Some(user)) => profile.looks_like(user),
            (None, None) => true,
            _ => false,
        };
        let Some(at) = self.possible.iter().position(fits) else {
            return Err(format!("{}: believed {:?}, saw {}", self.tag, self.possible, seen(user)));
        };
        let settled = self.failed.map(|failed| match (failed, self.possible.len(), at) {
            (Failed::DidNotRun, ..) => Settled::Refused,
            (Failed::MayHaveRun, 1, _) => Settled::NoMatter,
            (Failed::MayHaveRun, _, 0) => Settled::DidNotRun,
            (Failed::MayHaveRun, ..) => Settled::Ran,
        });
        let now = self.possible.swap_remove(at);
        self.is_now(now);
        self.id = user.map(|user| user.id.clone());
        Ok(settled)
    }

    /// What was seen is not what was believed: goes on from there, so that one mistake is reported once.
    pub(crate) fn forget(&mut self) {
        self.id = None;
        self.is_now(None);
    }
}

fn seen(user: Option<&User>) -> String {
    user.map_or_else(
        || "nobody".to_owned(),
        |user| {
            let User { id, first_name, banned, locked, public_metadata, .. } = user;
            format!("{id} {first_name:?} banned {banned} locked {locked} {}", public_metadata.as_str())
        },
    )
}
