//! The `#[clerk_api]` attribute macro.
