use super::prelude::*;

const MAX_MEMBERSHIPS: i64 = 5;
const SUFFIX: usize = 8;

resource! {
    Organization: "org", "organization";
    with created_at, updated_at;
    {
        name: Box<str>,
        slug: Box<str>,
        /// 0 for no limit.
        max_allowed_memberships: i64,
        admin_delete_enabled: bool,
        public_metadata: Metadata,
        private_metadata: Metadata,
        role_set_key: Option<Box<str>>,
        created_by: Option<Box<str>>,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::Slug, self.slug.clone());
        keys.search([(Field::Name, &*self.name), (Field::Slug, &*self.slug)]);
    }
}

impl Organization {
    /// One with the defaults.
    pub(crate) fn new(transaction: &mut Transaction<'_>, name: Box<str>) -> Self {
        let max_allowed_memberships = MAX_MEMBERSHIPS;
        Self { name, max_allowed_memberships, admin_delete_enabled: true, ..Self::blank(transaction) }
    }

    /// Where it has no slug, one is made of the name, and of something else if that is taken.
    pub(crate) fn insert(mut self, transaction: &mut Transaction<'_>) -> Result<Id, Problem> {
        if self.slug.is_empty() {
            self.slug = self.name.to_lowercase().replace(' ', "-").into();
            if transaction.slots_by(Index::Slug, &self.slug).next().is_some() {
                self.slug = format!("{}-{}", self.slug, transaction.ids().text(SUFFIX)).into();
            }
        }
        transaction.insert(self)
    }

    pub(crate) fn members_count(&self, store: &Store) -> usize {
        store.slots_of::<Membership>(Kind::Organization, &self.id).count()
    }
}

impl Listed for Organization {
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |organization, _| organization.created_at.into()),
        (Order::Name, |organization, _| Some(&*organization.name).into()),
        (Order::MembersCount, |organization, store| {
            i64::try_from(organization.members_count(store)).unwrap_or(i64::MAX).into()
        }),
    ];
    const FILTERS: &'static [Filter] = &[
        Filter::new("organization_id", Store::slots_with_id::<Self>).signed(Signs::InLists),
        Filter::new("user_id", of_member).signed(Signs::InLists),
    ];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[("query", &[])];
}

fn of_member(store: &Store, user: &str) -> Vec<Slot> {
    let memberships = store.parts::<Membership>(Kind::User, &user.into());
    memberships.filter_map(|membership| store.slot::<Organization>(&membership.organization)).collect()
}

impl Show for Organization {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        let invitations = view.store.parts::<OrganizationInvitation>(Kind::Organization, &self.id);
        let pending = invitations.filter(|invitation| invitation.is_pending()).count();
        members!(out, self;
            object = "organization", id, name, slug, image_url = view.image_url(None), has_image = false,
            members_count = self.members_count(view.store), since NEWER missing_member_with_elevated_permissions =
            false, since NEWER pending_invitations_count = pending, since NEWER role_set_key, max_allowed_memberships,
            admin_delete_enabled, public_metadata, private_metadata, created_by?, created_at, updated_at);
    }
}

/// What others may see of an organization.
pub(super) struct Public<'a>(pub(super) &'a Organization);

impl Show for Public<'_> {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self.0; id, name, slug, image_url = view.image_url(None), has_image = false);
    }
}
