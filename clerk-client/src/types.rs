//! Types that declarations share: what all resources are made of.
//!
//! Responses are read leniently: absent and null read alike, unknown members are skipped, and enums keep text they do not
//! know. Requests leave out what is unset; where Clerk tells null from absent they have a [`Patch`].

mod api_error;
pub(crate) mod finite;
mod metadata;
mod metadata_patch;
pub(crate) mod model;
mod object_type;
mod page;
mod patch;
mod timestamp;

pub use self::api_error::ApiError;
pub use self::metadata::Metadata;
pub use self::metadata_patch::MetadataPatch;
pub use self::model::into_field::IntoField;
pub use self::object_type::ObjectType;
pub use self::page::Page;
pub(crate) use self::page::Total;
pub use self::patch::Patch;
pub use self::timestamp::{Timestamp, TimestampError};

#[doc = include_str!("types/model/clerk_enum.md")]
pub use clerk_macros::ClerkEnum;
#[doc = include_str!("types/model/clerk_query.md")]
pub use clerk_macros::ClerkQuery;
#[doc = include_str!("types/model/clerk_request.md")]
pub use clerk_macros::ClerkRequest;
#[doc = include_str!("types/model/clerk_response.md")]
pub use clerk_macros::ClerkResponse;
