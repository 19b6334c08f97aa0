//! Seed files.
