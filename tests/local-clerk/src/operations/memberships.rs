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

pub(super) fn create(context: &Context, organization: &str, input: Create) -> Outcome {
    context.write(|transaction| {
        let organization = transaction.get::<Organization>(organization)?.id.clone();
        let user = transaction.get::<User>(&input.user_id.0)?.id.clone();
        let mut membership = Membership::new(transaction, &organization, &user, "");
        input.write(&mut membership);
        let id = membership.insert(transaction)?;
        context.show::<Membership>(transaction, &id)
    })
}

pub(super) fn update(context: &Context, organization: &str, user: &str, input: Update) -> Outcome {
    context.write(|transaction| {
        let id = Membership::of(transaction, organization, user)?.id.clone();
        transaction.set::<Membership>(&id, |membership| input.write(membership))?;
        context.show::<Membership>(transaction, &id)
    })
}

pub(super) fn merge_metadata(context: &Context, organization: &str, user: &str, input: Merge) -> Outcome {
    context.write(|transaction| {
        let id = Membership::of(transaction, organization, user)?.id.clone();
        transaction
            .update::<Membership>(&id, |row| input.write(&mut row.public_metadata, &mut row.private_metadata))?;
        context.show::<Membership>(transaction, &id)
    })
}

/// Shows what it was.
pub(super) fn delete(context: &Context, organization: &str, user: &str) -> Outcome {
    context.write(|transaction| {
        let id = Membership::of(transaction, organization, user)?.id.clone();
        let shown = context.show::<Membership>(transaction, &id)?;
        transaction.delete::<Membership>(&id).map(|()| shown)
    })
}

pub(super) fn of_user(context: &Context, id: &str, query: &Query) -> Outcome {
    any::page_of::<User, Membership>(context, id, &List::newest(query)?)
}
