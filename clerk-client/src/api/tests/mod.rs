//! Tests that span several models.

mod lenient;
mod queries;
mod requests;
pub(crate) mod samples;
mod secrets;
mod traits;
