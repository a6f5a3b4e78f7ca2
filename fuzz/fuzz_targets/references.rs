//! `{kpi:…}` and its kin in a chapter, up to the page.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| ayumi_fuzz::references::holds(text));
