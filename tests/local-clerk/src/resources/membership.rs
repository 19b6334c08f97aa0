use std::sync::Arc;

use super::prelude::*;
use crate::store::Needle;

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

    /// A user's in an organization.
    pub(crate) fn of<'a>(store: &'a Store, organization: &str, user: &str) -> Result<&'a Arc<Self>, Problem> {
        store.get::<Organization>(organization)?;
        store.by(Index::Member, &Self::key(organization, user)).next().ok_or_else(|| Self::not_found(user))
    }

    /// Refused where the organization has as many members as it may have.
    pub(crate) fn insert(self, transaction: &mut Transaction<'_>) -> Result<Id, Problem> {
        let organization = transaction.get::<Organization>(&self.organization)?;
        let (most, members) = (organization.max_allowed_memberships, organization.members_count(transaction));
        if usize::try_from(most).is_ok_and(|most| most > 0 && members >= most) {
            let text = "The organization has as many members as it may have.";
            return Err(Problem::forbidden("organization_membership_quota_exceeded", text));
        }
        transaction.insert(self)
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
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |membership, _| membership.created_at.into()),
        (Order::PhoneNumber, |membership, store| membership.value(Order::PhoneNumber, store)),
        (Order::EmailAddress, |membership, store| membership.value(Order::EmailAddress, store)),
        (Order::FirstName, |membership, store| membership.value(Order::FirstName, store)),
        (Order::LastName, |membership, store| membership.value(Order::LastName, store)),
        (Order::Username, |membership, store| membership.value(Order::Username, store)),
    ];
    const FILTERS: &'static [Filter] = &[
        Filter::new("user_id", |store, id| of_users(store, "user_id", id)).signed(Signs::InLists),
        Filter::new("email_address", |store, text| of_users(store, "email_address", text)),
        Filter::new("phone_number", |store, text| of_users(store, "phone_number", text)),
        Filter::new("username", |store, text| of_users(store, "username", text)),
        Filter::new("web3_wallet", |store, text| of_users(store, "web3_wallet", text)),
        Filter::new("role", |store, role| store.slots_where::<Self>(|membership| *membership.role == *role)),
        Filter::new("query", |store, text| of_found(store, text, &[])),
        Filter::new("email_address_query", |store, text| of_found(store, text, &[Field::EmailAddress])),
        Filter::new("phone_number_query", |store, text| of_found(store, text, &[Field::PhoneNumber])),
        Filter::new("username_query", |store, text| of_found(store, text, &[Field::Username])),
        Filter::new("name_query", |store, text| of_found(store, text, &[Field::Name])),
    ];
    const TIMES: &'static [Order] = &[Order::CreatedAt, Order::LastActiveAt];

    fn value(&self, order: Order, store: &Store) -> Value {
        match order {
            Order::CreatedAt => self.created_at.into(),
            order => store.find::<User>(&self.user).map_or(Value::Nothing, |user| user.value(order, store)),
        }
    }
}

/// The memberships of the users whom a filter of users names.
fn of_users(store: &Store, filter: &str, text: &str) -> Vec<Slot> {
    let filter = User::FILTERS.iter().find(|known| known.name == filter);
    of_slots(store, filter.map(|filter| (filter.find)(store, text)).unwrap_or_default())
}

/// The memberships of the users in whose texts a part is found.
fn of_found(store: &Store, text: &str, fields: &'static [Field]) -> Vec<Slot> {
    let hits = store.search::<User>().snapshot().find(&Needle::new(&text.to_lowercase(), fields));
    of_slots(store, hits.into_iter().map(|hit| hit.slot))
}

fn of_slots(store: &Store, users: impl IntoIterator<Item = Slot>) -> Vec<Slot> {
    let users = users.into_iter().filter_map(|slot| store.at::<User>(slot));
    users.flat_map(|user| store.slots_of::<Membership>(Kind::User, &user.id)).collect()
}

impl Show for Membership {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self, view;
            object = "organization_membership", id, public_metadata, private_metadata, role, role_name =
            role_name(&self.role), permissions, created_at, updated_at, organization =>
            view.store.find::<Organization>(&self.organization));
        if let Some(user) = view.store.find::<User>(&self.user) {
            out.object("public_user_data", |out| user.show_to_others(view, out));
        }
    }
}
