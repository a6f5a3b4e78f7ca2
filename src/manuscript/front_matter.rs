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
    /// It is opened and never closed; it ends where the first `##` heading begins, as far as one can tell.
    Open {
        /// Between the opening line and the body.
        yaml: Range<usize>,
        /// The first heading's first byte.
        body: usize,
    },
}

/// Splits at the two lines that are exactly `---`; blank lines before the first do no harm.
pub(super) fn split(text: &str) -> Split {
    let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let is_fence = |line: &str| line.trim_end() == "---";
    let visible = lines.find(|(_, line)| !line.trim().is_empty());
    let Some((start, first)) = visible.filter(|(_, line)| is_fence(line)) else {
        return Split::None;
    };
    let head = start + first.len();
    match lines.find(|(_, line)| is_fence(line)) {
        Some((start, line)) => Split::Found {
            yaml: head..start,
            body: start + line.len(),
        },
        None => {
            let heading = text.find("\n##").map_or(text.len(), |newline| newline + 1);
            Split::Open {
                yaml: head..heading.max(head),
                body: heading.max(head),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_line_endings() {
        assert_eq!(split("---\na: 1\n---\nb"), Split::Found { yaml: 4..9, body: 13 });
        assert_eq!(split("---\r\na: 1\r\n---\r\nb"), Split::Found { yaml: 5..11, body: 16 });
        assert_eq!(split("\n---\na: 1\n---\nb"), Split::Found { yaml: 5..10, body: 14 });
        assert_eq!(split("## 1-1-1\n"), Split::None);
        assert_eq!(split("---\na: 1\n"), Split::Open { yaml: 4..9, body: 9 });
        assert_eq!(split(""), Split::None);
    }

    #[test]
    fn what_is_not_closed_ends_before_the_first_heading() {
        assert_eq!(split("---\na: 1\n\n## 1-1-1\n"), Split::Open { yaml: 4..10, body: 10 });
        assert_eq!(split("---"), Split::Open { yaml: 3..3, body: 3 });
    }
}
