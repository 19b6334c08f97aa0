//! What the derives for models stand on: how responses are read, how request bodies and queries are written.
//!
//! The derives describe a model, a field a line; what is done with the fields is here, once.

pub(crate) mod into_field;
pub mod open_enum;
pub mod query;
pub mod read;
pub mod setters;
pub mod write;
