//! What must hold for any reply and any argument; the targets feed it.
//!
//! `cargo install cargo-fuzz`, then from the top of the repository:
//!
//! ```text
//! mkdir -p fuzz/corpus/reply fuzz/corpus/reader
//! cargo +nightly fuzz run --sanitizer none reply fuzz/corpus/reply fuzz/seeds/reply -- \
//!     -dict=fuzz/reply.dict -max_len=16384 -max_total_time=120
//! cargo +nightly fuzz run --sanitizer none reader fuzz/corpus/reader fuzz/seeds/reply -- \
//!     -dict=fuzz/reply.dict -max_len=16384 -max_total_time=120
//! cargo +nightly fuzz run --sanitizer none request -- -len_control=0 -max_len=1024 -max_total_time=120
//! ```
//!
//! Without a sanitizer, since it finds what safe Rust cannot do, and takes most of the time. An input that fails is kept in `fuzz/artifacts`; `cargo +nightly fuzz run reply <file>` tries it again.

#![allow(deprecated, reason = "create_totp is tested like the others")]

pub mod reader;
pub mod reply;
pub mod request;

use clerk_client::Error;

/// The text that a log shows of an error is of bounded size, and one line.
fn check_text(error: &Error, most: usize) {
    for text in [error.to_string(), format!("{error:?}")] {
        assert!(text.len() <= most, "{} bytes of text", text.len());
        assert!(!text.contains(char::is_control), "control characters in {text:?}");
    }
}
