//! Where the YAML at the head of a Markdown file begins and ends.

use std::ops::Range;

/// What the head of a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// It has no front matter.
    None,
    /// The YAML's bytes and the first byte of the body.
    Found {
        /// Between the two lines of hyphens.
        yaml: Range<usize>,
        /// Behind the second.
        body: usize,
    },
    /// It is opened and never closed.
    Open,
}

/// Splits at the two lines that are exactly `---`.
pub(super) fn split(text: &str) -> Split {
    let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let is_fence = |line: &str| line.trim_end() == "---";
    let Some((_, first)) = lines.next().filter(|(_, line)| is_fence(line)) else {
        return Split::None;
    };
    match lines.find(|(_, line)| is_fence(line)) {
        Some((start, line)) => Split::Found {
            yaml: first.len()..start,
            body: start + line.len(),
        },
        None => Split::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_line_endings() {
        assert_eq!(split("---\na: 1\n---\nb"), Split::Found { yaml: 4..9, body: 13 });
        assert_eq!(split("---\r\na: 1\r\n---\r\nb"), Split::Found { yaml: 5..11, body: 16 });
        assert_eq!(split("## 1-1-1\n"), Split::None);
        assert_eq!(split("---\na: 1\n"), Split::Open);
        assert_eq!(split(""), Split::None);
    }
}
