//! `bracket-unbalanced`: a bracket without its partner.

use crate::{
    check::{
        Context, Findings, Rule,
        reading::{Kind, Mark, Passage},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "bracket-unbalanced",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose_with(context, BRACKETS) {
        if passage.kind == Kind::Title {
            continue;
        }
        let Some((at, c, wanted)) = unbalanced(text, &passage.marks) else {
            continue;
        };
        note(passage, at, c, wanted, findings);
    }
}

fn note(passage: &Passage, at: usize, c: char, wanted: char, findings: &mut Findings) {
    let opening = PAIRS.iter().any(|(open, _)| *open == c);
    let missing = if opening {
        "閉じるかっこ"
    } else {
        "始めのかっこ"
    };
    findings
        .at(
            passage.place(at..at + c.len_utf8()),
            format!("「{c}」に対応する{missing}がありません。"),
        )
        .reason("かっこの片方が抜けると、どこまでがかっこの中か分からなくなります。")
        .fix(format!("{missing}の「{wanted}」を補うか、「{c}」を消してください。"));
}

/// Those of the pairs, of either width.
const BRACKETS: &[char] = &[
    '「', '」', '『', '』', '（', '）', '(', ')', '【', '】', '〈', '〉', '《', '》', '［', '］', '“', '”',
];

const PAIRS: [(char, char); 8] = [
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('【', '】'),
    ('〈', '〉'),
    ('《', '》'),
    ('［', '］'),
    ('“', '”'),
];

/// The first bracket without its partner, and what the partner looks like. Width is another rule's affair.
fn unbalanced(text: &str, marks: &[Mark]) -> Option<(usize, char, char)> {
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for &(at, c) in marks {
        let same = match c {
            '(' => '（',
            ')' => '）',
            other => other,
        };
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == same) {
            open.push((at, c, *close));
        } else if let Some((start, close)) = PAIRS.iter().find(|(_, close)| *close == same) {
            match open.last() {
                Some((_, _, wanted)) if wanted == close => {
                    open.pop();
                }
                _ if numbering(text, at) => {}
                Some(_) => return open.pop(),
                None => return Some((at, c, *start)),
            }
        }
    }
    open.into_iter().next()
}

/// `1）` and `ア）` number things.
fn numbering(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let label = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let label = if label.len() < before.len() {
        label
    } else {
        match before.chars().next_back() {
            Some(c) if c.is_ascii_alphabetic() || "アイウエオカキクケコ①②③④⑤⑥⑦⑧⑨".contains(c) => {
                &before[..before.len() - c.len_utf8()]
            }
            _ => return false,
        }
    };
    label.is_empty() || label.ends_with(['、', '。', ' ', '　', '：', '・'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bracket_of_a_pair_is_looked_for() {
        let pairs = PAIRS.iter().flat_map(|(open, close)| [*open, *close]);
        assert!(pairs.chain(['(', ')']).all(|bracket| BRACKETS.contains(&bracket)));
    }

    #[test]
    fn partners() {
        let found = |text: &str| {
            let marks: Vec<Mark> = text.char_indices().collect();
            unbalanced(text, &marks).map(|(at, c, _)| (text[..at].chars().count(), c))
        };
        assert_eq!(found("「甲（乙）」です。"), None);
        assert_eq!(found("「甲（乙」です。"), Some((2, '（')));
        assert_eq!(found("甲（乙です。"), Some((1, '（')));
        assert_eq!(found("甲」です。"), Some((1, '」')));
        assert_eq!(found("1）甲、2）乙です。"), None);
        assert_eq!(found("a）甲、ア）乙、①）丙です。"), None);
        assert_eq!(found("方法は 1）甲です。"), None);
        assert_eq!(found("甲1）乙です。"), Some((2, '）')));
        assert_eq!(found("甲a）乙です。"), Some((2, '）')));
        assert_eq!(found("サ）乙です。"), Some((1, '）')));
        assert_eq!(found("甲(乙）です。"), None);
    }
}
