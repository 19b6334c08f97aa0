use super::prelude::*;

resource! {
    PhoneNumber: "idn", "phone number";
    part of user;
    with created_at, updated_at;
    {
        phone_number: Box<str>,
        reserved_for_second_factor: bool,
        default_second_factor: bool,
        reserved: bool,
        verification: Option<Verification>,
    }

    shows self {
        phone_number, reserved_for_second_factor, default_second_factor, reserved, verification =>
        self.verification.as_ref(), linked_to = [(); 0], backup_codes = (), created_at, updated_at,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique_when(self.reserved || self.is_verified(), Index::PhoneNumber, self.phone_number.clone());
    }
}
