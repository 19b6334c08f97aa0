//! Tests that span several models.

mod lenient;
mod queries;
mod requests;
mod samples;
mod secrets;
mod traits;
