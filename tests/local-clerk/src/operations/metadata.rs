use super::prelude::*;
use crate::input::metadata::Object;

input! {
    /// Changes of what organizations have; a null in place of a whole value changes nothing.
    struct Merge {
        public_metadata: Option<Object>,
        private_metadata: Option<Object>,
    }

    /// Changes of what users have.
    struct MergeAll {
        ..both: Merge,
        unsafe_metadata: Option<Object>,
    }

    /// New values; null is one of them.
    struct Replace {
        public_metadata: Field<Metadata>,
        private_metadata: Field<Metadata>,
    }

    struct ReplaceAll {
        ..both: Replace,
        unsafe_metadata: Field<Metadata>,
    }
}

impl Merge {
    /// A deep merge into both: null removes a key.
    pub(super) fn write(self, public: &mut Metadata, private: &mut Metadata) -> Result<(), Problem> {
        merge(public, "public_metadata", self.public_metadata)?;
        merge(private, "private_metadata", self.private_metadata)
    }
}

impl Replace {
    pub(super) fn write(self, public: &mut Metadata, private: &mut Metadata) {
        replace(public, self.public_metadata);
        replace(private, self.private_metadata);
    }
}

pub(super) fn merge_of_user(call: &mut Call<'_>, id: &str, input: MergeAll) -> Outcome {
    any::change::<User>(call, id, |user| {
        input.both.write(&mut user.public_metadata, &mut user.private_metadata)?;
        merge(&mut user.unsafe_metadata, "unsafe_metadata", input.unsafe_metadata)
    })
}

pub(super) fn replace_of_user(call: &mut Call<'_>, id: &str, input: ReplaceAll) -> Outcome {
    any::change::<User>(call, id, |user| {
        input.both.write(&mut user.public_metadata, &mut user.private_metadata);
        replace(&mut user.unsafe_metadata, input.unsafe_metadata);
        Ok(())
    })
}

fn merge(value: &mut Metadata, name: &str, patch: Option<Object>) -> Result<(), Problem> {
    if let Some(patch) = patch {
        *value = value.merged(name, &patch.0)?;
    }
    Ok(())
}

/// A value that is sent replaces the old one.
fn replace(value: &mut Metadata, new: Field<Metadata>) {
    match new {
        Field::Absent => {}
        Field::Null => *value = Metadata::null(),
        Field::Set(new) => *value = new,
    }
}
