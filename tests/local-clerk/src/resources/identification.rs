//! What e-mail addresses, phone numbers and wallets have in common.

use super::prelude::*;

/// Something that a user is identified by, and may have one primary of.
pub(crate) trait Identification: Resource + Show {
    /// One that is verified by this call or, if it is reserved, not yet.
    fn new(transaction: &mut Transaction<'_>, user: &Id, text: Box<str>, reserved: bool) -> Self;
    fn verification(&self) -> Option<&Verification>;
    fn verification_mut(&mut self) -> &mut Option<Verification>;
    fn primary(user: &User) -> &Option<Id>;
    fn primary_mut(user: &mut User) -> &mut Option<Id>;

    fn is_verified(&self) -> bool {
        self.verification().is_some_and(Verification::is_verified)
    }

    /// Verified by the one who asks, it is not only reserved any more.
    fn verify(&mut self);

    /// Whether it may be deleted.
    fn check_deletion(&self, _: &Store) -> Result<(), Problem> {
        Ok(())
    }
}

macro_rules! identifications {
    ($($name:ident: $text:ident, $primary:ident $(, $reserved:ident)? { $($items:tt)* })*) => {$(
        impl Identification for $name {
            fn new(transaction: &mut Transaction<'_>, user: &Id, text: Box<str>, reserved: bool) -> Self {
                let verification = (!reserved).then(Verification::admin);
                Self { user: user.clone(), $text: text, $($reserved: reserved,)? verification, ..Self::blank(transaction) }
            }

            fn verification(&self) -> Option<&Verification> {
                self.verification.as_ref()
            }

            fn verification_mut(&mut self) -> &mut Option<Verification> {
                &mut self.verification
            }

            fn primary(user: &User) -> &Option<Id> {
                &user.$primary
            }

            fn primary_mut(user: &mut User) -> &mut Option<Id> {
                &mut user.$primary
            }

            fn verify(&mut self) {
                self.verification = Some(Verification::admin());
                $(self.$reserved = false;)?
            }

            $($items)*
        }
    )*};
}

identifications! {
    EmailAddress: email_address, primary_email_address_id, reserved {
        fn check_deletion(&self, store: &Store) -> Result<(), Problem> {
            if self.links(store).next().is_none() {
                return Ok(());
            }
            let text = "The email address is linked to a connected account.";
            Err(Problem::bad_request("delete_linked_identification_disallowed", text))
        }
    }
    PhoneNumber: phone_number, primary_phone_number_id, reserved {}
    Web3Wallet: web3_wallet, primary_web3_wallet_id {}
}
