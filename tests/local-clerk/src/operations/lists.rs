use axum::response::Response;

use crate::app::{Call, Ids};
use crate::listing::{Filter, Kind};
use crate::problem::Problem;
use crate::reply::{TotalCount, UserView, json};

pub(super) async fn all(call: Call) -> Result<Response, Problem> {
    let state = call.app.state.read();
    let filter = Filter::read(&call.query, &state, Kind::All)?;
    let view = call.view(&state);
    let users = filter.page(&call.query, &state)?;
    json(&users.into_iter().map(|user| UserView { user, view }).collect::<Vec<_>>())
}

pub(super) async fn count(call: Call) -> Result<Response, Problem> {
    let state = call.app.state.read();
    let filter = Filter::read(&call.query, &state, Kind::Count)?;
    json(&TotalCount::new(filter.count(&state)))
}

pub(super) async fn find(call: Call, ids: Ids) -> Result<Response, Problem> {
    let state = call.app.state.read();
    call.show(&state, state.user(ids.user_id())?)
}
