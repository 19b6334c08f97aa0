//! What the local Clerk does, over HTTP with a plain client. One file a behaviour, one binary for all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accounts;
mod authentication;
mod comparison;
mod concurrency;
mod control;
mod creating;
mod example;
mod faults;
mod images;
mod isolation;
mod journal;
mod listing;
mod malformed_requests;
mod metadata;
mod moderation;
mod openapi;
mod organizations;
mod passwords;
mod program;
mod rate_limits;
mod readme;
mod second_factors;
mod seed_files;
mod shapes;
mod support;
mod updating;
