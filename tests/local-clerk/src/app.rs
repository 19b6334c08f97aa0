//! What all requests share, and what one request sees of it.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::Response;
use parking_lot::RwLock;

use crate::faults::Faults;
use crate::journal::{Journal, What};
use crate::limits::Limiter;
use crate::problem::Problem;
use crate::query::Query;
use crate::random::Random;
use crate::reply::{UserView, View, json};
use crate::settings::Settings;
use crate::state::State;
use crate::state::user::User;
use crate::{ApiVersion, Clock};

pub(crate) struct App {
    pub(crate) settings: Settings,
    pub(crate) origin: String,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) state: RwLock<State>,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pub(crate) limiter: Limiter,
}

/// Without keys and users.
impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("origin", &self.origin).finish_non_exhaustive()
    }
}

/// One request's side of the app.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) app: Arc<App>,
    pub(crate) version: ApiVersion,
    pub(crate) now: i64,
    pub(crate) query: Arc<Query>,
}

impl Call {
    pub(crate) fn view<'a>(&'a self, state: &'a State) -> View<'a> {
        View {
            state,
            seed_shapes: self.version.has_seed_shapes(),
            now: self.now,
            origin: &self.app.origin,
            lockout_attempts: self.app.settings.lockout_attempts,
        }
    }

    pub(crate) fn show(&self, state: &State, user: &User) -> Result<Response, Problem> {
        json(&UserView { user, view: self.view(state) })
    }

    /// Changes a user and notes what happened to it.
    pub(crate) fn change<T>(
        &self,
        user_id: &str,
        change: impl FnOnce(&mut User, &mut Vec<What>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.change_in(&mut self.app.state.write(), user_id, change)
    }

    /// The same on a state that is already locked.
    pub(crate) fn change_in<T>(
        &self,
        state: &mut State,
        user_id: &str,
        change: impl FnOnce(&mut User, &mut Vec<What>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let mut effects = Vec::new();
        let result = state.change(user_id, |user| {
            let result = change(user, &mut effects)?;
            if !effects.is_empty() {
                user.updated_at = self.now;
            }
            Ok(result)
        })?;
        for what in effects {
            self.app.journal.effect(user_id, what);
        }
        Ok(result)
    }

    /// Changes a user and shows it.
    pub(crate) fn change_and_show(
        &self,
        user_id: &str,
        change: impl FnOnce(&mut User, &mut Vec<What>) -> Result<(), Problem>,
    ) -> Result<Response, Problem> {
        let mut state = self.app.state.write();
        self.change_in(&mut state, user_id, change)?;
        self.show(&state, state.user(user_id)?)
    }
}

impl<S: Sync> FromRequestParts<S> for Call {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get().cloned().ok_or_else(Problem::internal)
    }
}

/// The decoded values of a path's variables, in order. Bytes that are no UTF-8 name nothing.
pub(crate) struct Ids(Vec<String>);

impl Ids {
    pub(crate) fn user_id(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    pub(crate) fn second(&self) -> &str {
        self.0.get(1).map_or("", String::as_str)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ids {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let params = RawPathParams::from_request_parts(parts, state).await;
        let values = params.iter().flatten().map(|(_, value)| value.to_owned());
        Ok(Self(values.collect()))
    }
}
