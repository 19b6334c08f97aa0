use super::endpoint::Outcome;
use crate::input::metadata::{Metadata, Object};
use crate::input::{Field, input};
use crate::instance::Context;
use crate::resources::User;

input! {
    /// Changes; a null in place of a whole value changes nothing.
    pub(super) struct MergeMetadata {
        public_metadata: Option<Object>,
        private_metadata: Option<Object>,
        unsafe_metadata: Option<Object>,
    }
}

input! {
    /// New values; null is one of them.
    pub(super) struct ReplaceMetadata {
        public_metadata: Field<Metadata>,
        private_metadata: Field<Metadata>,
        unsafe_metadata: Field<Metadata>,
    }
}

/// Deep merge: null removes a key.
pub(super) fn merge(context: &Context, id: &str, input: MergeMetadata) -> Outcome {
    context.change_user(id, |transaction| {
        transaction.update::<User, ()>(id, |user| {
            for (name, value, patch) in [
                ("public_metadata", &mut user.public_metadata, &input.public_metadata),
                ("private_metadata", &mut user.private_metadata, &input.private_metadata),
                ("unsafe_metadata", &mut user.unsafe_metadata, &input.unsafe_metadata),
            ] {
                if let Some(patch) = patch {
                    *value = value.merged(name, &patch.0)?;
                }
            }
            Ok(())
        })
    })
}

/// Each value that is sent replaces the old one.
pub(super) fn replace(context: &Context, id: &str, input: ReplaceMetadata) -> Outcome {
    context.change_user(id, |transaction| {
        transaction.update::<User, ()>(id, |user| {
            for (value, new) in [
                (&mut user.public_metadata, input.public_metadata),
                (&mut user.private_metadata, input.private_metadata),
                (&mut user.unsafe_metadata, input.unsafe_metadata),
            ] {
                match new {
                    Field::Absent => {}
                    Field::Null => *value = Metadata::null(),
                    Field::Set(new) => *value = new,
                }
            }
            Ok(())
        })
    })
}
