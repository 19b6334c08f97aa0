//! What `clerk-client` promises, one file per behaviour, asserted on the bytes that are sent and read.

#![allow(deprecated, reason = "create_totp is tested like the others")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod bodies;
mod bulk;
mod calls;
mod decoding;
mod endpoints;
mod errors;
mod fakes;
mod grammar;
mod headers;
mod local_clerk;
mod members;
mod own_endpoints;
mod paths;
mod properties;
mod queries;
mod real_clerk;
mod retries;
mod secrets;
mod settings;
mod streams;
mod transports;
