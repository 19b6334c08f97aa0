use super::prelude::*;

input! {
    struct Create {
        user_id: Required<String>,
        active_organization_id: Option<Short>,
    }
}

pub(super) fn create(call: &mut Call<'_>, input: Create) -> Outcome {
    let user = call.get::<User>(&input.user_id.0)?.id.clone();
    let active_organization_id = input.active_organization_id.map(Into::into);
    let session = Session { active_organization_id, ..Session::new(call, &user) };
    any::insert(call, session)
}

pub(super) fn revoke(call: &mut Call<'_>, id: &str) -> Outcome {
    any::change::<Session>(call, id, |session| {
        session.revoke();
        Ok(())
    })
}

/// Ends all sessions of a user.
pub(super) fn revoke_all(transaction: &mut Transaction<'_>, user: &str) -> Result<(), Problem> {
    let sessions: Vec<_> =
        transaction.parts::<Session>(Kind::User, &user.into()).map(|session| session.id.clone()).collect();
    sessions.iter().try_for_each(|session| transaction.set::<Session>(session, Session::revoke))
}
