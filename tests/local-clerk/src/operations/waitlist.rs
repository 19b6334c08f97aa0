use super::invitations;
use super::prelude::*;

input! {
    struct Create {
        email_address: Required<EmailText>,
        /// Read to be checked: no e-mails are sent.
        #[allow(dead_code)]
        notify: Option<bool>,
    }

    struct Invite {
        ignore_existing: Option<bool>,
    }
}

pub(super) fn create(context: &Context, input: Create) -> Outcome {
    context.write(|transaction| {
        let id = join(transaction, input.email_address.0.0)?;
        context.show::<WaitlistEntry>(transaction, &id)
    })
}

pub(super) fn create_many(context: &Context, inputs: Vec<Create>) -> Outcome {
    let mut emails: Vec<_> = inputs.into_iter().map(|input| input.email_address.0.0).collect();
    emails.sort();
    if emails.windows(2).any(|pair| pair.first() == pair.last()) {
        let text = "email_address must not contain a value twice.";
        return Err(Problem::param("form_param_duplicate", "email_address", text));
    }
    context.write(|transaction| {
        let ids = emails.into_iter().map(|email| join(transaction, email)).collect::<Result<Vec<_>, _>>()?;
        let entries = ids.iter().filter_map(|id| transaction.find::<WaitlistEntry>(id));
        Ok(Shown::list(&context.view(transaction), entries))
    })
}

/// Whoever waits already keeps the place.
fn join(transaction: &mut Transaction<'_>, email_address: Box<str>) -> Result<Id, Problem> {
    if let Some(known) = transaction.by::<WaitlistEntry>(Index::Waitlist, &email_address).next() {
        return Ok(known.id.clone());
    }
    let row = WaitlistEntry { email_address, status: "pending".into(), ..WaitlistEntry::blank(transaction) };
    transaction.insert(row)
}

pub(super) fn invite(context: &Context, id: &str, input: Invite) -> Outcome {
    context.write(|transaction| {
        let entry = transaction.get::<WaitlistEntry>(id)?.clone();
        refuse(&entry, &["invited", "completed"])?;
        let again = input.ignore_existing == Some(true);
        if !again && transaction.slots_by(Index::EmailAddress, &entry.email_address).next().is_some() {
            return Err(Index::EmailAddress.taken());
        }
        let invitation = invitations::send(transaction, entry.email_address.clone(), again)?;
        let now = transaction.now();
        transaction.set::<WaitlistEntry>(id, |entry| {
            (entry.status, entry.invitation, entry.invited_at) = ("invited".into(), Some(invitation), Some(now));
        })?;
        context.show::<WaitlistEntry>(transaction, id)
    })
}

pub(super) fn reject(context: &Context, id: &str) -> Outcome {
    any::change::<WaitlistEntry>(context, id, |entry| {
        refuse(entry, &["rejected", "completed"])?;
        entry.status = "rejected".into();
        Ok(())
    })
}

/// Only those who wait are deleted.
pub(super) fn delete(context: &Context, id: &str) -> Outcome {
    any::delete_if::<WaitlistEntry>(context, id, |_, entry| refuse(entry, &["invited", "rejected", "completed"]))
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
