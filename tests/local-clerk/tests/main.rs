//! What the local Clerk does, over HTTP with a plain client. One file a behaviour, one binary for all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accounts;
mod authentication;
mod comparison;
mod concurrency;
mod control;
mod creating;
mod every_operation;
mod example;
mod faults;
mod hosts;
mod identifiers;
mod images;
mod instance;
mod invitations;
mod isolation;
mod journal;
/// The emulator's own, which nothing outside of it sees.
#[path = "../src/seed/lines.rs"]
mod lines;
mod listing;
mod machines;
mod malformed_requests;
mod members;
mod memberships;
mod metadata;
mod moderation;
mod never_freezes;
mod openapi;
mod organization_domains;
mod organizations;
mod own_endpoints;
mod passwords;
mod phone_numbers;
mod program;
mod rate_limits;
mod readme;
mod roles;
mod second_factors;
mod seed_files;
mod sessions;
mod shapes;
mod state;
mod support;
mod tokens;
mod updating;
mod waitlist;
