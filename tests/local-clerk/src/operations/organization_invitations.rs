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
        /// Read to be checked: no e-mails are sent.
        #[allow(dead_code)]
        notify: Option<bool>,
    }

    struct Revoke {
        requesting_user_id: Option<String>,
    }
}

pub(super) fn create(context: &Context, organization: &str, input: Create) -> Outcome {
    context.write(|transaction| {
        let id = invite(transaction, organization, input)?;
        context.show::<OrganizationInvitation>(transaction, &id)
    })
}

/// All of the invitations or, when one of them is refused, none.
pub(super) fn create_many(context: &Context, organization: &str, inputs: Vec<Create>) -> Outcome {
    context.write(|transaction| {
        transaction.get::<Organization>(organization)?;
        let ids = inputs.into_iter().map(|input| invite(transaction, organization, input));
        let ids = ids.collect::<Result<Vec<_>, _>>()?;
        let made = ids.iter().filter_map(|id| transaction.find::<OrganizationInvitation>(id));
        Ok(Shown::page(&context.view(transaction), made, ids.len()))
    })
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
pub(super) fn all(context: &Context, query: &Query) -> Outcome {
    let list = List::<OrganizationInvitation>::read(query)?;
    context.read(|view| {
        let (data, total) = list.page_of(view.store.slots::<OrganizationInvitation>(), view.store)?;
        Ok(Shown::page(view, data.into_iter().map(WithOrganization), total))
    })
}

/// The invitations to any of a user's e-mail addresses.
pub(super) fn of_user(context: &Context, id: &str, query: &Query) -> Outcome {
    let list = List::<OrganizationInvitation>::newest(query)?;
    context.read(|view| {
        let store = view.store;
        let emails = store.get::<User>(id)?.parts::<EmailAddress>(store);
        let slots = emails.flat_map(|email| store.slots_by(Index::InvitedEmailAddress, &email.email_address));
        let (data, total) = list.page_of(slots, store)?;
        Ok(Shown::page(view, data.into_iter().map(WithOrganization), total))
    })
}

pub(super) fn pending(context: &Context, organization: &str, query: &Query) -> Outcome {
    let mut list = List::<OrganizationInvitation>::newest(query)?;
    list.named.push(Named::one(|store, _| store.slots_where(OrganizationInvitation::is_pending), ""));
    any::page_of::<Organization, _>(context, organization, &list)
}

pub(super) fn revoke(context: &Context, organization: &str, id: &str, input: Revoke) -> Outcome {
    context.write(|transaction| {
        let invitation = transaction.get_of::<Organization, OrganizationInvitation>(organization, id)?.clone();
        input.requesting_user_id.map_or(Ok(()), |user| member(transaction, organization, &user).map(drop))?;
        if !invitation.is_pending() {
            let text = "The invitation is not pending.";
            return Err(Problem::missing("organization_invitation_not_pending", text));
        }
        transaction.set::<OrganizationInvitation>(id, |invitation| invitation.status = "revoked".into())?;
        context.show::<OrganizationInvitation>(transaction, id)
    })
}
