use http::StatusCode;

use super::prelude::*;
use crate::mfa::Match;
use crate::{ApiVersion, mfa};

input! {
    struct VerifyTotp {
        code: Required<String>,
    }
}

/// Gone since 2026-05-12. Before, it makes a new secret, not verified yet, and new backup codes.
pub(super) fn create_totp(context: &Context, id: &str) -> Outcome {
    if context.version >= ApiVersion::V2026_05_12 {
        let long = "This operation is no longer part of the API.";
        return Err(Problem::new(StatusCode::GONE, "operation_deprecated", "Operation deprecated", long));
    }
    context.write(|transaction| {
        transaction.get::<User>(id)?;
        let (totp, codes) = (Totp::generate(transaction), mfa::generate_backup_codes(transaction));
        let account = transaction.get::<User>(id)?.identifier(transaction).unwrap_or(id).to_owned();
        let shown = Shown::object(context.version, |out| {
            out.put("object", "totp")
                .put("id", &totp.id)
                .put("secret", totp.secret_text())
                .put("uri", totp.uri(&account))
                .put("verified", false)
                .put("backup_codes", &codes);
        });
        mfa::watch(transaction, id, |transaction| {
            transaction.set::<User>(id, |user| {
                user.totp = Some(Box::new(totp));
                user.backup_codes = Some(mfa::import_backup_codes(codes.into_iter().map(Into::into)));
            })
        })?;
        Ok(shown)
    })
}

/// Backup codes may be digests, which take their time; nothing is locked meanwhile. If somebody else used a code up or changed
/// the user, it is checked once more.
pub(super) fn verify_totp(context: &Context, id: &str, input: VerifyTotp) -> Outcome {
    loop {
        let user = context.read(|view| view.store.get::<User>(id).cloned())?;
        let found = mfa::check(&user, &input.code.0, context.now)?;
        let is_done = context.write(|transaction| {
            let now = transaction.get::<User>(id)?;
            if (&now.totp, &now.backup_codes) != (&user.totp, &user.backup_codes) {
                return Ok(false);
            }
            use_up(transaction, id, found).map(|()| true)
        })?;
        if is_done {
            return Ok(Shown::object(context.version, |out| {
                out.put("verified", true).put("code_type", found.name());
            }));
        }
    }
}

/// A right TOTP code switches TOTP on if it waits for that; a right backup code is consumed.
fn use_up(transaction: &mut Transaction<'_>, id: &str, found: Match) -> Result<(), Problem> {
    if matches!(found, Match::Totp { .. }) {
        transaction.note(id, What::TotpVerified);
    }
    mfa::watch(transaction, id, |transaction| {
        transaction.set::<User>(id, |user| match (found, &mut user.totp) {
            (Match::Totp { step }, Some(totp)) => (totp.verified, totp.last_step) = (true, Some(step)),
            (Match::BackupCode { place }, _) => {
                let codes = user.backup_codes.take().unwrap_or_default().into_vec().into_iter().enumerate();
                user.backup_codes = Some(codes.filter(|(at, _)| *at != place).map(|(_, code)| code).collect());
            }
            (Match::Totp { .. }, None) => {}
        })
    })
}

pub(super) fn disable(call: &mut Call<'_>, id: &str) -> Outcome {
    switch_off(call, id, |transaction| {
        remove_phones(transaction, id)?;
        transaction.set::<User>(id, |user| (user.totp, user.backup_codes) = (None, None))
    })
}

/// Takes all phone numbers out of the second factors.
fn remove_phones(transaction: &mut Transaction<'_>, id: &str) -> Result<(), Problem> {
    let phones = transaction.get::<User>(id)?.parts::<PhoneNumber>(transaction);
    let phones: Vec<_> = phones.map(|phone| phone.id.clone()).collect();
    for phone in phones {
        transaction.set::<PhoneNumber>(&phone, |phone| {
            (phone.reserved_for_second_factor, phone.default_second_factor) = (false, false)
        })?;
    }
    Ok(())
}

pub(super) fn delete_totp(call: &mut Call<'_>, id: &str) -> Outcome {
    switch_off(call, id, |transaction| transaction.set::<User>(id, |user| user.totp = None))
}

pub(super) fn delete_backup_codes(call: &mut Call<'_>, id: &str) -> Outcome {
    switch_off(call, id, |transaction| transaction.set::<User>(id, |user| user.backup_codes = None))
}

fn switch_off(call: &mut Call<'_>, id: &str, off: impl FnOnce(&mut Transaction<'_>) -> Result<(), Problem>) -> Outcome {
    mfa::watch(call, id, off)?;
    Ok(Shown::object(call.context.version, |out| {
        out.put("user_id", id);
    }))
}
