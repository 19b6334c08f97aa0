use super::prelude::*;

/// The active devices only.
pub(super) fn list(context: &Context, id: &str) -> Outcome {
    context.read(|view| {
        let devices = view.store.get::<User>(id)?.parts::<TrustedDevice>(view.store);
        let active: Vec<_> = devices.filter(|device| device.revoked_at.is_none()).collect();
        let total = active.len();
        Ok(Shown::page(view, active, total))
    })
}

pub(super) fn revoke(context: &Context, user_id: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        let now = transaction.now();
        if transaction.get_of::<User, TrustedDevice>(user_id, id)?.revoked_at.is_some() {
            return Err(TrustedDevice::not_found(id));
        }
        transaction.set::<TrustedDevice>(id, |device| device.revoked_at = Some(now))?;
        context.show::<TrustedDevice>(transaction, id)
    })
}
