use super::endpoint::Outcome;
use crate::input::Query;
use crate::instance::Context;
use crate::list::{Signs, UserList};
use crate::resources::User;
use crate::show::Shown;

pub(super) fn all(context: &Context, query: &Query) -> Outcome {
    let mut list = UserList::read(query, Signs::All)?;
    list.search(context);
    context.read(|view| Ok(Shown::list(view, list.plan(view.store).page()?)))
}

pub(super) fn count(context: &Context, query: &Query) -> Outcome {
    let mut list = UserList::read(query, Signs::OrganizationOnly)?;
    list.search(context);
    let count = context.read(|view| list.plan(view.store).count());
    Ok(Shown::object(context.version, |out| {
        out.put("object", "total_count").put("total_count", count);
    }))
}

pub(super) fn find(context: &Context, id: &str) -> Outcome {
    context.read(|view| context.show::<User>(view.store, id))
}
