//! What a local Clerk remembers, and the indexes that find it.

mod index;
pub(crate) mod organization;
pub(crate) mod user;
pub(crate) mod verification;

use std::collections::HashMap;

use bytes::Bytes;

use crate::problem::Problem;
pub(crate) use index::{Identifier, Index};
use organization::{Invitation, Organization};
use user::{Slot, User};

#[derive(Debug, Default)]
pub(crate) struct State {
    users: HashMap<Slot, User>,
    next: Slot,
    pub(crate) index: Index,
    pub(crate) images: HashMap<String, Image>,
    pub(crate) organizations: HashMap<String, Organization>,
    /// Invitations by the invited e-mail address, oldest first.
    pub(crate) invitations: HashMap<String, Vec<Invitation>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Image {
    pub(crate) content_type: &'static str,
    pub(crate) bytes: Bytes,
}

impl State {
    pub(crate) fn len(&self) -> usize {
        self.users.len()
    }

    pub(crate) fn at(&self, slot: Slot) -> Option<&User> {
        self.users.get(&slot)
    }

    pub(crate) fn slot(&self, user_id: &str) -> Option<Slot> {
        self.index.slot_of(Identifier::Id, user_id)
    }

    pub(crate) fn user(&self, user_id: &str) -> Result<&User, Problem> {
        let user = self.slot(user_id).and_then(|slot| self.at(slot));
        user.ok_or_else(|| Problem::no_user(user_id))
    }

    pub(crate) fn insert(&mut self, user: User) -> &User {
        let slot = self.next;
        self.next += 1;
        self.index.add(slot, &user);
        self.users.entry(slot).or_insert(user)
    }

    /// Changes a user, and the indexes with it. An error leaves the user as it was.
    pub(crate) fn change<T>(
        &mut self,
        user_id: &str,
        change: impl FnOnce(&mut User) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let missing = || Problem::no_user(user_id);
        let slot = self.slot(user_id).ok_or_else(missing)?;
        let mut user = self.at(slot).ok_or_else(missing)?.clone();
        let result = change(&mut user)?;
        if let Some(old) = self.users.remove(&slot) {
            self.index.remove(slot, &old);
        }
        self.index.add(slot, &user);
        self.users.insert(slot, user);
        Ok(result)
    }

    pub(crate) fn remove(&mut self, user_id: &str) -> Result<User, Problem> {
        let slot = self.slot(user_id).ok_or_else(|| Problem::no_user(user_id))?;
        let user = self.users.remove(&slot).ok_or_else(|| Problem::no_user(user_id))?;
        self.index.remove(slot, &user);
        if let Some(image) = &user.image_id {
            self.images.remove(image);
        }
        for membership in &user.memberships {
            if let Some(organization) = self.organizations.get_mut(&membership.organization_id) {
                organization.members_count -= 1;
            }
        }
        Ok(user)
    }

    /// The invitations to any of a user's e-mail addresses, newest first.
    pub(crate) fn invitations_of(&self, user: &User) -> Vec<&Invitation> {
        let emails = user.email_addresses.iter();
        let lists = emails.filter_map(|email| self.invitations.get(&email.email_address));
        let mut found: Vec<_> = lists.flatten().collect();
        found.sort_by_key(|invitation| std::cmp::Reverse(invitation.created_at));
        found
    }

    pub(crate) fn pending_invitations(&self, organization_id: &str) -> usize {
        let all = self.invitations.values().flatten();
        all.filter(|invitation| invitation.organization_id == organization_id && invitation.status == "pending").count()
    }
}
