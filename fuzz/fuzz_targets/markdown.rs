//! Markdown of any kind.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| ayumi_fuzz::markdown::holds(text));
