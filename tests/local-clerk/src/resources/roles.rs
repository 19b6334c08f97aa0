//! Roles of organizations, and what they permit.

use super::prelude::*;

resource! {
    Permission: "perm", "organization permission";
    with created_at, updated_at;
    {
        name: Box<str>,
        key: Box<str>,
        description: Box<str>,
    }

    shows self { name, key, description, type = "user", created_at, updated_at }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::PermissionKey, self.key.clone());
        keys.search([(Field::Name, &*self.name), (Field::Slug, &*self.key)]);
    }
}

resource! {
    Role: "role", "organization role";
    with created_at, updated_at;
    {
        name: Box<str>,
        key: Box<str>,
        description: Option<Box<str>>,
        /// Those that are there no more permit nothing.
        permissions: Vec<Id>,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::RoleKey, self.key.clone());
        keys.search([(Field::Name, &*self.name), (Field::Slug, &*self.key)]);
    }
}

impl Show for Role {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        let permissions = self.permissions.iter().filter_map(|id| view.store.find::<Permission>(id));
        members!(out, self; object = "role", id, name, key, description, is_creator_eligible = false);
        out.list("permissions", permissions, |permission, out| permission.show(view, out));
        members!(out, self; created_at, updated_at);
    }
}

impl Listed for Permission {
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |permission, _| permission.created_at.into()),
        (Order::Name, |permission, _| Some(&*permission.name).into()),
        (Order::Key, |permission, _| Some(&*permission.key).into()),
    ];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[("query", &[])];
}

impl Listed for Role {
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |role, _| role.created_at.into()),
        (Order::Name, |role, _| Some(&*role.name).into()),
        (Order::Key, |role, _| Some(&*role.key).into()),
    ];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[("query", &[])];
}
