use super::prelude::*;
use super::sessions::revoke_all;

const MOST_AT_ONCE: usize = 50;

input! {
    struct UserIds {
        user_ids: Required<Vec<String>>,
    }
}

pub(super) fn ban(context: &Context, id: &str) -> Outcome {
    require_bans(context)?;
    context.change_user(id, |transaction| ban_user(transaction, id))
}

pub(super) fn unban(context: &Context, id: &str) -> Outcome {
    require_bans(context)?;
    context.change_user(id, |transaction| unban_user(transaction, id))
}

pub(super) fn ban_many(context: &Context, input: UserIds) -> Outcome {
    many(context, &input.user_ids.0, ban_user)
}

pub(super) fn unban_many(context: &Context, input: UserIds) -> Outcome {
    many(context, &input.user_ids.0, unban_user)
}

fn ban_user(transaction: &mut Transaction<'_>, id: &str) -> Result<(), Problem> {
    transaction.set::<User>(id, |user| user.banned = true)?;
    revoke_all(transaction, id)
}

fn unban_user(transaction: &mut Transaction<'_>, id: &str) -> Result<(), Problem> {
    transaction.set::<User>(id, |user| user.banned = false)
}

/// All of the users or, when one of them is unknown, none.
fn many(context: &Context, ids: &[String], change: fn(&mut Transaction<'_>, &str) -> Result<(), Problem>) -> Outcome {
    require_bans(context)?;
    if ids.len() > MOST_AT_ONCE {
        let text = "user_ids must not have more than 50 items.";
        return Err(Problem::bad_request("bulk_size_exceeded", text).about("user_ids"));
    }
    context.write(|transaction| {
        ids.iter().try_for_each(|id| change(transaction, id))?;
        let users = ids.iter().map(|id| transaction.get::<User>(id));
        Ok(Shown::list(&context.view(transaction), users.collect::<Result<Vec<_>, _>>()?))
    })
}

fn require_bans(context: &Context) -> Result<(), Problem> {
    if context.settings.can_ban { Ok(()) } else { Err(Problem::no_such_plan()) }
}

pub(super) fn lock(context: &Context, id: &str) -> Outcome {
    context.change_user(id, |transaction| {
        transaction.set::<User>(id, |user| user.lock_expires_at = Some(lock_end(context)))
    })
}

pub(super) fn unlock(context: &Context, id: &str) -> Outcome {
    context.change_user(id, |transaction| transaction.set::<User>(id, |user| user.lock_expires_at = None))
}

pub(super) fn lock_end(context: &Context) -> i64 {
    context.now.saturating_add(context.settings.lockout())
}
