use serde::ser::{Serialize, SerializeMap, Serializer};

use super::user::List;
use crate::state::user::{EmailAddress, Link, Passkey, PhoneNumber, Web3Wallet};

pub(crate) struct EmailAddressView<'a> {
    pub(crate) email: &'a EmailAddress,
    pub(crate) newer: bool,
}

impl Serialize for EmailAddressView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let email = self.email;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &email.id)?;
        map.serialize_entry("object", "email_address")?;
        map.serialize_entry("email_address", &email.email_address)?;
        map.serialize_entry("reserved", &email.reserved)?;
        map.serialize_entry("verification", &email.verification)?;
        map.serialize_entry("linked_to", &List::new(email.linked_to.iter().map(LinkView)))?;
        if self.newer {
            map.serialize_entry("matches_sso_connection", &false)?;
        }
        map.serialize_entry("created_at", &email.created_at)?;
        map.serialize_entry("updated_at", &email.updated_at)?;
        map.end()
    }
}

struct LinkView<'a>(&'a Link);

impl Serialize for LinkView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", &self.0.kind)?;
        map.serialize_entry("id", &self.0.id)?;
        map.end()
    }
}

pub(crate) struct PhoneNumberView<'a>(pub(crate) &'a PhoneNumber);

impl Serialize for PhoneNumberView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let phone = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &phone.id)?;
        map.serialize_entry("object", "phone_number")?;
        map.serialize_entry("phone_number", &phone.phone_number)?;
        map.serialize_entry("reserved_for_second_factor", &phone.reserved_for_second_factor)?;
        map.serialize_entry("default_second_factor", &phone.default_second_factor)?;
        map.serialize_entry("reserved", &phone.reserved)?;
        map.serialize_entry("verification", &phone.verification)?;
        map.serialize_entry("linked_to", &[(); 0])?;
        map.serialize_entry("backup_codes", &None::<[&str; 0]>)?;
        map.serialize_entry("created_at", &phone.created_at)?;
        map.serialize_entry("updated_at", &phone.updated_at)?;
        map.end()
    }
}

pub(crate) struct Web3WalletView<'a>(pub(crate) &'a Web3Wallet);

impl Serialize for Web3WalletView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let wallet = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &wallet.id)?;
        map.serialize_entry("object", "web3_wallet")?;
        map.serialize_entry("web3_wallet", &wallet.web3_wallet)?;
        map.serialize_entry("verification", &wallet.verification)?;
        map.serialize_entry("created_at", &wallet.created_at)?;
        map.serialize_entry("updated_at", &wallet.updated_at)?;
        map.end()
    }
}

pub(crate) struct PasskeyView<'a>(pub(crate) &'a Passkey);

impl Serialize for PasskeyView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let passkey = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &passkey.id)?;
        map.serialize_entry("object", "passkey")?;
        map.serialize_entry("name", &passkey.name)?;
        map.serialize_entry("last_used_at", &passkey.last_used_at)?;
        map.serialize_entry("verification", &passkey.verification)?;
        map.end()
    }
}
