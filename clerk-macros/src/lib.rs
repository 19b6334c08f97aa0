//! The `#[clerk_api]` attribute, by which a trait of annotated methods becomes an HTTP API, and the derives of its models.
//!
//! Use it through `clerk_client`, which exports everything here.

mod check;
mod derive;
mod diag;
mod expand;
mod model;
mod read;
mod stray;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;
use quote::quote;

use crate::diag::Diag;
use crate::model::Verb;
use crate::read::Source;

/// Turns a trait of annotated methods into an HTTP API. Documented at `clerk_client::clerk_api`.
#[proc_macro_attribute]
pub fn clerk_api(args: TokenStream, item: TokenStream) -> TokenStream {
    declare(args.into(), item.into()).into()
}

/// What `#[clerk_api(args)] item` becomes: read, check, expand; the errors come first.
fn declare(args: proc_macro2::TokenStream, item: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let diag = Diag::default();
    let options = read::options(args, diag.head());
    let code = match Source::of(item.clone()) {
        Ok(source) => {
            let api = read::api(source, &options, &diag);
            check::api(&api, &options, &diag);
            expand::api(&api, &options, &diag)
        }
        Err(_) => stray::not_a_trait(item, diag.head()),
    };
    let errors = diag.into_compile_errors();
    quote!(#errors #code)
}

macro_rules! verbs {
    ($($(#[$docs:meta])* $name:ident $verb:ident)*) => {$(
        $(#[$docs])*
        #[proc_macro_attribute]
        pub fn $name(_: TokenStream, item: TokenStream) -> TokenStream {
            stray::verb(Verb::$verb, item.into()).into()
        }
    )*};
}

verbs! {
    /// A `GET` endpoint of a [`macro@clerk_api`] trait: `#[get("/users/<user_id>")]`.
    get Get
    /// A `POST` endpoint of a [`macro@clerk_api`] trait: `#[post("/users/<user_id>/ban", idempotent)]`.
    post Post
    /// A `PUT` endpoint of a [`macro@clerk_api`] trait: `#[put("/users/<user_id>/metadata")]`.
    put Put
    /// A `PATCH` endpoint of a [`macro@clerk_api`] trait: `#[patch("/users/<user_id>")]`.
    patch Patch
    /// A `DELETE` endpoint of a [`macro@clerk_api`] trait: `#[delete("/users/<user_id>")]`.
    delete Delete
}

/// A struct that Clerk sends, read leniently. Documented at `clerk_client::ClerkResponse`.
#[proc_macro_derive(ClerkResponse, attributes(clerk, serde))]
pub fn clerk_response(item: TokenStream) -> TokenStream {
    derive::expand(derive::Derive::Response, item.into()).into()
}

/// A request body: absent, null or a value. Documented at `clerk_client::ClerkRequest`.
#[proc_macro_derive(ClerkRequest, attributes(clerk, serde))]
pub fn clerk_request(item: TokenStream) -> TokenStream {
    derive::expand(derive::Derive::Request, item.into()).into()
}

/// A query: filters, pages and orders. Documented at `clerk_client::ClerkQuery`.
#[proc_macro_derive(ClerkQuery, attributes(clerk, serde))]
pub fn clerk_query(item: TokenStream) -> TokenStream {
    derive::expand(derive::Derive::Query, item.into()).into()
}

/// An enum over text that keeps values it does not list. Documented at `clerk_client::ClerkEnum`.
#[proc_macro_derive(ClerkEnum, attributes(clerk, serde))]
pub fn clerk_enum(item: TokenStream) -> TokenStream {
    derive::expand(derive::Derive::Enum, item.into()).into()
}
