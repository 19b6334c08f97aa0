//! What most resources are asked for: one, all, a new one, a change, an end.

use super::prelude::*;
use crate::input::Input;
use crate::list::Listed;

pub(super) fn get<R: Resource + Show>(view: &View<'_>, id: &str) -> Outcome {
    Ok(Shown::one(view, view.store.get::<R>(id)?))
}

pub(super) fn get_of<O: Resource, R: Resource + Show>(view: &View<'_>, owner: &str, id: &str) -> Outcome {
    Ok(Shown::one(view, view.store.get_of::<O, R>(owner, id)?))
}

pub(super) fn all<R: Listed + Show>(view: &View<'_>, query: &Query) -> Outcome {
    let list = List::<R>::read(query)?;
    let (data, total) = list.page_of(view.store.slots::<R>(), view.store)?;
    Ok(Shown::page(view, data, total))
}

/// A bare array, or a page where the request asks for it.
pub(super) fn list<R: Listed + Show>(view: &View<'_>, query: &Query) -> Outcome {
    let (list, is_paginated) = (List::<R>::read(query)?, query.boolean("paginated")?.unwrap_or(false));
    let (data, total) = list.page_of(view.store.slots::<R>(), view.store)?;
    Ok(if is_paginated { Shown::page(view, data, total) } else { Shown::list(view, data) })
}

/// All that belong to one of another kind.
pub(super) fn all_of<O: Resource, R: Listed + Show>(view: &View<'_>, owner: &str, query: &Query) -> Outcome {
    page_of::<O, R>(view, owner, &List::read(query)?)
}

pub(super) fn page_of<O: Resource, R: Listed + Show>(view: &View<'_>, owner: &str, list: &List<R>) -> Outcome {
    let owner = view.store.get::<O>(owner)?.id();
    let (data, total) = list.page_of(view.store.slots_of::<R>(O::KIND, owner), view.store)?;
    Ok(Shown::page(view, data, total))
}

pub(super) fn create<I: Input + Writes<Row: Resource + Show>>(call: &mut Call<'_>, input: I) -> Outcome {
    let mut row = I::Row::blank(call);
    input.write(&mut row);
    insert(call, row)
}

/// Inserts a row, and shows it.
pub(super) fn insert<R: Resource + Show>(call: &mut Call<'_>, row: R) -> Outcome {
    let id = call.insert(row)?;
    call.show::<R>(&id)
}

pub(super) fn update<I: Input + Writes<Row: Resource + Show>>(call: &mut Call<'_>, id: &str, input: I) -> Outcome {
    change::<I::Row>(call, id, |row| {
        input.write(row);
        Ok(())
    })
}

/// Changes a row, and shows it.
pub(super) fn change<R: Resource + Show>(
    call: &mut Call<'_>,
    id: &str,
    change: impl FnOnce(&mut R) -> Result<(), Problem>,
) -> Outcome {
    call.update::<R>(id, change)?;
    call.show::<R>(id)
}

/// Changes one that belongs to another; the change learns the time.
pub(super) fn change_of<O: Resource, R: Resource + Show>(
    call: &mut Call<'_>,
    owner: &str,
    id: &str,
    change: impl FnOnce(&mut R, i64),
) -> Outcome {
    let now = call.now();
    call.get_of::<O, R>(owner, id)?;
    call.set::<R>(id, |row| change(row, now))?;
    call.show::<R>(id)
}

/// What belongs to it goes with it.
pub(super) fn delete<R: Resource>(call: &mut Call<'_>, id: &str) -> Outcome {
    call.delete::<R>(id)?;
    Ok(Shown::deleted(call.context.version, R::KIND.name(), id, None))
}

/// Deletes one that belongs to another.
pub(super) fn delete_of<O: Resource, R: Resource>(call: &mut Call<'_>, owner: &str, id: &str) -> Outcome {
    call.get_of::<O, R>(owner, id)?;
    delete::<R>(call, id)
}
