use super::prelude::*;
use crate::ApiVersion;

const MOST_SCOPES: usize = 150;
const SECRET: usize = 40;

/// How long tokens last, in seconds.
type Lifetime = Within<1, 315_360_000>;

input! {
    struct Create writes Machine {
        name: Required<Short>,
        default_token_ttl: Option<Lifetime>,
    }
    beside {
        scoped_machines: Option<Vec<String>>,
    }

    struct Update writes Machine {
        name: Option<Short>,
        default_token_ttl: Option<Lifetime>,
    }

    /// No token is checked here that an old key could sign.
    struct Rotate {}
    checked {
        previous_token_ttl: Required<Within<0, 28_800>>,
    }

    struct Scope {
        to_machine_id: Required<String>,
    }
}

/// Only the one who creates a machine is shown its key with it.
pub(super) fn create(call: &mut Call<'_>, input: Create) -> Outcome {
    let secret_key = secret(call);
    let mut machine = Machine { default_token_ttl: 3600, secret_key, ..Machine::blank(call) };
    let others = input.scoped_machines.clone().unwrap_or_default();
    input.write(&mut machine);
    let id = call.insert(machine)?;
    others.iter().try_for_each(|other| connect(call, &id, other))?;
    let (view, machine) = (call.view(), call.get::<Machine>(&id)?);
    Ok(Shown::object(call.context.version, |out| {
        machine.show(&view, out);
        out.put("secret_key", &machine.secret_key);
    }))
}

fn secret(transaction: &mut Transaction<'_>) -> Box<str> {
    format!("ak_{}", transaction.ids().text(SECRET)).into()
}

fn connect(transaction: &mut Transaction<'_>, from: &str, to: &str) -> Result<(), Problem> {
    let from = transaction.get::<Machine>(from)?.clone();
    let to = transaction.get::<Machine>(to)?.id.clone();
    if from.scopes(transaction).count() >= MOST_SCOPES {
        let text = "A machine must not have more than 150 scopes.";
        return Err(Problem::param("form_param_array_size_exceeded", "to_machine_id", text));
    }
    let (from, created_at) = (from.id.clone(), transaction.now());
    let scope = MachineScope { from, to, created_at, ..MachineScope::blank(transaction) };
    transaction.insert(scope).map(drop)
}

fn scope<'a>(store: &'a Store, from: &str, to: &str) -> Result<&'a MachineScope, Problem> {
    let machine = store.get::<Machine>(from)?;
    machine.scopes(store).find(|scope| *scope.to == *to).ok_or_else(|| MachineScope::not_found(to))
}

pub(super) fn add_scope(call: &mut Call<'_>, id: &str, input: Scope) -> Outcome {
    connect(call, id, &input.to_machine_id.0)?;
    Ok(Shown::one(&call.view(), scope(call, id, &input.to_machine_id.0)?))
}

pub(super) fn remove_scope(call: &mut Call<'_>, id: &str, other: &str) -> Outcome {
    let scope = scope(call, id, other)?.id.clone();
    call.delete::<MachineScope>(&scope)?;
    Ok(Shown::object(call.context.version, |out| {
        out.put("object", "machine_scope").put("from_machine_id", id).put("to_machine_id", other).put("deleted", true);
    }))
}

pub(super) fn secret_key(view: &View<'_>, id: &str) -> Outcome {
    let key = &view.store.get::<Machine>(id)?.secret_key;
    Ok(show_secret(view.version, key))
}

fn show_secret(version: ApiVersion, key: &str) -> Shown {
    Shown::object(version, |out| _ = out.put("object", "machine_secret_key").put("secret", key))
}

pub(super) fn rotate(call: &mut Call<'_>, id: &str, _: Rotate) -> Outcome {
    let key = secret(call);
    call.set::<Machine>(id, |machine| machine.secret_key.clone_from(&key))?;
    Ok(show_secret(call.context.version, &key))
}
