//! What most resources are asked for: one, all, a new one, a change, an end.

use super::prelude::*;
use crate::input::Input;
use crate::list::Listed;
use crate::show::Show;

pub(super) fn get<R: Resource + Show>(context: &Context, id: &str) -> Outcome {
    context.read(|view| context.show::<R>(view.store, id))
}

pub(super) fn all<R: Listed + Show>(context: &Context, query: &Query) -> Outcome {
    let list = List::<R>::read(query)?;
    context.read(|view| {
        let (data, total) = list.page_of(view.store.slots::<R>(), view.store)?;
        Ok(Shown::page(view, data, total))
    })
}

/// A bare array, or a page where the request asks for it.
pub(super) fn list<R: Listed + Show>(context: &Context, query: &Query) -> Outcome {
    let (list, is_paginated) = (List::<R>::read(query)?, query.boolean("paginated")?.unwrap_or(false));
    context.read(|view| {
        let (data, total) = list.page_of(view.store.slots::<R>(), view.store)?;
        Ok(if is_paginated { Shown::page(view, data, total) } else { Shown::list(view, data) })
    })
}

/// All that belong to one of another kind.
pub(super) fn all_of<O: Resource, R: Listed + Show>(context: &Context, owner: &str, query: &Query) -> Outcome {
    page_of::<O, R>(context, owner, &List::read(query)?)
}

pub(super) fn page_of<O: Resource, R: Listed + Show>(context: &Context, owner: &str, list: &List<R>) -> Outcome {
    context.read(|view| {
        let owner = view.store.get::<O>(owner)?.id();
        let (data, total) = list.page_of(view.store.slots_of::<R>(O::KIND, owner), view.store)?;
        Ok(Shown::page(view, data, total))
    })
}

/// Inserts what is made, and shows it.
pub(super) fn insert<R: Resource + Show>(
    context: &Context,
    make: impl FnOnce(&mut Transaction<'_>) -> Result<R, Problem>,
) -> Outcome {
    context.write(|transaction| {
        let row = make(transaction)?;
        let id = transaction.insert(row)?;
        context.show::<R>(transaction, &id)
    })
}

pub(super) fn create<I: Input + Writes<Row: Resource + Show>>(context: &Context, input: I) -> Outcome {
    insert(context, |transaction| {
        let mut row = I::Row::blank(transaction);
        input.write(&mut row);
        Ok(row)
    })
}

pub(super) fn change<R: Resource + Show>(
    context: &Context,
    id: &str,
    change: impl FnOnce(&mut R) -> Result<(), Problem>,
) -> Outcome {
    context.write(|transaction| {
        transaction.update::<R>(id, change)?;
        context.show::<R>(transaction, id)
    })
}

/// Changes one that belongs to another; the change learns the time.
pub(super) fn change_of<O: Resource, R: Resource + Show>(
    context: &Context,
    owner: &str,
    id: &str,
    change: impl FnOnce(&mut R, i64),
) -> Outcome {
    context.write(|transaction| {
        transaction.get_of::<O, R>(owner, id)?;
        transaction.set::<R>(id, |row| change(row, context.now))?;
        context.show::<R>(transaction, id)
    })
}

pub(super) fn update<I: Input + Writes<Row: Resource + Show>>(context: &Context, id: &str, input: I) -> Outcome {
    change::<I::Row>(context, id, |row| {
        input.write(row);
        Ok(())
    })
}

/// What belongs to it goes with it.
pub(super) fn delete<R: Resource>(context: &Context, id: &str) -> Outcome {
    delete_if::<R>(context, id, |_, _| Ok(()))
}

pub(super) fn delete_if<R: Resource>(
    context: &Context,
    id: &str,
    check: impl FnOnce(&Store, &R) -> Result<(), Problem>,
) -> Outcome {
    context.write(|transaction| {
        check(transaction, transaction.get::<R>(id)?)?;
        transaction.delete::<R>(id)?;
        Ok(Shown::deleted(context.version, R::KIND.name(), id, None))
    })
}

pub(super) fn get_of<O: Resource, R: Resource + Show>(context: &Context, owner: &str, id: &str) -> Outcome {
    context.read(|view| Ok(Shown::one(view, view.store.get_of::<O, R>(owner, id)?)))
}

/// Deletes one that belongs to another.
pub(super) fn delete_of<O: Resource, R: Resource>(context: &Context, owner: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        transaction.get_of::<O, R>(owner, id)?;
        transaction.delete::<R>(id)?;
        Ok(Shown::deleted(context.version, R::KIND.name(), id, None))
    })
}
