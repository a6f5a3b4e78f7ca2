//! Findings as workflow commands of GitHub Actions: they appear beside the line in a pull request.

use super::Diagnostic;
use crate::source::Sources;

/// One command a finding; `prefix` leads from the repository's root to the content folder, e.g. `content/`.
pub fn render(findings: &[Diagnostic], sources: &Sources, prefix: &str) -> String {
    let mut out = String::new();
    for found in findings {
        let place = found.place.map_or_else(String::new, |place| {
            let at = sources.line_column(place);
            format!(",line={},col={}", at.line, at.column)
        });
        let body = format!("{}\n理由：{}\n修正：{}", found.message, found.reason, found.fix);
        out.push_str(&format!(
            "::{} file={}{place},title={}::{}\n",
            found.severity.word(),
            property(&format!("{prefix}{}", found.file)),
            property(found.code),
            data(&body)
        ));
    }
    out
}

/// The message: what would end the command is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: commas and colons divide properties as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_command_early() {
        assert_eq!(data("100%\nです"), "100%25%0Aです");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
