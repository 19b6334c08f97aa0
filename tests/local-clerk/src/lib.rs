//! A local Clerk.
