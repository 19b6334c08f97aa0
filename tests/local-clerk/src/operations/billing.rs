use serde_json::value::RawValue;

use super::prelude::*;

input! {
    struct AdjustCredits {
        amount: Required<Amount>,
        action: Required<Action>,
        #[allow(dead_code)]
        currency: Option<Currency>,
        idempotency_key: Required<Short>,
        note: Option<Short>,
    }
}

/// Cents, at least one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount(i64);

impl Value for Amount {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        match i64::read(name, raw)? {
            cents if cents < 1 => {
                Err(Problem::param("invalid_credit_amount", name, format!("{name} must be greater than zero.")))
            }
            cents => Ok(Self(cents)),
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Action {
    Increase,
    Decrease,
}

impl Value for Action {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        match String::read(name, raw)?.as_str() {
            "increase" => Ok(Self::Increase),
            "decrease" => Ok(Self::Decrease),
            _ => Err(Problem::param("invalid_credit_action", name, format!("{name} must be increase or decrease."))),
        }
    }
}

/// There is but one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Currency;

impl Value for Currency {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        let is_known = String::read(name, raw)?.eq_ignore_ascii_case("usd");
        if is_known { Ok(Self) } else { Err(invalid(name, "USD")) }
    }
}

pub(super) fn subscription(view: &View<'_>, id: &str) -> Outcome {
    let user = view.store.get::<User>(id)?;
    Ok(Shown::object(view.version, |out| user.show_subscription(out)))
}

pub(super) fn balance(view: &View<'_>, id: &str) -> Outcome {
    let credits = view.store.get::<User>(id)?.parts::<Credit>(view.store).map(|credit| credit.cents);
    let balance = credits.reduce(i64::saturating_add);
    Ok(Shown::object(view.version, |out| {
        out.put("object", "commerce_credit_balance");
        match balance {
            Some(cents) => out.object("balance", |out| money(cents, out)),
            None => out.put("balance", ()),
        };
    }))
}

/// The same idempotency key returns the same entry, which is counted once.
pub(super) fn adjust(call: &mut Call<'_>, id: &str, input: AdjustCredits) -> Outcome {
    let Amount(amount) = input.amount.0;
    let cents = match input.action.0 {
        Action::Increase => amount,
        Action::Decrease => -amount,
    };
    let user = call.get::<User>(id)?.clone();
    let key = Credit::key_of(id, &input.idempotency_key.0.0);
    if let Some(known) = call.by::<Credit>(Index::CreditKey, &key).next() {
        return Ok(Shown::one(&call.view(), known));
    }
    let balance = user.parts::<Credit>(call).fold(0, |sum: i64, credit| sum.saturating_add(credit.cents));
    match balance.checked_add(cents) {
        None => return Err(invalid("amount", "so small that the balance can be counted")),
        Some(sum) if sum < 0 => {
            let text = "The credit balance is lower than the amount.";
            return Err(Problem::unprocessable("insufficient_credit_balance", text));
        }
        Some(_) => {}
    }
    let (key, note) = (input.idempotency_key.0.0, input.note.map(Into::into));
    let (user, created_at) = (user.id.clone(), call.now());
    let entry = Credit { user, key, cents, note, created_at, ..Credit::blank(call) };
    let entry = call.insert(entry)?;
    call.show::<Credit>(&entry)
}
