//! The effects of a commit on its users, derived from rows before and after.

use crate::journal::{Effect, What};
use crate::resources::{ExternalAccount, Passkey, Session, TrustedDevice, User, Web3Wallet};
use crate::store::{Change, Commit, Id, Resource, Row, Stored};

pub(crate) fn effects(commit: &Commit) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut add = |user: &Id, what: What| effects.push(Effect { user_id: user.to_string(), what });
    let is_gone = |user: &Id| {
        commit.changes.iter().any(|change| matches!(pair::<User>(change), Some((Some(gone), None)) if gone.id == *user))
    };
    for change in &commit.changes {
        match (pair::<User>(change), ended(change)) {
            (Some((before, after)), _) => of_user(before, after, &mut add),
            // The sessions that end together are one effect, at the place of the first.
            (_, Some(ended)) => {
                let ids = ended_sessions(commit, &ended.user);
                if ids.first() == Some(&ended.id.to_string()) {
                    add(&ended.user, What::SessionsRevoked(ids));
                }
            }
            // Parts that are deleted with their user are no effects of their own.
            _ => of_part(change, &mut |user, what| {
                if !is_gone(user) {
                    add(user, what)
                }
            }),
        }
    }
    commit.notes.iter().for_each(|(user, what)| add(user, what.clone()));
    effects
}

/// The row before and after, if it is one of this kind.
fn pair<R: Resource>(change: &Change) -> Option<(Option<&R>, Option<&R>)> {
    (change.kind == R::KIND).then(|| (of(&change.before), of(&change.after)))
}

fn of<R: Stored>(row: &Option<Row>) -> Option<&R> {
    row.as_ref().and_then(R::of).map(AsRef::as_ref)
}

/// The session that was active and is so no more.
fn ended(change: &Change) -> Option<&Session> {
    let (before, after) = pair::<Session>(change)?;
    before.filter(|session| session.is_active() && after.is_none_or(|after| !after.is_active()))
}

fn ended_sessions(commit: &Commit, user: &Id) -> Vec<String> {
    let ended = commit.changes.iter().filter_map(ended).filter(|session| session.user == *user);
    ended.map(|session| session.id.to_string()).collect()
}

fn of_user(before: Option<&User>, after: Option<&User>, add: &mut impl FnMut(&Id, What)) {
    let blank = User::default();
    let Some(user) = after else {
        before.iter().for_each(|user| add(&user.id, What::Deleted));
        return;
    };
    if before.is_none() {
        add(&user.id, What::Created);
    }
    let old = before.unwrap_or(&blank);
    let mut note = |condition: bool, what: What| {
        if condition {
            add(&user.id, what);
        }
    };
    if before.is_some() {
        note(old.profile() != user.profile(), What::Updated);
        note(old.banned != user.banned, if user.banned { What::Banned } else { What::Unbanned });
        let is_locked = user.lock_expires_at.is_some();
        note(old.lock_expires_at != user.lock_expires_at, if is_locked { What::Locked } else { What::Unlocked });
        let metadata =
            |user: &User| [user.public_metadata.clone(), user.private_metadata.clone(), user.unsafe_metadata.clone()];
        note(metadata(old) != metadata(user), What::MetadataChanged);
        note(
            old.image_id != user.image_id,
            if user.image_id.is_some() { What::ProfileImageSet } else { What::ProfileImageDeleted },
        );
    }
    note(
        old.password != user.password,
        if user.password.is_some() { What::PasswordSet } else { What::PasswordRemoved },
    );
    let secret = |user: &User| user.totp.as_ref().map(|totp| totp.id.clone());
    note(secret(old) != secret(user), if user.totp.is_some() { What::TotpCreated } else { What::TotpDeleted });
    let count = |user: &User| user.backup_codes.as_ref().map(|codes| codes.len());
    let codes = match (count(old), count(user)) {
        (Some(_), None) => What::BackupCodesDeleted,
        (Some(old), Some(new)) if new + 1 == old => What::BackupCodeConsumed,
        _ => What::BackupCodesCreated,
    };
    note(old.backup_codes != user.backup_codes, codes);
    note(
        before.is_some() && old.mfa_disabled_at != user.mfa_disabled_at && user.mfa_disabled_at.is_some(),
        What::MfaDisabled,
    );
}

impl User {
    /// The user without what effects of their own tell.
    fn profile(&self) -> Self {
        let empty = Self::default();
        Self {
            banned: false,
            lock_expires_at: None,
            public_metadata: empty.public_metadata,
            private_metadata: empty.private_metadata,
            unsafe_metadata: empty.unsafe_metadata,
            image_id: None,
            password: None,
            password_last_updated_at: None,
            totp: None,
            backup_codes: None,
            mfa_enabled_at: None,
            mfa_disabled_at: None,
            updated_at: 0,
            ..self.clone()
        }
    }
}

fn of_part(change: &Change, add: &mut impl FnMut(&Id, What)) {
    if let Some((Some(passkey), None)) = pair::<Passkey>(change) {
        add(&passkey.user, What::PasskeyDeleted(passkey.id.to_string()));
    }
    if let Some((Some(wallet), None)) = pair::<Web3Wallet>(change) {
        add(&wallet.user, What::Web3WalletDeleted(wallet.id.to_string()));
    }
    match pair::<ExternalAccount>(change) {
        Some((Some(account), None)) => add(&account.user, What::ExternalAccountDeleted(account.id.to_string())),
        Some((Some(old), Some(new))) if old.token != new.token => {
            add(&new.user, What::OauthTokenRefreshed(new.id.to_string()));
        }
        _ => {}
    }
    match pair::<TrustedDevice>(change) {
        Some((Some(old), Some(new))) if old.revoked_at != new.revoked_at => {
            add(&new.user, What::TrustedDeviceRevoked(new.id.to_string()));
        }
        _ => {}
    }
}
