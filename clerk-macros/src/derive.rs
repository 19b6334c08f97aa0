//! The derives for models: a struct becomes a response, a request body or a query, an enum becomes open.
//!
//! Read, check, expand, as for `#[clerk_api]`: a field that is broken is reported and left out, the others are expanded, so that a
//! mistake causes no second error where the model is used.

mod attribute;
mod case;
mod check;
mod methods;
mod model;
mod open_enum;
mod options;
mod query;
mod read;
mod request;
mod response;
mod serde_names;
mod setters;
mod shape;
#[cfg(test)]
mod tests;
mod vocabulary;

use proc_macro2::TokenStream;
use quote::quote;

use self::model::Model;
pub(crate) use self::vocabulary::Derive;
use crate::diag::Diag;

/// What `#[derive(ClerkResponse)]` and its neighbours add to `item`.
pub(crate) fn expand(derive: Derive, item: TokenStream) -> TokenStream {
    let diag = Diag::default();
    let code = match derive {
        Derive::Enum => read::open_enum(item, &diag).map(|mut it| {
            check::open_enum(&mut it, &diag);
            open_enum::expand(&it)
        }),
        _ => read::model(derive, item, &diag).map(|mut it| {
            check::model(&mut it, &diag);
            of_model(&it)
        }),
    };
    let code = code.unwrap_or_default();
    let errors = diag.into_compile_errors();
    quote!(#errors #code)
}

fn of_model(model: &Model) -> TokenStream {
    match model.derive {
        Derive::Request => request::expand(model),
        Derive::Query => query::expand(model),
        Derive::Response | Derive::Enum => response::expand(model),
    }
}
