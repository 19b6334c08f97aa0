#![no_main]

use clerk_fuzz::request::{self, Input};

libfuzzer_sys::fuzz_target!(|input: Input| request::check(&input));
