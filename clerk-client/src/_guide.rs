//! Guides: one page a topic, every example compiled.
//!
//! | | |
//! |---|---|
//! | [Errors](errors) | what can go wrong, and how to act on it |
//! | [Pagination](pagination) | one page, or all of a list as a stream |
//! | [Retries and timeouts](retries) | what is retried, how long a call may take |
//! | [Rate limits](rate_limits) | 429 responses, and how to stay below them |
//! | [Concurrency](concurrency) | many calls at a time, bulk work, cancellation |
//! | [Metadata](metadata) | reading, replacing and merging it |
//! | [Uploads](uploads) | profile images and multipart forms |
//! | [Testing](testing) | test doubles, mockall, a transport, the local Clerk |
//! | [Your own endpoints](own_endpoints) | `#[clerk_api]` in your crate |
//! | [Tracing](tracing) | spans, events and the retry hook |

#[doc = include_str!("_guide/concurrency.md")]
pub mod concurrency {}
#[doc = include_str!("_guide/errors.md")]
pub mod errors {}
#[doc = include_str!("_guide/metadata.md")]
pub mod metadata {}
#[doc = include_str!("_guide/own_endpoints.md")]
pub mod own_endpoints {}
#[doc = include_str!("_guide/pagination.md")]
pub mod pagination {}
#[doc = include_str!("_guide/rate_limits.md")]
pub mod rate_limits {}
#[doc = include_str!("_guide/retries.md")]
pub mod retries {}
#[doc = include_str!("_guide/testing.md")]
pub mod testing {}
#[doc(alias = "log")]
#[doc(alias = "opentelemetry")]
#[doc(alias = "redact")]
#[doc = include_str!("_guide/tracing.md")]
pub mod tracing {}
#[doc = include_str!("_guide/uploads.md")]
pub mod uploads {}
