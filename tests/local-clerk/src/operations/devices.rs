use super::prelude::*;

/// The active devices only.
pub(super) fn list(view: &View<'_>, id: &str) -> Outcome {
    let devices = view.store.get::<User>(id)?.parts::<TrustedDevice>(view.store);
    let active: Vec<_> = devices.filter(|device| device.revoked_at.is_none()).collect();
    let total = active.len();
    Ok(Shown::page(view, active, total))
}

pub(super) fn revoke(call: &mut Call<'_>, user_id: &str, id: &str) -> Outcome {
    let now = call.now();
    if call.get_of::<User, TrustedDevice>(user_id, id)?.revoked_at.is_some() {
        return Err(TrustedDevice::not_found(id));
    }
    call.set::<TrustedDevice>(id, |device| device.revoked_at = Some(now))?;
    call.show::<TrustedDevice>(id)
}
