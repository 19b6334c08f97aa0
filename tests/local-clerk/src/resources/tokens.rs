//! Tokens by which somebody signs in without a password, or as somebody else.

use super::prelude::*;

resource! {
    SignInToken: "sit", "sign-in token";
    of user: User;
    with created_at, updated_at;
    {
        status: Box<str>,
        organization_id: Option<Id>,
        expires_at: i64,
    }

    shows self, view {
        user_id = &self.user, status, token? = (&*self.status == "pending").then_some(&self.id),
        url? = (&*self.status == "pending").then(|| view.ticket(&self.id)), created_at, updated_at,
    }
}

resource! {
    /// To act as a user.
    ActorToken: "act", "actor token";
    of user: User;
    with created_at, updated_at;
    {
        status: Box<str>,
        actor: Metadata,
        expires_at: i64,
        session_max_duration: i64,
    }

    shows self, view {
        user_id = &self.user, actor, status, token? = (&*self.status == "pending").then_some(&self.id),
        url? = (&*self.status == "pending").then(|| view.ticket(&self.id)), created_at, updated_at,
    }
}
