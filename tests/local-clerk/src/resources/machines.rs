//! Machines, and which of them may call which.

use super::prelude::*;

resource! {
    Machine: "mch", "machine";
    with created_at, updated_at;
    {
        name: Box<str>,
        default_token_ttl: i64,
        secret_key: Box<str>,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.search([(Field::Name, &*self.name)]);
    }
}

resource! {
    /// That a machine may call another.
    MachineScope: "mscp", "machine scope";
    of from: Machine, to: Machine;
    { created_at: i64, }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::MachineScope, format!("{}\0{}", self.from, self.to));
    }
}

impl Machine {
    /// The machines that it may call.
    pub(crate) fn scopes<'a>(&'a self, store: &'a Store) -> impl Iterator<Item = &'a MachineScope> {
        let scopes = store.parts::<MachineScope>(Kind::Machine, &self.id);
        scopes.map(AsRef::as_ref).filter(|scope| scope.from == self.id)
    }

    fn show_alone(&self, out: &mut Object<'_>) {
        members!(out, self;
            object = "machine", id, name, instance_id = INSTANCE, default_token_ttl, created_at, updated_at);
    }
}

impl Show for Machine {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        self.show_alone(out);
        let others = self.scopes(view.store).filter_map(|scope| view.store.find::<Machine>(&scope.to));
        out.list("scoped_machines", others, |machine, out| machine.show_alone(out));
    }
}

impl Show for MachineScope {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        members!(out, self;
            object = "machine_scope", from_machine_id = &self.from, to_machine_id = &self.to, created_at);
    }
}

impl Listed for Machine {
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |machine, _| machine.created_at.into()),
        (Order::Name, |machine, _| Some(&*machine.name).into()),
    ];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[("query", &[])];
}
