use std::collections::HashSet;

use super::invitations;
use super::prelude::*;

input! {
    struct Create {
        email_address: Required<EmailText>,
    }
    checked {
        notify: Option<bool>,
    }

    struct Invite {
        ignore_existing: Option<bool>,
    }
}

pub(super) fn create(call: &mut Call<'_>, input: Create) -> Outcome {
    let id = join(call, input.email_address.0.0)?;
    call.show::<WaitlistEntry>(&id)
}

pub(super) fn create_many(call: &mut Call<'_>, inputs: Bulk<Create, 50>) -> Outcome {
    let emails: Vec<_> = inputs.0.into_iter().map(|input| input.email_address.0.0).collect();
    if emails.iter().collect::<HashSet<_>>().len() < emails.len() {
        let text = "email_address must not contain a value twice.";
        return Err(Problem::param("form_param_duplicate", "email_address", text));
    }
    let ids = emails.into_iter().map(|email| join(call, email)).collect::<Result<Vec<_>, _>>()?;
    let entries = ids.iter().filter_map(|id| call.find::<WaitlistEntry>(id));
    Ok(Shown::list(&call.view(), entries))
}

/// Whoever waits already keeps the place.
fn join(transaction: &mut Transaction<'_>, email_address: Box<str>) -> Result<Id, Problem> {
    if let Some(known) = transaction.by::<WaitlistEntry>(Index::Waitlist, &email_address).next() {
        return Ok(known.id.clone());
    }
    let row = WaitlistEntry { email_address, status: "pending".into(), ..WaitlistEntry::blank(transaction) };
    transaction.insert(row)
}

pub(super) fn invite(call: &mut Call<'_>, id: &str, input: Invite) -> Outcome {
    let entry = call.get::<WaitlistEntry>(id)?.clone();
    refuse(&entry, &["invited", "completed"])?;
    let again = input.ignore_existing == Some(true);
    if !again && call.slots_by(Index::EmailAddress, &entry.email_address).next().is_some() {
        return Err(Index::EmailAddress.taken());
    }
    let invitation = invitations::send(call, entry.email_address.clone(), again)?;
    let now = call.now();
    call.set::<WaitlistEntry>(id, |entry| {
        (entry.status, entry.invitation, entry.invited_at) = ("invited".into(), Some(invitation), Some(now));
    })?;
    call.show::<WaitlistEntry>(id)
}

pub(super) fn reject(call: &mut Call<'_>, id: &str) -> Outcome {
    any::change::<WaitlistEntry>(call, id, |entry| {
        refuse(entry, &["rejected", "completed"])?;
        entry.status = "rejected".into();
        Ok(())
    })
}

/// Only those who wait are deleted.
pub(super) fn delete(call: &mut Call<'_>, id: &str) -> Outcome {
    refuse(call.get::<WaitlistEntry>(id)?, &["invited", "rejected", "completed"])?;
    any::delete::<WaitlistEntry>(call, id)
}

fn refuse(entry: &WaitlistEntry, statuses: &[&str]) -> Result<(), Problem> {
    let code = match &*entry.status {
        status if !statuses.contains(&status) => return Ok(()),
        "invited" => "waitlist_entry_already_invited",
        "rejected" => "waitlist_entry_already_rejected",
        _ => "waitlist_entry_already_completed",
    };
    Err(Problem::conflict(code, "The waitlist entry is not pending any more."))
}
