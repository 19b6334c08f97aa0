#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| clerk_fuzz::reply::check(body));
