//! The derives for models: a struct becomes a response, a request body or a query, an enum becomes open.
//!
//! Read, check, expand, as for `#[clerk_api]`: a field that is broken is reported and left out, the others are expanded, so that a
//! mistake causes no second error where the model is used.

mod attribute;
mod case;
mod check;
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

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Path, Type, Visibility};

use self::options::{FieldOptions, Host};
use self::shape::Shape;
use crate::diag::{Diag, Reported, Site};

/// Which derive is at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Derive {
    Response,
    Request,
    Query,
    Enum,
}

impl Derive {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Derive::Response => "ClerkResponse",
            Derive::Request => "ClerkRequest",
            Derive::Query => "ClerkQuery",
            Derive::Enum => "ClerkEnum",
        }
    }
}

/// A struct with named fields.
struct Model {
    derive: Derive,
    vis: Visibility,
    name: Ident,
    root: Path,
    /// The queries that this one is flattened into.
    hosts: Vec<Host>,
    fields: Vec<Field>,
}

struct Field {
    vis: Visibility,
    ident: Ident,
    ty: Type,
    /// Its name in JSON or in a query.
    wire: String,
    shape: Shape,
    options: FieldOptions,
    /// Counts from 1; what its errors are sorted by.
    number: usize,
    /// Its error has been reported: it is neither read nor sent.
    is_broken: bool,
}

impl Field {
    fn site<'d>(&'d self, diag: &'d Diag) -> Site<'d> {
        diag.item(self.number).about("field", &self.ident)
    }
}

/// An enum over text.
struct OpenEnum {
    name: Ident,
    root: Path,
    variants: Vec<Variant>,
    /// The variant that keeps any other text; its absence has been reported.
    other: Result<Ident, Reported>,
    /// There may be variants beside those, whose errors have been reported.
    is_sound: bool,
}

struct Variant {
    ident: Ident,
    text: String,
    number: usize,
    /// Another variant has the text already, which has been reported.
    is_repeated: bool,
}

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
            model(&it)
        }),
    };
    let code = code.unwrap_or_default();
    let errors = diag.into_compile_errors();
    quote!(#errors #code)
}

fn model(model: &Model) -> TokenStream {
    match model.derive {
        Derive::Request => request::expand(model),
        Derive::Query => query::expand(model),
        Derive::Response | Derive::Enum => response::expand(model),
    }
}
