#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| clerk_fuzz::reader::check(text));
