//! Clerk's Backend API as a trait.
