//! Where sentences end: at 。！？ outside brackets.

use std::ops::Range;

use super::marks::Mark;

/// The sentences of a text with these marks; what follows the last full stop is one too.
pub(super) fn split(text: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    match at_depth(text, marks, true) {
        (found, 0) => found,
        // A bracket that is never closed would hide every full stop behind it.
        _ => at_depth(text, marks, false).0,
    }
}

fn at_depth(text: &str, marks: &[Mark], brackets: bool) -> (Vec<Range<usize>>, usize) {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0usize);
    for &(at, c) in marks {
        let end = at + c.len_utf8();
        match c {
            '「' | '『' | '（' | '(' | '【' if brackets => depth += 1,
            '」' | '』' | '）' | ')' | '】' if brackets => depth = depth.saturating_sub(1),
            '。' | '｡' | '！' | '？' if depth == 0 => {
                push(text, start..end, &mut found);
                start = end;
            }
            _ => {}
        }
    }
    push(text, start..text.len(), &mut found);
    (found, depth)
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let sentence = text[range.clone()].trim_start();
    let start = range.end - sentence.len();
    let sentence = sentence.trim_end();
    if !sentence.chars().all(|c| matches!(c, '。' | '｡' | '！' | '？')) {
        found.push(start..start + sentence.len());
    }
}

#[cfg(test)]
mod tests {
    use super::{super::marks::Marked, split};

    #[test]
    fn ends_outside_brackets() {
        let parts = |text| {
            let sentences = split(text, &Marked::of(text).marks).into_iter();
            sentences.map(|range| &text[range]).collect::<Vec<_>>()
        };
        assert_eq!(parts("甲です。乙（丙。）です。"), ["甲です。", "乙（丙。）です。"]);
        assert_eq!(parts("「甲。」と乙です"), ["「甲。」と乙です"]);
        assert_eq!(parts("（甲です。乙です。"), ["（甲です。", "乙です。"]);
        assert_eq!(parts("甲です。。"), ["甲です。"]);
        assert_eq!(parts(""), Vec::<&str>::new());
    }
}
