//! A whole folder of sources, up to the pages.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ayumi_fuzz::report::holds(bytes));
