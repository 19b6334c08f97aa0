//! The `#[clerk_api]` attribute: a trait of annotated methods becomes an HTTP API.
//!
//! Use it through `clerk_client`, which exports everything here.

mod args;
mod check;
#[allow(dead_code)] // The readers move over to it one after the other.
mod derive;
mod diag;
mod errors;
mod expand;
mod matching;
mod model;
mod outside;
mod read;
mod recover;
mod repeated;
mod reply;
mod retry;
mod role;
mod shadow;
mod signature;
mod template;
#[cfg(test)]
mod tests;
mod verb;

use proc_macro::TokenStream;
use verb::Verb;

#[doc = include_str!("clerk_api.md")]
#[proc_macro_attribute]
pub fn clerk_api(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::attribute(args.into(), item.into()).into()
}

/// A `GET` endpoint of a [`macro@clerk_api`] trait: `#[get("/users/<user_id>")]`.
#[proc_macro_attribute]
pub fn get(_: TokenStream, item: TokenStream) -> TokenStream {
    outside::verb(Verb::Get, item.into()).into()
}

/// A `POST` endpoint of a [`macro@clerk_api`] trait: `#[post("/users")]`.
#[proc_macro_attribute]
pub fn post(_: TokenStream, item: TokenStream) -> TokenStream {
    outside::verb(Verb::Post, item.into()).into()
}

/// A `PUT` endpoint of a [`macro@clerk_api`] trait: `#[put("/users/<user_id>/metadata")]`.
#[proc_macro_attribute]
pub fn put(_: TokenStream, item: TokenStream) -> TokenStream {
    outside::verb(Verb::Put, item.into()).into()
}

/// A `PATCH` endpoint of a [`macro@clerk_api`] trait: `#[patch("/users/<user_id>")]`.
#[proc_macro_attribute]
pub fn patch(_: TokenStream, item: TokenStream) -> TokenStream {
    outside::verb(Verb::Patch, item.into()).into()
}

/// A `DELETE` endpoint of a [`macro@clerk_api`] trait: `#[delete("/users/<user_id>")]`.
#[proc_macro_attribute]
pub fn delete(_: TokenStream, item: TokenStream) -> TokenStream {
    outside::verb(Verb::Delete, item.into()).into()
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
