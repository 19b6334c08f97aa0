//! Who may sign up, and who may not: all of a domain with `*@`.

use serde_json::value::RawValue;

use super::invitations;
use super::prelude::*;

input! {
    struct Allow {
        identifier: Required<Identifier>,
        notify: Option<bool>,
    }

    struct Block {
        identifier: Required<Identifier>,
    }
}

/// An e-mail address, a domain, a phone number or a wallet, and which of them it is.
#[derive(Clone, Debug)]
pub(super) struct Identifier(Box<str>, &'static str);

impl Value for Identifier {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        let text = String::read(name, raw)?;
        if text.contains('@') {
            // The domain alone has to be one that addresses can have.
            let address = text.strip_prefix("*@").map_or(text.clone(), |domain| format!("a@{domain}"));
            email_address(name, &address)?;
            return Ok(Self(text.to_lowercase().into(), "email_address"));
        }
        let phone = || PhoneText::read(name, raw).map(|phone| Self(phone.0, "phone_number"));
        let wallet = |_| WalletText::read(name, raw).map(|wallet| Self(wallet.0, "web3_wallet"));
        let wrong = |_| invalid(name, "an email address, a domain with *@, a phone number or a web3 wallet");
        phone().or_else(wallet).map_err(wrong)
    }
}

/// Whoever is to be notified is invited, if there is an e-mail address.
pub(super) fn allow(call: &mut Call<'_>, input: Allow) -> Outcome {
    let Identifier(identifier, kind) = input.identifier.0;
    let is_invited = input.notify == Some(true) && kind == "email_address" && !identifier.starts_with('*');
    let row = AllowlistIdentifier { identifier, identifier_type: kind.into(), ..Resource::blank(call) };
    let (email, id) = (row.identifier.clone(), call.insert(row)?);
    if is_invited {
        let invitation = invitations::send(call, email, true)?;
        call.set::<AllowlistIdentifier>(&id, |row| row.invitation_id = Some(invitation))?;
    }
    call.show::<AllowlistIdentifier>(&id)
}

pub(super) fn block(call: &mut Call<'_>, input: Block) -> Outcome {
    let Identifier(identifier, kind) = input.identifier.0;
    let row = BlocklistIdentifier { identifier, identifier_type: kind.into(), ..Resource::blank(call) };
    any::insert(call, row)
}

/// All of them: this list has no pages.
pub(super) fn blocked(view: &View<'_>, _: &Query) -> Outcome {
    let newest: Vec<_> = view.store.slots::<BlocklistIdentifier>().rev().collect();
    let rows = newest.iter().filter_map(|slot| view.store.at::<BlocklistIdentifier>(*slot));
    Ok(Shown::page(view, rows, newest.len()))
}
