use super::prelude::*;

resource! {
    Membership: "orgmem", "organization membership";
    of organization: Organization, user: User;
    with created_at, updated_at;
    {
        role: Box<str>,
        permissions: Option<Vec<Box<str>>>,
        public_metadata: Metadata,
        private_metadata: Metadata,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::Member, Self::key(&self.organization, &self.user));
    }
}

impl Membership {
    /// The text by which a membership is found.
    pub(crate) fn key(organization: &str, user: &str) -> String {
        format!("{organization}\0{user}")
    }

    /// One without permissions and metadata of its own.
    pub(crate) fn new(transaction: &mut Transaction<'_>, organization: &Id, user: &Id, role: &str) -> Self {
        Self {
            organization: organization.clone(),
            user: user.clone(),
            role: role.into(),
            permissions: Some(vec!["org:sys_memberships:read".into()]),
            ..Self::blank(transaction)
        }
    }
}

/// `org:billing_admin` is called "Billing admin".
pub(super) fn role_name(role: &str) -> String {
    let key = role.strip_prefix("org:").unwrap_or(role).replace('_', " ");
    let mut letters = key.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Ordered by what their users have, which is why it is no key of theirs.
impl Listed for Membership {
    const ORDERS: &'static [Order] = &[
        Order::PhoneNumber,
        Order::EmailAddress,
        Order::CreatedAt,
        Order::FirstName,
        Order::LastName,
        Order::Username,
    ];

    fn value(&self, order: Order, store: &Store) -> Value {
        match (order, store.find::<User>(&self.user)) {
            (Order::CreatedAt, _) => self.created_at.into(),
            (order, Some(user)) => user.value(order, store),
            (_, None) => Value::Nothing,
        }
    }
}

impl Show for Membership {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self, view;
            object = "organization_membership", id, public_metadata, private_metadata, role,
            role_name = role_name(&self.role), permissions, created_at, updated_at,
            organization => view.store.find::<Organization>(&self.organization));
        if let Some(user) = view.store.find::<User>(&self.user) {
            out.object("public_user_data", |out| user.show_to_others(view, out));
        }
    }
}
