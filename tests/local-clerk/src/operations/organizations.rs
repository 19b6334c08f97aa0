use super::metadata::{Merge, Replace};
use super::prelude::*;

input! {
    struct Create writes Organization {
        name: Required<Short>,
        slug: Option<SlugText>,
        created_by: Option<Short>,
        max_allowed_memberships: Option<Natural>,
        public_metadata: Option<Metadata>,
        private_metadata: Option<Metadata>,
        created_at: Option<Time>,
        role_set_key: Option<Short>,
    }

    struct Update writes Organization {
        name: Option<Short>,
        slug: Option<SlugText>,
        max_allowed_memberships: Option<Natural>,
        admin_delete_enabled: Option<bool>,
        created_at: Option<Time>,
        role_set_key: Option<Short>,
        public_metadata: Option<Metadata> = until V2026_05_12,
        private_metadata: Option<Metadata> = until V2026_05_12,
    }
}

/// Found by its id or its slug.
pub(super) fn get(view: &View<'_>, id_or_slug: &str) -> Outcome {
    let by_slug = view.store.by::<Organization>(Index::Slug, id_or_slug).next();
    Ok(Shown::one(view, by_slug.map_or_else(|| view.store.get::<Organization>(id_or_slug), Ok)?))
}

/// Whoever creates it is its first member, and an admin.
pub(super) fn create(call: &mut Call<'_>, input: Create) -> Outcome {
    let mut organization = Organization::new(call, Box::default());
    input.write(&mut organization);
    let creator = organization.created_by.as_ref().map(|id| find_creator(call, id)).transpose()?;
    let id = organization.insert(call)?;
    if let Some(user) = creator {
        let admin = Membership::new(call, &id, &user, "org:admin");
        call.insert(admin)?;
    }
    call.show::<Organization>(&id)
}

fn find_creator(store: &Store, id: &str) -> Result<Id, Problem> {
    let text = "The user who is to create the organization was not found.";
    let unknown = || Problem::bad_request("organization_creator_not_found", text).about("created_by");
    store.find::<User>(id).map(|user| user.id.clone()).ok_or_else(unknown)
}

pub(super) fn merge_metadata(call: &mut Call<'_>, id: &str, input: Merge) -> Outcome {
    any::change::<Organization>(call, id, |row| input.write(&mut row.public_metadata, &mut row.private_metadata))
}

pub(super) fn replace_metadata(call: &mut Call<'_>, id: &str, input: Replace) -> Outcome {
    any::change::<Organization>(call, id, |row| {
        input.write(&mut row.public_metadata, &mut row.private_metadata);
        Ok(())
    })
}
