use super::metadata::Merge;
use super::prelude::*;

input! {
    struct Create writes Membership {
        role: Required<RoleText>,
        public_metadata: Option<Metadata>,
        private_metadata: Option<Metadata>,
    }
    beside {
        user_id: Required<String>,
    }

    struct Update writes Membership {
        role: Required<RoleText>,
    }
}

pub(super) fn create(call: &mut Call<'_>, organization: &str, input: Create) -> Outcome {
    let organization = call.get::<Organization>(organization)?.id.clone();
    let user = call.get::<User>(&input.user_id.0)?.id.clone();
    let mut membership = Membership::new(call, &organization, &user, "");
    input.write(&mut membership);
    let id = membership.insert(call)?;
    call.show::<Membership>(&id)
}

pub(super) fn update(call: &mut Call<'_>, organization: &str, user: &str, input: Update) -> Outcome {
    let id = Membership::of(call, organization, user)?.id.clone();
    call.set::<Membership>(&id, |membership| input.write(membership))?;
    call.show::<Membership>(&id)
}

pub(super) fn merge_metadata(call: &mut Call<'_>, organization: &str, user: &str, input: Merge) -> Outcome {
    let id = Membership::of(call, organization, user)?.id.clone();
    call.update::<Membership>(&id, |row| input.write(&mut row.public_metadata, &mut row.private_metadata))?;
    call.show::<Membership>(&id)
}

/// Shows what it was.
pub(super) fn delete(call: &mut Call<'_>, organization: &str, user: &str) -> Outcome {
    let id = Membership::of(call, organization, user)?.id.clone();
    let shown = call.show::<Membership>(&id)?;
    call.delete::<Membership>(&id).map(|()| shown)
}

pub(super) fn of_user(view: &View<'_>, id: &str, query: &Query) -> Outcome {
    any::page_of::<User, Membership>(view, id, &List::newest(query)?)
}
