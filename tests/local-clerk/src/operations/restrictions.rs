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
pub(super) fn allow(context: &Context, input: Allow) -> Outcome {
    let Identifier(identifier, kind) = input.identifier.0;
    context.write(|transaction| {
        let is_invited = input.notify == Some(true) && kind == "email_address" && !identifier.starts_with('*');
        let row = AllowlistIdentifier { identifier, identifier_type: kind.into(), ..Resource::blank(transaction) };
        let (email, id) = (row.identifier.clone(), transaction.insert(row)?);
        if is_invited {
            let invitation = invitations::send(transaction, email, true)?;
            transaction.set::<AllowlistIdentifier>(&id, |row| row.invitation_id = Some(invitation))?;
        }
        context.show::<AllowlistIdentifier>(transaction, &id)
    })
}

pub(super) fn block(context: &Context, input: Block) -> Outcome {
    let Identifier(identifier, kind) = input.identifier.0;
    any::insert(context, |transaction| {
        Ok(BlocklistIdentifier { identifier, identifier_type: kind.into(), ..Resource::blank(transaction) })
    })
}

/// All of them: this list has no pages.
pub(super) fn blocked(context: &Context, _: &Query) -> Outcome {
    context.read(|view| {
        let newest: Vec<_> = view.store.slots::<BlocklistIdentifier>().rev().collect();
        let rows = newest.iter().filter_map(|slot| view.store.at::<BlocklistIdentifier>(*slot));
        Ok(Shown::page(view, rows, newest.len()))
    })
}
