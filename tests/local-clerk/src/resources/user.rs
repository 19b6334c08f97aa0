use serde::{Deserialize, Serialize};

use super::accounts::SamlAccount;
use super::prelude::*;
use crate::password::Password;

resource! {
    User: "user", "user";
    with created_at, updated_at;
    {
        external_id: Option<Box<str>>,
        primary_email_address_id: Option<Id>,
        primary_phone_number_id: Option<Id>,
        primary_web3_wallet_id: Option<Id>,
        username: Option<Box<str>>,
        first_name: Option<Box<str>>,
        last_name: Option<Box<str>>,
        locale: Option<Box<str>>,
        image_id: Option<Id>,
        public_metadata: Metadata,
        private_metadata: Metadata,
        unsafe_metadata: Metadata,
        password: Option<Box<Password>>,
        password_last_updated_at: Option<i64>,
        password_compromised: bool,
        totp: Option<Box<Totp>>,
        backup_codes: Option<Box<[BackupCode]>>,
        mfa_enabled_at: Option<i64>,
        mfa_disabled_at: Option<i64>,
        last_sign_in_at: Option<i64>,
        last_active_at: Option<i64>,
        banned: bool,
        lock_expires_at: Option<i64>,
        deprovisioned: bool,
        scim: Option<Box<Scim>>,
        delete_self_enabled: bool,
        create_organization_enabled: bool,
        create_organizations_limit: Option<i64>,
        legal_accepted_at: Option<i64>,
        bypass_client_trust: bool,
    }

    fn keys(&self, store: &Store, keys: &mut Keys) {
        if let Some(username) = &self.username {
            keys.unique(Index::Username, username.to_lowercase());
        }
        if let Some(id) = &self.external_id {
            keys.unique(Index::ExternalId, id.clone());
        }
        if self.banned {
            keys.found_by(Index::Banned, "");
        }
        for (order, value) in Self::ORDERS {
            keys.order(*order, value(self, store));
        }
        keys.search(self.search_text(store));
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Totp {
    pub(crate) id: Id,
    pub(crate) secret: Vec<u8>,
    pub(crate) verified: bool,
    /// The step of the last code that was accepted: each counts once.
    #[serde(default)]
    pub(crate) last_step: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BackupCode {
    Plain(Box<str>),
    Bcrypt(Box<str>),
}

/// The directory that manages a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scim {
    pub(crate) directory_id: String,
    #[serde(default)]
    pub(crate) external_id: Option<String>,
}

impl User {
    pub(crate) fn parts<'a, R: Resource>(&'a self, store: &'a Store) -> impl DoubleEndedIterator<Item = &'a R> {
        store.parts::<R>(Kind::User, &self.id).map(AsRef::as_ref)
    }

    pub(crate) fn totp_enabled(&self) -> bool {
        self.totp.as_ref().is_some_and(|totp| totp.verified)
    }

    pub(crate) fn two_factor_enabled(&self, store: &Store) -> bool {
        self.totp_enabled() || self.parts::<PhoneNumber>(store).any(|phone| phone.reserved_for_second_factor)
    }

    /// When the lock ends, if the user is locked now.
    pub(crate) fn locked_until(&self, now: i64) -> Option<i64> {
        self.lock_expires_at.filter(|until| *until > now)
    }

    pub(crate) fn primary_email_address<'a>(&self, store: &'a Store) -> Option<&'a EmailAddress> {
        store.find(self.primary_email_address_id.as_ref()?).map(AsRef::as_ref)
    }

    pub(crate) fn primary_phone_number<'a>(&self, store: &'a Store) -> Option<&'a PhoneNumber> {
        store.find(self.primary_phone_number_id.as_ref()?).map(AsRef::as_ref)
    }

    pub(crate) fn primary_web3_wallet<'a>(&self, store: &'a Store) -> Option<&'a Web3Wallet> {
        store.find(self.primary_web3_wallet_id.as_ref()?).map(AsRef::as_ref)
    }

    /// The text that stands for the user to others.
    pub(crate) fn identifier<'a>(&'a self, store: &'a Store) -> Option<&'a str> {
        let email = self.primary_email_address(store).map(|email| &*email.email_address);
        let phone = || self.primary_phone_number(store).map(|phone| &*phone.phone_number);
        let wallet = || self.primary_web3_wallet(store).map(|wallet| &*wallet.web3_wallet);
        email.or_else(phone).or(self.username.as_deref()).or_else(wallet)
    }

    /// How many ways to be identified the user has.
    pub(crate) fn identifications(&self, store: &Store) -> usize {
        store.slots_of::<EmailAddress>(Kind::User, &self.id).count()
            + store.slots_of::<PhoneNumber>(Kind::User, &self.id).count()
            + store.slots_of::<Web3Wallet>(Kind::User, &self.id).count()
            + store.slots_of::<ExternalAccount>(Kind::User, &self.id).count()
            + store.slots_of::<EnterpriseAccount>(Kind::User, &self.id).count()
            + usize::from(self.username.is_some())
    }

    fn search_text(&self, store: &Store) -> SearchText {
        let mut text = SearchText::default();
        text.add(Field::Id, &self.id);
        self.parts::<EmailAddress>(store).for_each(|email| text.add(Field::EmailAddress, &email.email_address));
        self.parts::<PhoneNumber>(store).for_each(|phone| text.add(Field::PhoneNumber, &phone.phone_number));
        self.parts::<Web3Wallet>(store).for_each(|wallet| text.add(Field::Web3Wallet, &wallet.web3_wallet));
        self.username.iter().for_each(|username| text.add(Field::Username, username));
        match (&self.first_name, &self.last_name) {
            (Some(first), Some(last)) => text.add(Field::Name, &format!("{first} {last}")),
            (Some(name), None) | (None, Some(name)) => text.add(Field::Name, name),
            (None, None) => {}
        }
        text
    }
}

impl Show for User {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        self.show_names(view, out);
        self.show_identifications(view, out);
        self.show_credentials(view, out);
        self.show_accounts(view, out);
        self.show_standing(view, out);
    }
}

impl User {
    fn show_names(&self, view: &View<'_>, out: &mut Object<'_>) {
        let image_url = view.image_url(self.image_id.as_deref());
        members!(out, self;
            id, object = "user", username, first_name, last_name, since NEWER locale, image_url = &image_url,
            profile_image_url = &image_url, has_image = self.image_id.is_some(), external_id);
    }

    fn show_identifications(&self, view: &View<'_>, out: &mut Object<'_>) {
        let store = view.store;
        members!(out, self; primary_email_address_id, primary_phone_number_id, primary_web3_wallet_id);
        out.list("email_addresses", self.parts::<EmailAddress>(store), |email, out| email.show(view, out))
            .list("phone_numbers", self.parts::<PhoneNumber>(store), |phone, out| phone.show(view, out))
            .list("web3_wallets", self.parts::<Web3Wallet>(store), |wallet, out| wallet.show(view, out))
            .list("passkeys", self.parts::<Passkey>(store), |passkey, out| passkey.show(view, out));
    }

    fn show_credentials(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self;
            password_enabled = self.password.is_some(), since NEWER password_last_updated_at, since NEWER
            requires_password_reset = self.password_compromised, two_factor_enabled =
            self.two_factor_enabled(view.store), totp_enabled = self.totp_enabled(), backup_code_enabled =
            self.backup_codes.is_some(), mfa_enabled_at, mfa_disabled_at);
    }

    fn show_accounts(&self, view: &View<'_>, out: &mut Object<'_>) {
        let enterprise = || self.parts::<EnterpriseAccount>(view.store);
        let saml = enterprise().filter(|account| account.saml_id.is_some());
        members!(out, self; public_metadata, private_metadata, unsafe_metadata);
        out.list("external_accounts", self.parts::<ExternalAccount>(view.store), |account, out| {
            account.show(view, out)
        })
        .list("saml_accounts", saml, |account, out| SamlAccount(account).show(view, out));
        if out.is_since(NEWER) {
            out.list("enterprise_accounts", enterprise(), |account, out| account.show(view, out)).list(
                "organization_memberships",
                self.parts::<Membership>(view.store),
                |membership, out| membership.show(view, out),
            );
        }
    }

    fn show_standing(&self, view: &View<'_>, out: &mut Object<'_>) {
        let locked_for =
            self.locked_until(view.now).map(|until| until.saturating_sub(view.now).saturating_add(999) / 1000);
        let attempts = if locked_for.is_some() { 0 } else { view.lockout_attempts };
        members!(out, self;
            last_sign_in_at, banned, locked = locked_for.is_some(), lockout_expires_in_seconds = locked_for,
            verification_attempts_remaining = attempts, created_at, updated_at, delete_self_enabled,
            create_organization_enabled, create_organizations_limit, last_active_at, legal_accepted_at, since NEWER
            deprovisioned, since NEWER bypass_client_trust);
        if out.is_since(NEWER) {
            match &self.scim {
                Some(scim) => out.object("scim", |out| scim.show(out)),
                None => out.put("scim", ()),
            };
        }
    }

    /// What an invitation shows of the one who invites.
    pub(super) fn show_as_inviter(&self, view: &View<'_>, out: &mut Object<'_>) {
        self.show_to_all(view, out);
        out.put("identifier", self.identifier(view.store).unwrap_or_default());
    }

    /// What a membership shows of its user.
    pub(super) fn show_to_others(&self, view: &View<'_>, out: &mut Object<'_>) {
        self.show_to_all(view, out);
        members!(out, self;
            identifier = self.identifier(view.store), profile_image_url = view.image_url(self.image_id.as_deref()),
            since NEWER username, since NEWER banned, since NEWER deprovisioned);
    }

    fn show_to_all(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self;
            user_id = &self.id, first_name, last_name, image_url = view.image_url(self.image_id.as_deref()), has_image
            = self.image_id.is_some());
    }
}

impl Scim {
    fn show(&self, out: &mut Object<'_>) {
        members!(out, self; directory_id, directory_enabled = true, external_id);
    }
}
