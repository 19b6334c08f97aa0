//! Clerk's Backend API as a trait.
//!
//! ```no_run
//! use clerk_client::{Client, ListUsers, Patch, UpdateUserRequest};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> clerk_client::Result<()> {
//! let client = Client::from_env()?; // CLERK_SECRET_KEY
//! let users = client.users().all(&ListUsers::new().email_address("ada@example.com").limit(50)).await?;
//! for user in users {
//!     client.users().update(&user.id, &UpdateUserRequest::new().first_name("Ada").username(Patch::Clear)).await?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! - [`UsersApi`] lists the endpoints; [`Client::users`] gives them.
//! - A [`Call`] is awaited for its value; before that it takes options, and
//!   [`with_http_info`](Call::with_http_info) asks for status and headers too.
//! - An [`Error`] tells what happened: Clerk's codes, the status, the trace id, whether the call may have run.
//! - [`clerk_api`] turns a trait of your own into an API of the same client:
//!
//! ```no_run
//! use clerk_client::{Call, clerk_api};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Deserialize)]
//! pub struct Ticket {
//!     pub id: String,
//! }
//!
//! #[derive(Serialize)]
//! pub struct NewTicket<'a> {
//!     pub user_id: &'a str,
//! }
//!
//! #[clerk_api]
//! pub trait TicketsApi {
//!     /// Creates a ticket with which a user signs in.
//!     #[post("/sign_in_tokens")]
//!     fn create(&self, #[body] ticket: &NewTicket<'_>) -> Call<Ticket>;
//!
//!     /// Revokes a ticket.
//!     #[post("/sign_in_tokens/<ticket_id>/revoke")]
//!     fn revoke(&self, ticket_id: &str) -> Call<Ticket>;
//! }
//!
//! # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
//! let tickets: &dyn TicketsApi = &client;
//! let ticket = tickets.create(&NewTicket { user_id: "user_2a" }).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - `rustls` (default): TLS by rustls with the aws-lc-rs provider; `rustls-no-provider`: with the provider that your program
//!   installs; `native-tls`: TLS by the operating system's library.
//! - `http2` (default): HTTP/2 where the server offers it.

// The code that `#[clerk_api]` writes says `::clerk_client`, here too.
extern crate self as clerk_client;

mod admission;
mod api;
mod attempt;
pub mod call;
mod client;
pub mod error;
mod request;
mod response;
pub mod transport;
mod types;

pub use bytes::Bytes;
pub use clerk_macros::{clerk_api, delete, get, patch, post, put};
pub use reqwest::header::HeaderMap;
pub use reqwest::{Method, StatusCode, Url};
pub use secrecy::{ExposeSecret, SecretString};

pub use self::admission::Pacing;
#[doc(no_inline)]
pub use self::api::organizations::*;
#[doc(no_inline)]
pub use self::api::users::*;
pub use self::api::{organizations, users};
pub use self::attempt::{RetryEvent, RetryPolicy, RetryReason};
pub use self::call::{Call, CallIfPresent, CallWithHttpInfo};
pub use self::client::{ApiVersion, Client, ClientBuilder};
pub use self::error::{ApiError, Error, ErrorKind, Result};
pub use self::request::multipart::{Form, Part};
pub use self::request::{Endpoint, Idempotency, PageQuery, Pagination, multipart};
pub use self::response::{List, Response};
pub use self::types::{
    ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse, IntoField, Metadata, MetadataPatch, ObjectType, Page, Patch,
    Timestamp, TimestampError,
};

/// What the code that `#[clerk_api]` writes calls. No part of the public API: it may change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::call::{Call, begin, call, not_implemented, paginated};
    pub use crate::client::Client;
    pub use crate::error::DecodeError;
    pub use crate::request::Parts;
    pub use crate::request::params::{
        FormBody, FormField, HeaderParam, JsonBody, JsonMember, MultipartBody, MultipartPart, PathParam, QueryParams,
        QueryValue,
    };
    pub use crate::request::{Endpoint, Idempotency, PageQuery, Pagination};
    pub use crate::response::FromResponse;
    pub use crate::types::model::into_field::{ViaOption, ViaPatch, ViaValue};
    pub use crate::types::model::{open_enum, query, read, setters, write};
    pub use reqwest::Method;
    pub use serde;
}

/// Compiles what the README shows.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
