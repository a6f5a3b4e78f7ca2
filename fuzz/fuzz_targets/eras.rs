//! Years and dates in running text.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| ayumi_fuzz::eras::holds(text));
