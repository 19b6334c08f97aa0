//! What most resources are asked for: one, all, a change, an end.

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
