use super::prelude::*;
use crate::resources::{EmailAddress, Membership, OrganizationInvitation, User};

pub(super) fn of_user(context: &Context, id: &str, query: &Query) -> Outcome {
    let list = List::<Membership>::newest(query)?;
    context.read(|view| {
        let user = &view.store.get::<User>(id)?.id;
        let (data, total) = list.page_of(view.store.slots_of::<Membership>(Kind::User, user), view.store)?;
        Ok(Shown::page(view, data, total))
    })
}

/// The invitations to any of a user's e-mail addresses.
pub(super) fn invitations_of_user(context: &Context, id: &str, query: &Query) -> Outcome {
    let list = List::<OrganizationInvitation>::newest(query)?;
    context.read(|view| {
        let store = view.store;
        let emails = store.get::<User>(id)?.parts::<EmailAddress>(store);
        let slots = emails.flat_map(|email| store.slots_by(Index::InvitedEmailAddress, &email.email_address));
        let (data, total) = list.page_of(slots, store)?;
        Ok(Shown::page(view, data, total))
    })
}
