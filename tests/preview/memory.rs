//! Rebuilding does not add up.

use super::stage::{Stage, write};

/// Resident memory in bytes; `None` where the system does not say it in a file.
fn resident() -> Option<u64> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let pages: u64 = std::fs::read_to_string("/proc/self/statm")
        .ok()?
        .split(' ')
        .nth(1)?
        .parse()
        .ok()?;
    Some(pages * 4096)
}

/// The full figure: `AYUMI_REBUILDS=2000 cargo test --release --test preview memory`.
#[test]
fn memory_does_not_grow_with_rebuilds() {
    let rebuilds: usize = std::env::var("AYUMI_REBUILDS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(300);
    let stage = Stage::new(&[("index.md", "0"), ("a.md", &"長い文。".repeat(20_000))]);
    let mut early = None;
    for edit in 1..=rebuilds {
        let text = format!("版{edit}。");
        write(&stage.path("index.md"), &text);
        stage.until("/", &text);
        if edit == 100 {
            early = resident();
        }
    }
    if let (Some(early), Some(late)) = (early, resident()) {
        let grown = late.saturating_sub(early) >> 10;
        println!("{rebuilds} rebuilds: {grown} KiB more than after 100");
        assert!(grown < 20 << 10, "{grown} KiB");
    }
}
