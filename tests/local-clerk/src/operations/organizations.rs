use std::cmp::Reverse;
use std::sync::Arc;

use super::endpoint::Outcome;
use crate::input::Query;
use crate::instance::Context;
use crate::list::{paged, sorted};
use crate::resources::{EmailAddress, Invitation, Membership, User};
use crate::show::Shown;
use crate::store::{Index, Order, Value};

pub(super) fn memberships(context: &Context, id: &str, query: &Query) -> Outcome {
    let page = query.page()?;
    context.read(|view| {
        let memberships = view.store.get::<User>(id)?.parts::<Membership>(view.store);
        let (data, total) = paged(memberships.rev(), page);
        Ok(Shown::page(view, data, total))
    })
}

/// The invitations to any of a user's e-mail addresses, newest first.
pub(super) fn invitations(context: &Context, id: &str, query: &Query) -> Outcome {
    let page = query.page()?;
    let statuses = query.all("status")?;
    statuses.iter().try_for_each(|status| Invitation::check_status(status).map(drop))?;
    context.read(|view| {
        let emails = view.store.get::<User>(id)?.parts::<EmailAddress>(view.store);
        let slots = emails.flat_map(|email| view.store.slots_by(Index::InvitedEmailAddress, &email.email_address));
        let mut slots: Vec<_> = slots.collect();
        slots.sort_unstable_by_key(|slot| Reverse(*slot));
        let invitations = slots.into_iter().filter_map(|slot| view.store.at::<Invitation>(slot));
        let asked = invitations.filter(|invitation| statuses.is_empty() || statuses.contains(&&*invitation.status));
        let (data, total) = paged(asked, page);
        Ok(Shown::page(view, data, total))
    })
}

/// The memberships of all users.
pub(super) fn all_memberships(context: &Context, query: &Query) -> Outcome {
    let page = query.page()?;
    context.read(|view| {
        let slots = view.store.slots::<Membership>();
        let memberships = slots.filter_map(|slot| Some((slot, view.store.at::<Membership>(slot)?)));
        let value = |order, membership: &&Arc<Membership>| match (order, view.store.find::<User>(&membership.user)) {
            (Order::CreatedAt, _) => Value::Number(membership.created_at),
            (order, Some(user)) => user.value(order, view.store),
            (_, None) => Value::Nothing,
        };
        let (data, total) = paged(sorted(query, memberships, value)?, page);
        Ok(Shown::page(view, data, total))
    })
}
