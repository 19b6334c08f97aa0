use super::prelude::*;
use super::sessions::revoke_all;

input! {
    struct VerifyPassword {
        password: Required<String>,
    }

    struct RemovePassword {
        sign_out_of_other_sessions: Option<bool>,
    }

    struct SetCompromised {
        revoke_all_sessions: Option<bool>,
    }
}

/// The check takes its time, and nothing is locked meanwhile.
pub(super) fn verify(context: &Context, id: &str, input: VerifyPassword) -> Outcome {
    let user = context.read(|view| view.store.get::<User>(id).cloned())?;
    let matches = user.password.as_ref().ok_or_else(no_password)?.matches(&input.password.0);
    context.write(|transaction| {
        transaction.note(id, What::PasswordVerified(matches));
        Ok(())
    })?;
    if !matches {
        let text = "Incorrect password. Please try again.";
        return Err(Problem::param("incorrect_password", "password", text));
    }
    Ok(Shown::object(context.version, |out| {
        out.put("verified", true);
    }))
}

/// Without a password the user comes back as it was.
pub(super) fn remove(call: &mut Call<'_>, id: &str, input: RemovePassword) -> Outcome {
    call.set::<User>(id, |user| {
        user.password = None;
        user.password_last_updated_at = None;
        user.password_compromised = false;
    })?;
    if input.sign_out_of_other_sessions == Some(true) {
        revoke_all(call, id)?;
    }
    call.show::<User>(id)
}

pub(super) fn set_compromised(call: &mut Call<'_>, id: &str, input: SetCompromised) -> Outcome {
    mark(call, id, true)?;
    if input.revoke_all_sessions == Some(true) {
        revoke_all(call, id)?;
    }
    call.show::<User>(id)
}

pub(super) fn unset_compromised(call: &mut Call<'_>, id: &str) -> Outcome {
    mark(call, id, false)?;
    call.show::<User>(id)
}

fn mark(transaction: &mut Transaction<'_>, id: &str, compromised: bool) -> Result<(), Problem> {
    transaction.update::<User>(id, |user| {
        user.password.as_ref().ok_or_else(no_password)?;
        user.password_compromised = compromised;
        Ok(())
    })
}

fn no_password() -> Problem {
    Problem::bad_request("no_password_set", "The user does not have a password set.")
}
