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
    /// It is closed, and its first line is not what opens it.
    Unopened {
        /// The line that should have opened it, or above which that line is missing.
        first: Range<usize>,
        /// What is probably its YAML.
        yaml: Range<usize>,
        /// Behind the closing line.
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
    let Some((start, first)) = visible else {
        return Split::None;
    };
    if !is_fence(first) {
        return unopened(text, start..start + first.trim_end().len());
    }
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

/// What begins with another line than `---` has a head where a line `---` stands below the keys of one, before any heading.
fn unopened(text: &str, first: Range<usize>) -> Split {
    const KEYS: [&str; 2] = ["ratings", "accept"];
    const DASHES: [char; 9] = ['-', '－', 'ー', '―', '─', '‐', '—', '–', '−'];
    let end = text.find("\n##").map_or(text.len(), |newline| newline + 1);
    let head = &text[..end];
    if head.starts_with("##") || !head.lines().any(|line| KEYS.iter().any(|key| line.starts_with(key))) {
        return Split::None;
    }
    let mut fences = head
        .match_indices("---")
        .filter(|(at, _)| head[..*at].rsplit('\n').next().is_some_and(str::is_empty))
        .filter(|(at, _)| head[*at..].lines().next().is_some_and(|line| line.trim_end() == "---"))
        .map(|(at, _)| at);
    let behind = |at: usize| text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1);
    match (fences.next(), fences.next()) {
        (Some(open), Some(close)) => Split::Unopened {
            first,
            yaml: behind(open)..close,
            body: behind(close),
        },
        (Some(close), None) => {
            let dashes = text[first.clone()].trim().chars().all(|c| DASHES.contains(&c));
            let from = if dashes { behind(first.start) } else { first.start };
            Split::Unopened {
                first,
                yaml: from.min(close)..close,
                body: behind(close),
            }
        }
        _ => Split::None,
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
    fn what_is_not_opened_is_known_by_its_end() {
        let unopened = |text: &'static str| match split(text) {
            Split::Unopened { first, yaml, body } => (&text[first], &text[yaml], &text[body..]),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            unopened("－－－\nratings: 1\n---\n## b"),
            ("－－－", "ratings: 1\n", "## b")
        );
        assert_eq!(
            unopened("----\r\nratings: 1\r\n---\r\nb"),
            ("----", "ratings: 1\r\n", "b")
        );
        assert_eq!(unopened("ratings: 1\n---"), ("ratings: 1", "ratings: 1\n", ""));
        assert_eq!(
            unopened("農政課\n---\nratings: 1\n---\nb"),
            ("農政課", "ratings: 1\n", "b")
        );
        assert_eq!(split("本文\n---\n"), Split::None);
        assert_eq!(split("## 1-1-1\nratings: 1\n---\n"), Split::None);
    }

    #[test]
    fn what_is_not_closed_ends_before_the_first_heading() {
        assert_eq!(split("---\na: 1\n\n## 1-1-1\n"), Split::Open { yaml: 4..10, body: 10 });
        assert_eq!(split("---"), Split::Open { yaml: 3..3, body: 3 });
    }
}
