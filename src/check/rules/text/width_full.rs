//! `width-full`: full-width digits or Latin letters in prose.

use std::cell::LazyCell;

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "width-full",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context).filter(|(passage, _)| passage.signs.may_have_full_width()) {
        let placeholders = LazyCell::new(|| super::placeholders(text, &passage.signs));
        let names = LazyCell::new(|| context.reading().names.within(text, &passage.letters));
        let mut from = 0;
        while let Some(found) = text[from..].find(is_full) {
            let start = from + found;
            let run = &text[start..];
            let mut end = run.find(|c| !is_full(c) && !is_between(c)).unwrap_or(run.len());
            end = run[..end].trim_end_matches(is_between).len();
            let range = start..start + end;
            from = range.end;
            let before = placeholders.partition_point(|hit| hit.end <= range.start);
            let waiting = placeholders.get(before).is_some_and(|hit| hit.start < range.end);
            if waiting || names.holds(&range) {
                continue;
            }
            let narrow: String = text[range.clone()].chars().map(narrow).collect();
            let what = if text[range.clone()].chars().any(|c| ('０'..='９').contains(&c)) {
                "数字"
            } else {
                "英字"
            };
            findings
                .at(
                    passage.place(range.clone()),
                    format!("「{}」は、全角の{what}です。", super::shortened(&text[range])),
                )
                .reason("全角と半角が混ざると、同じ言葉や数値が検索で見つからず、幅もそろいません。")
                .fix(format!("半角の「{narrow}」に書き換えてください。"));
        }
    }
}

fn is_full(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Marks that belong to a number when digits stand on both sides.
fn is_between(c: char) -> bool {
    matches!(c, '，' | '．')
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}
