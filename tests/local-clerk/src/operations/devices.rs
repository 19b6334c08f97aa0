use axum::response::Response;

use crate::app::{Call, Ids};
use crate::journal::What;
use crate::problem::Problem;
use crate::reply::{Paginated, TrustedDeviceView, json};

/// The active devices only.
pub(super) async fn list(call: Call, ids: Ids) -> Result<Response, Problem> {
    let state = call.app.state.read();
    let devices = state.user(ids.user_id())?.trusted_devices.iter();
    let active = devices.filter(|device| device.revoked_at.is_none());
    let data: Vec<_> = active.map(TrustedDeviceView).collect();
    let total_count = data.len();
    json(&Paginated { data, total_count })
}

pub(super) async fn revoke(call: Call, ids: Ids) -> Result<Response, Problem> {
    let id = ids.second();
    let device = call.change(ids.user_id(), |user, effects| {
        let mut devices = user.trusted_devices.iter_mut().filter(|device| device.revoked_at.is_none());
        let missing = || Problem::not_found(format!("No trusted device was found with id {id}."));
        let device = devices.find(|device| device.id == id).ok_or_else(missing)?;
        device.revoked_at = Some(call.now);
        device.updated_at = call.now;
        effects.push(What::TrustedDeviceRevoked(id.to_owned()));
        Ok(device.clone())
    })?;
    json(&TrustedDeviceView(&device))
}
