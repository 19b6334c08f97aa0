//! An unofficial, asynchronous client for [Clerk's Backend API].
//!
//! The client is a trait: [`UsersApi`] declares the 36 operations of the Users API and [`Client`] implements it. An endpoint of your
//! own is one annotated method, in any crate.
//!
//! - [Typed](users) requests and responses; unknown fields and enum values never fail a call
//! - [Retries](#retries-and-timeouts) where they are safe, and a deadline on every call
//! - One [`Error`] type with Clerk's error codes, the trace ID and `Retry-After`
//! - Keys, passwords and tokens are redacted in `Debug`, errors and logs
//! - [Guides](_guide): errors, pagination, retries, rate limits, concurrency, metadata, uploads, testing, own endpoints, tracing
//!
//! # Quick start
//!
//! ```no_run
//! use clerk_client::{Client, ListUsers};
//!
//! #[tokio::main]
//! async fn main() -> clerk_client::Result<()> {
//!     // Reads CLERK_SECRET_KEY. `Client::new("sk_test_…")` takes the key itself.
//!     let client = Client::from_env()?;
//!     let user = client.users().find("user_2a").await?;
//!     println!("{:?} signed in at {:?}", user.full_name(), user.last_sign_in_at);
//!
//!     for user in client.users().all(&ListUsers::new().query("ada")).await? {
//!         println!("{}", user.id);
//!     }
//!     Ok(())
//! }
//! ```
//!
//! Every method returns a [`Call`], which is sent when it is awaited. Until then it takes options for this call: a
//! [timeout](Call::timeout), [headers](Call::header), [`with_http_info`](Call::with_http_info).
//!
//! # Errors
//!
//! Any status other than 2xx is an [`Error`]. Match on Clerk's error codes, which each method lists:
//! `Err(error) if error.has_code("incorrect_password") => …`. More in the [guide](_guide::errors).
//!
//! # Pagination
//!
//! A list call that is awaited returns one page: of users 10, unless [`limit`](ListUsers::limit) says otherwise. [`Call::stream`] walks
//! all pages, fetched ahead; each user is seen once, even while others come and go. The [guide](_guide::pagination) has the details.
//!
//! ```no_run
//! # use clerk_client::ListUsers;
//! # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
//! let mut users = client.users().all(&ListUsers::new()).stream();
//! while let Some(user) = users.try_next().await? {
//!     println!("{}", user.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`Client::bulk`] makes the same call for each of many items, within the rate limits.
//!
//! # Retries and timeouts
//!
//! A call makes up to 3 attempts within 30 seconds. Connection failures and rejected requests (429, maintenance) are retried for every
//! endpoint. After a timeout, a reset or a 5xx the outcome is unknown, and only endpoints that are safe to repeat are retried;
//! each method states its rule. The table is on [`RetryReason`], the settings on [`RetryPolicy`]; [`Error::may_have_run`] tells what
//! a write may have done.
//!
//! # Your own endpoints
//!
//! ```no_run
//! # #[derive(Clone, Debug, Default, clerk_client::ClerkResponse)] pub struct Invitation { pub id: String }
//! use clerk_client::{Call, Page, clerk_api};
//!
//! #[clerk_api]
//! pub trait InvitationsApi {
//!     /// Lists the invitations to the application.
//!     #[get("/invitations")]
//!     fn all(&self, #[query("status")] status: &str) -> Call<Page<Invitation>>;
//! }
//!
//! # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
//! let invitations: &dyn InvitationsApi = &client;
//! let pending = invitations.all("pending").await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Testing
//!
//! Implement [`UsersApi`] for a type of your own, with only the methods that the test calls, and return [`Call::ready`]. A
//! [`Transport`](transport::Transport) replaces the network below every endpoint. Both, and a local Clerk, are in the
//! [guide](_guide::testing).
//!
//! # Cargo features
//!
//! - `rustls` *(default)*, `native-tls`, or `rustls-no-provider` with the provider that your program installs
//! - `http2` *(default)*: HTTP/2 where the server offers it
//! - `hyper`: `transport::HyperTransport`, which sends requests without the layers of reqwest, in fewer instructions
//! - `jiff`, `chrono`, `time`: conversions of [`Timestamp`]
//!
//! Not affiliated with Clerk, Inc.
//!
//! [Clerk's Backend API]: https://clerk.com/docs/reference/backend-api

#![cfg_attr(docsrs, feature(doc_cfg))]

// The code that `#[clerk_api]` writes says `::clerk_client`, here too.
extern crate self as clerk_client;

pub mod _guide;
pub mod admission;
mod api;
mod attempt;
pub mod bulk;
pub mod call;
mod client;
pub mod error;
mod request;
mod response;
pub mod stream;
pub mod transport;
mod types;

pub use bytes::Bytes;
#[doc = include_str!("clerk_api.md")]
pub use clerk_macros::clerk_api;
pub use clerk_macros::{delete, get, patch, post, put};
pub use http::{HeaderMap, Method, StatusCode, Uri};
#[doc(no_inline)]
pub use reqwest;
pub use reqwest::Url;
pub use secrecy::{ExposeSecret, SecretString};

pub use self::admission::RateLimit;
#[doc(no_inline)]
pub use self::api::billing::*;
#[doc(no_inline)]
pub use self::api::organizations::*;
#[doc(no_inline)]
pub use self::api::users::*;
pub use self::api::{billing, organizations, users};
pub use self::attempt::{RetryEvent, RetryPolicy, RetryReason};
pub use self::call::{Call, CallWithHttpInfo, OptionalCall};
pub use self::client::{ApiVersion, Client, ClientBuilder};
pub use self::error::{ApiError, Error, ErrorKind, Result};
pub use self::request::multipart::{Form, Part};
pub use self::request::{Endpoint, Idempotency, PageQuery, PageStart, Pagination, Timeline, multipart};
pub use self::response::{List, Response};
pub use self::stream::{ItemStream, PageStream};
pub use self::types::{
    ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse, IntoField, Metadata, MetadataPatch, ObjectType, Page, Patch,
    Timestamp, TimestampError,
};

/// What the code that `#[clerk_api]` writes calls. No part of the public API: it may change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::call::{Call, begin, call, not_implemented, paginated, unless};
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
    pub use http::Method;
    pub use serde;
}

/// Compiles what the README shows.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
