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
    let list = List::<R>::read(query)?;
    context.read(|view| {
        let owner = view.store.get::<O>(owner)?.id();
        let (data, total) = list.page_of(view.store.slots_of::<R>(O::KIND, owner), view.store)?;
        Ok(Shown::page(view, data, total))
    })
}

pub(super) fn create<I: Input + Writes<Row: Resource + Show>>(context: &Context, input: I) -> Outcome {
    context.write(|transaction| {
        let mut row = I::Row::blank(transaction);
        input.write(&mut row);
        let id = transaction.insert(row)?;
        context.show::<I::Row>(transaction, &id)
    })
}

pub(super) fn update<I: Input + Writes<Row: Resource + Show>>(context: &Context, id: &str, input: I) -> Outcome {
    context.write(|transaction| {
        transaction.set::<I::Row>(id, |row| input.write(row))?;
        context.show::<I::Row>(transaction, id)
    })
}

/// What belongs to it goes with it.
pub(super) fn delete<R: Resource>(context: &Context, id: &str) -> Outcome {
    context.write(|transaction| {
        transaction.delete::<R>(id)?;
        Ok(Shown::deleted(context.version, R::KIND.name(), id, None))
    })
}

/// Deletes one that belongs to another.
pub(super) fn delete_of<O: Resource, R: Resource>(context: &Context, owner: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        transaction.get_of::<O, R>(owner, id)?;
        transaction.delete::<R>(id)?;
        Ok(Shown::deleted(context.version, R::KIND.name(), id, None))
    })
}
