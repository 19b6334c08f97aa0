use super::prelude::*;

/// How many days an invitation lasts.
pub(super) const MONTH: i64 = 30;

pub(super) fn days(number: i64) -> i64 {
    number.saturating_mul(86_400_000)
}

input! {
    struct Create writes Invitation {
        email_address: Required<EmailText>,
        public_metadata: Option<Metadata>,
        redirect_url: Option<UrlText>,
    }
    beside {
        ignore_existing: Option<bool>,
        expires_in_days: Option<Within<1, 365>>,
    }
    checked {
        notify: Option<bool>,
        template_slug: Option<Template>,
    }
}

pub(super) fn create(call: &mut Call<'_>, input: Create) -> Outcome {
    let ignore_users = input.ignore_existing == Some(true);
    let id = invite(call, input, ignore_users)?;
    call.show::<Invitation>(&id)
}

/// All of the invitations or, when one of them is refused, none. Whoever is a user already is always refused.
pub(super) fn create_many(call: &mut Call<'_>, inputs: Bulk<Create, 10>) -> Outcome {
    let ids = inputs.0.into_iter().map(|input| invite(call, input, false));
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    let made = ids.iter().filter_map(|id| call.find::<Invitation>(id));
    Ok(Shown::list(&call.view(), made))
}

fn invite(transaction: &mut Transaction<'_>, input: Create, ignore_users: bool) -> Result<Id, Problem> {
    let email = &input.email_address.0.0;
    if !ignore_users && transaction.slots_by(Index::EmailAddress, email).next().is_some() {
        return Err(Index::EmailAddress.taken());
    }
    send(transaction, email.clone(), input.ignore_existing == Some(true)).and_then(|id| {
        let days = input.expires_in_days.as_ref().map_or(MONTH, |days| days.0);
        transaction.set::<Invitation>(&id, |invitation| {
            input.write(invitation);
            invitation.expires_at = Some(invitation.created_at.saturating_add(self::days(days)));
        })?;
        Ok(id)
    })
}

/// Invites an e-mail address; twice only when asked to.
pub(super) fn send(transaction: &mut Transaction<'_>, email: Box<str>, again: bool) -> Result<Id, Problem> {
    let is_invited = transaction.by::<Invitation>(Index::Invitee, &email).any(|other| &*other.status == "pending");
    if is_invited && !again {
        let text = "The email address has a pending invitation.";
        return Err(Problem::bad_request("duplicate_record", text).about("email_address"));
    }
    let expires_at = Some(transaction.now().saturating_add(days(MONTH)));
    let row =
        Invitation { email_address: email, status: "pending".into(), expires_at, ..Invitation::blank(transaction) };
    transaction.insert(row)
}

pub(super) fn revoke(call: &mut Call<'_>, id: &str) -> Outcome {
    any::change::<Invitation>(call, id, |invitation| {
        let code = match &*invitation.status {
            "revoked" => "invitation_already_revoked",
            "accepted" => "invitation_already_accepted",
            _ => {
                invitation.status = "revoked".into();
                return Ok(());
            }
        };
        Err(Problem::bad_request(code, "The invitation cannot be revoked any more."))
    })
}
