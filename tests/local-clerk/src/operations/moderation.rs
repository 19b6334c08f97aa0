use super::prelude::*;
use super::sessions::revoke_all;

const MOST_AT_ONCE: usize = 50;

input! {
    struct UserIds {
        user_ids: Required<Vec<String>>,
    }
}

pub(super) fn ban(call: &mut Call<'_>, id: &str) -> Outcome {
    require_bans(call.context)?;
    ban_user(call, id)?;
    call.show::<User>(id)
}

pub(super) fn unban(call: &mut Call<'_>, id: &str) -> Outcome {
    require_bans(call.context)?;
    unban_user(call, id)?;
    call.show::<User>(id)
}

pub(super) fn ban_many(call: &mut Call<'_>, input: UserIds) -> Outcome {
    many(call, &input.user_ids.0, ban_user)
}

pub(super) fn unban_many(call: &mut Call<'_>, input: UserIds) -> Outcome {
    many(call, &input.user_ids.0, unban_user)
}

fn ban_user(transaction: &mut Transaction<'_>, id: &str) -> Result<(), Problem> {
    transaction.set::<User>(id, |user| user.banned = true)?;
    revoke_all(transaction, id)
}

fn unban_user(transaction: &mut Transaction<'_>, id: &str) -> Result<(), Problem> {
    transaction.set::<User>(id, |user| user.banned = false)
}

/// All of the users or, when one of them is unknown, none.
fn many(call: &mut Call<'_>, ids: &[String], change: fn(&mut Transaction<'_>, &str) -> Result<(), Problem>) -> Outcome {
    require_bans(call.context)?;
    if ids.len() > MOST_AT_ONCE {
        let text = "user_ids must not have more than 50 items.";
        return Err(Problem::bad_request("bulk_size_exceeded", text).about("user_ids"));
    }
    ids.iter().try_for_each(|id| change(call, id))?;
    let users = ids.iter().map(|id| call.get::<User>(id));
    Ok(Shown::list(&call.view(), users.collect::<Result<Vec<_>, _>>()?))
}

fn require_bans(context: &Context) -> Result<(), Problem> {
    if context.settings.can_ban { Ok(()) } else { Err(Problem::no_such_plan()) }
}

pub(super) fn lock(call: &mut Call<'_>, id: &str) -> Outcome {
    let end = lock_end(call.context);
    call.set::<User>(id, |user| user.lock_expires_at = Some(end))?;
    call.show::<User>(id)
}

pub(super) fn unlock(call: &mut Call<'_>, id: &str) -> Outcome {
    call.set::<User>(id, |user| user.lock_expires_at = None)?;
    call.show::<User>(id)
}

pub(super) fn lock_end(context: &Context) -> i64 {
    context.now.saturating_add(context.settings.lockout())
}
