use serde::ser::{Serialize, SerializeMap, Serializer};

use super::View;
use super::accounts::{EnterpriseAccountView, ExternalAccountView, SamlAccountView, ScimView};
use super::identifications::{EmailAddressView, PasskeyView, PhoneNumberView, Web3WalletView};
use super::organizations::MembershipView;
use crate::state::user::User;

/// A user as every operation shows it.
pub(crate) struct UserView<'a> {
    pub(crate) user: &'a User,
    pub(crate) view: View<'a>,
}

impl Serialize for UserView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.names(&mut map)?;
        self.identifications(&mut map)?;
        self.credentials(&mut map)?;
        self.accounts(&mut map)?;
        self.standing(&mut map)?;
        map.end()
    }
}

impl UserView<'_> {
    fn names<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let user = self.user;
        map.serialize_entry("id", &user.id)?;
        map.serialize_entry("object", "user")?;
        map.serialize_entry("username", &user.username)?;
        map.serialize_entry("first_name", &user.first_name)?;
        map.serialize_entry("last_name", &user.last_name)?;
        if !self.view.seed_shapes {
            map.serialize_entry("locale", &user.locale)?;
        }
        let image_url = self.view.image_url(user.image_id.as_deref());
        map.serialize_entry("image_url", &image_url)?;
        map.serialize_entry("profile_image_url", &image_url)?;
        map.serialize_entry("has_image", &user.image_id.is_some())?;
        map.serialize_entry("external_id", &user.external_id)
    }

    fn identifications<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let (user, newer) = (self.user, !self.view.seed_shapes);
        map.serialize_entry("primary_email_address_id", &user.primary_email_address_id)?;
        map.serialize_entry("primary_phone_number_id", &user.primary_phone_number_id)?;
        map.serialize_entry("primary_web3_wallet_id", &user.primary_web3_wallet_id)?;
        let emails = user.email_addresses.iter().map(|email| EmailAddressView { email, newer });
        map.serialize_entry("email_addresses", &List::new(emails))?;
        map.serialize_entry("phone_numbers", &List::new(user.phone_numbers.iter().map(PhoneNumberView)))?;
        map.serialize_entry("web3_wallets", &List::new(user.web3_wallets.iter().map(Web3WalletView)))?;
        map.serialize_entry("passkeys", &List::new(user.passkeys.iter().map(PasskeyView)))
    }

    fn credentials<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let user = self.user;
        map.serialize_entry("password_enabled", &user.password.is_some())?;
        if !self.view.seed_shapes {
            map.serialize_entry("password_last_updated_at", &user.password_last_updated_at)?;
            map.serialize_entry("requires_password_reset", &user.password_compromised)?;
        }
        map.serialize_entry("two_factor_enabled", &user.two_factor_enabled())?;
        map.serialize_entry("totp_enabled", &user.totp_enabled())?;
        map.serialize_entry("backup_code_enabled", &user.backup_code_enabled())?;
        map.serialize_entry("mfa_enabled_at", &user.mfa_enabled_at)?;
        map.serialize_entry("mfa_disabled_at", &user.mfa_disabled_at)
    }

    fn accounts<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let (user, newer) = (self.user, !self.view.seed_shapes);
        map.serialize_entry("public_metadata", &user.public_metadata)?;
        map.serialize_entry("private_metadata", &user.private_metadata)?;
        map.serialize_entry("unsafe_metadata", &user.unsafe_metadata)?;
        let external = user.external_accounts.iter().map(|account| ExternalAccountView { account, newer });
        map.serialize_entry("external_accounts", &List::new(external))?;
        let saml = user.enterprise_accounts.iter().filter(|account| account.saml_id.is_some());
        map.serialize_entry("saml_accounts", &List::new(saml.map(|account| SamlAccountView { account, newer })))?;
        if newer {
            let enterprise = user.enterprise_accounts.iter().map(EnterpriseAccountView);
            map.serialize_entry("enterprise_accounts", &List::new(enterprise))?;
            let view = self.view;
            let memberships = user.memberships.iter().map(|membership| MembershipView { membership, user, view });
            map.serialize_entry("organization_memberships", &List::new(memberships))?;
        }
        Ok(())
    }

    fn standing<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let user = self.user;
        let locked_for = user
            .locked_until(self.view.now)
            .map(|until| until.saturating_sub(self.view.now).saturating_add(999) / 1000);
        map.serialize_entry("last_sign_in_at", &user.last_sign_in_at)?;
        map.serialize_entry("banned", &user.banned)?;
        map.serialize_entry("locked", &locked_for.is_some())?;
        map.serialize_entry("lockout_expires_in_seconds", &locked_for)?;
        let attempts = if locked_for.is_some() { 0 } else { self.view.lockout_attempts };
        map.serialize_entry("verification_attempts_remaining", &attempts)?;
        map.serialize_entry("created_at", &user.created_at)?;
        map.serialize_entry("updated_at", &user.updated_at)?;
        map.serialize_entry("delete_self_enabled", &user.delete_self_enabled)?;
        map.serialize_entry("create_organization_enabled", &user.create_organization_enabled)?;
        map.serialize_entry("create_organizations_limit", &user.create_organizations_limit)?;
        map.serialize_entry("last_active_at", &user.last_active_at)?;
        map.serialize_entry("legal_accepted_at", &user.legal_accepted_at)?;
        if !self.view.seed_shapes {
            map.serialize_entry("deprovisioned", &user.deprovisioned)?;
            map.serialize_entry("bypass_client_trust", &user.bypass_client_trust)?;
            map.serialize_entry("scim", &user.scim.as_deref().map(ScimView))?;
        }
        Ok(())
    }
}

/// Serialises an iterator as an array, without collecting it.
pub(crate) struct List<I>(std::cell::Cell<Option<I>>);

impl<I> List<I> {
    pub(crate) fn new(items: I) -> Self {
        Self(std::cell::Cell::new(Some(items)))
    }
}

impl<I: Iterator> Serialize for List<I>
where
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.take().into_iter().flatten())
    }
}
