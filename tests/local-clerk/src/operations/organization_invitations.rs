use std::sync::Arc;

use super::invitations::{MONTH, days};
use super::prelude::*;
use crate::list::Named;

input! {
    struct Create writes OrganizationInvitation {
        email_address: Required<EmailText>,
        role: Required<RoleText>,
        public_metadata: Option<Metadata>,
        private_metadata: Option<Metadata>,
        redirect_url: Option<UrlText>,
    }
    beside {
        inviter_user_id: Option<String>,
        expires_in_days: Option<Within<1, 365>>,
    }
    checked {
        notify: Option<bool>,
    }

    struct Revoke {
        requesting_user_id: Option<String>,
    }
}

pub(super) fn create(call: &mut Call<'_>, organization: &str, input: Create) -> Outcome {
    let id = invite(call, organization, input)?;
    call.show::<OrganizationInvitation>(&id)
}

/// All of the invitations or, when one of them is refused, none.
pub(super) fn create_many(call: &mut Call<'_>, organization: &str, inputs: Bulk<Create, 10>) -> Outcome {
    call.get::<Organization>(organization)?;
    let ids = inputs.0.into_iter().map(|input| invite(call, organization, input));
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    let made = ids.iter().filter_map(|id| call.find::<OrganizationInvitation>(id));
    Ok(Shown::page(&call.view(), made, ids.len()))
}

/// Nobody is invited twice, and no member at all.
fn invite(transaction: &mut Transaction<'_>, organization: &str, input: Create) -> Result<Id, Problem> {
    let organization = transaction.get::<Organization>(organization)?.id.clone();
    let email = &input.email_address.0.0;
    let is_pending = |other: &Arc<OrganizationInvitation>| other.organization == organization && other.is_pending();
    if transaction.by(Index::InvitedEmailAddress, email).any(is_pending) {
        let text = "The email address has a pending invitation to the organization.";
        return Err(Problem::bad_request("duplicate_record", text).about("email_address"));
    }
    let is_member = |email: &Arc<EmailAddress>| Membership::of(transaction, &organization, &email.user).is_ok();
    if transaction.by(Index::EmailAddress, email).any(is_member) {
        return Err(Index::Member.taken());
    }
    let inviter = input.inviter_user_id.as_ref().map(|id| member(transaction, &organization, id)).transpose()?;
    let expires_at = Some(transaction.now().saturating_add(days(input.expires_in_days.map_or(MONTH, |days| days.0))));
    let blank = OrganizationInvitation::blank(transaction);
    let mut row = OrganizationInvitation { organization, inviter, status: "pending".into(), expires_at, ..blank };
    input.write(&mut row);
    transaction.insert(row)
}

fn member(transaction: &Transaction<'_>, organization: &str, user: &str) -> Result<Id, Problem> {
    let user = transaction.get::<User>(user)?;
    let text = "The user is not a member of the organization.";
    let outsider = |_| Problem::forbidden("not_a_member_in_organization", text);
    Membership::of(transaction, organization, &user.id).map(|_| user.id.clone()).map_err(outsider)
}

/// Those of all organizations.
pub(super) fn all(view: &View<'_>, query: &Query) -> Outcome {
    let list = List::<OrganizationInvitation>::read(query)?;
    let (data, total) = list.page_of(view.store.slots::<OrganizationInvitation>(), view.store)?;
    Ok(Shown::page(view, data.into_iter().map(WithOrganization), total))
}

/// The invitations to any of a user's e-mail addresses.
pub(super) fn of_user(view: &View<'_>, id: &str, query: &Query) -> Outcome {
    let list = List::<OrganizationInvitation>::newest(query)?;
    let store = view.store;
    let emails = store.get::<User>(id)?.parts::<EmailAddress>(store);
    let slots = emails.flat_map(|email| store.slots_by(Index::InvitedEmailAddress, &email.email_address));
    let (data, total) = list.page_of(slots, store)?;
    Ok(Shown::page(view, data.into_iter().map(WithOrganization), total))
}

pub(super) fn pending(view: &View<'_>, organization: &str, query: &Query) -> Outcome {
    let mut list = List::<OrganizationInvitation>::newest(query)?;
    list.named.push(Named::one(|store, _| store.slots_where(OrganizationInvitation::is_pending), ""));
    any::page_of::<Organization, _>(view, organization, &list)
}

pub(super) fn revoke(call: &mut Call<'_>, organization: &str, id: &str, input: Revoke) -> Outcome {
    let invitation = call.get_of::<Organization, OrganizationInvitation>(organization, id)?.clone();
    input.requesting_user_id.map_or(Ok(()), |user| member(call, organization, &user).map(drop))?;
    if !invitation.is_pending() {
        let text = "The invitation is not pending.";
        return Err(Problem::missing("organization_invitation_not_pending", text));
    }
    call.set::<OrganizationInvitation>(id, |invitation| invitation.status = "revoked".into())?;
    call.show::<OrganizationInvitation>(id)
}
