//! What a code means: the heading of `docs/diagnostics.md`, which travels with the binary.

const DOCS: &str = include_str!("../../docs/diagnostics.md");

/// The section of a code, from its heading to the next.
pub fn section(code: &str) -> Option<&'static str> {
    let heading = format!("### {code}");
    let mut at = 0;
    let mut start = None;
    for line in DOCS.split_inclusive('\n') {
        let title = line.trim_end();
        match start {
            None if title == heading => start = Some(at),
            Some(start) if title.starts_with("### ") || title.starts_with("## ") => {
                return Some(DOCS[start..at].trim_end());
            }
            _ => {}
        }
        at += line.len();
    }
    start.map(|start| DOCS[start..].trim_end())
}

/// Every code that has a section, in the order of the document.
pub fn codes() -> impl Iterator<Item = &'static str> {
    DOCS.lines().filter_map(|line| line.strip_prefix("### ")).map(str::trim)
}
