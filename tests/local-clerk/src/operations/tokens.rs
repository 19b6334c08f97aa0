use super::prelude::*;

const HOUR: i64 = 3600;

/// A number of seconds, one at least.
type Seconds = Within<1, 315_360_000>;

input! {
    struct SignIn {
        user_id: Required<String>,
        org_id: Option<String>,
        expires_in_seconds: Option<Seconds>,
    }

    struct Act writes ActorToken {
        actor: Required<Metadata>,
    }
    beside {
        user_id: Required<String>,
        expires_in_seconds: Option<Seconds>,
        session_max_duration_in_seconds: Option<Seconds>,
    }
}

fn end(context: &Context, seconds: Option<Seconds>, otherwise: i64) -> i64 {
    context.now.saturating_add(seconds.map_or(otherwise, |seconds| seconds.0).saturating_mul(1000))
}

pub(super) fn sign_in(call: &mut Call<'_>, input: SignIn) -> Outcome {
    let user = call.get::<User>(&input.user_id.0)?.id.clone();
    let member = input.org_id.map(|id| Membership::of(call, &id, &user).map(|of| of.organization.clone()));
    let (organization_id, expires_at) = (member.transpose()?, end(call.context, input.expires_in_seconds, 720 * HOUR));
    let blank = SignInToken::blank(call);
    any::insert(call, SignInToken { user, status: "pending".into(), organization_id, expires_at, ..blank })
}

pub(super) fn act(call: &mut Call<'_>, input: Act) -> Outcome {
    if !input.actor.0.has("sub") {
        return Err(Problem::param("form_param_missing", "actor", "actor must have a member sub."));
    }
    let user = call.get::<User>(&input.user_id.0)?.id.clone();
    let mut token = ActorToken { user, status: "pending".into(), ..ActorToken::blank(call) };
    token.expires_at = end(call.context, input.expires_in_seconds, HOUR);
    token.session_max_duration = input.session_max_duration_in_seconds.map_or(HOUR / 2, |seconds| seconds.0);
    input.write(&mut token);
    any::insert(call, token)
}

pub(super) fn revoke_sign_in(call: &mut Call<'_>, id: &str) -> Outcome {
    any::change::<SignInToken>(call, id, |token| revoke(&mut token.status, "sign_in_token_cannot_be_revoked_code"))
}

pub(super) fn revoke_actor(call: &mut Call<'_>, id: &str) -> Outcome {
    any::change::<ActorToken>(call, id, |token| revoke(&mut token.status, "actor_token_cannot_be_revoked_code"))
}

fn revoke(status: &mut Box<str>, code: &'static str) -> Result<(), Problem> {
    if &**status != "pending" {
        return Err(Problem::bad_request(code, "Only pending tokens can be revoked."));
    }
    *status = "revoked".into();
    Ok(())
}
