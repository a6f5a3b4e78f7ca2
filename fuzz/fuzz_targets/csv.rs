//! The three tables of `series/`.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| ayumi_fuzz::csv::holds(text));
