//! Upstairs: what Clerk's API is. One file and one folder a resource, nothing but declarations.

pub mod billing;
pub mod organizations;
#[cfg(test)]
pub(crate) mod tests;
pub mod users;
