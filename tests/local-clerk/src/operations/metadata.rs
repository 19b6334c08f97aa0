use super::prelude::*;
use crate::input::metadata::Object;
use crate::resources::User;

input! {
    /// Changes of what organizations have; a null in place of a whole value changes nothing.
    pub(super) struct Merge {
        public_metadata: Option<Object>,
        private_metadata: Option<Object>,
    }
}

input! {
    /// Changes of what users have.
    pub(super) struct MergeAll {
        ..both: Merge,
        unsafe_metadata: Option<Object>,
    }
}

input! {
    /// New values; null is one of them.
    pub(super) struct Replace {
        public_metadata: Field<Metadata>,
        private_metadata: Field<Metadata>,
    }
}

input! {
    pub(super) struct ReplaceAll {
        ..both: Replace,
        unsafe_metadata: Field<Metadata>,
    }
}

pub(super) fn merge_of_user(context: &Context, id: &str, input: MergeAll) -> Outcome {
    context.change_user(id, |transaction| {
        transaction.update::<User>(id, |user| {
            merge(&mut user.public_metadata, "public_metadata", input.both.public_metadata)?;
            merge(&mut user.private_metadata, "private_metadata", input.both.private_metadata)?;
            merge(&mut user.unsafe_metadata, "unsafe_metadata", input.unsafe_metadata)
        })
    })
}

pub(super) fn replace_of_user(context: &Context, id: &str, input: ReplaceAll) -> Outcome {
    context.change_user(id, |transaction| {
        transaction.update::<User>(id, |user| {
            replace(&mut user.public_metadata, input.both.public_metadata);
            replace(&mut user.private_metadata, input.both.private_metadata);
            replace(&mut user.unsafe_metadata, input.unsafe_metadata);
            Ok(())
        })
    })
}

/// Deep merge: null removes a key.
pub(super) fn merge(value: &mut Metadata, name: &str, patch: Option<Object>) -> Result<(), Problem> {
    if let Some(patch) = patch {
        *value = value.merged(name, &patch.0)?;
    }
    Ok(())
}

/// A value that is sent replaces the old one.
pub(super) fn replace(value: &mut Metadata, new: Field<Metadata>) {
    match new {
        Field::Absent => {}
        Field::Null => *value = Metadata::null(),
        Field::Set(new) => *value = new,
    }
}
