use super::endpoint::Outcome;
use crate::instance::Context;
use crate::resources::EmailAddress;

pub(super) fn get(context: &Context, id: &str) -> Outcome {
    context.read(|view| context.show::<EmailAddress>(view.store, id))
}
