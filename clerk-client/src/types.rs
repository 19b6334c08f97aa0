//! Types that declarations share: what all resources are made of.
//!
//! Responses are read leniently: absent and null read alike, unknown members are skipped, and enums keep text they do not
//! know. Requests leave out what is unset; where Clerk tells null from absent they have a [`Patch`].

mod api_error;
mod metadata;
mod metadata_patch;
mod object_type;
pub(crate) mod open_enum;
mod page;
mod patch;
pub(crate) mod query;
pub(crate) mod read;
mod timestamp;
pub(crate) mod write;

pub use self::api_error::ApiError;
pub use self::metadata::Metadata;
pub use self::metadata_patch::MetadataPatch;
pub use self::object_type::ObjectType;
pub use self::page::Page;
pub use self::patch::Patch;
pub use self::timestamp::Timestamp;
