//! `bracket-half-width`: half-width round brackets around or beside Japanese.

use crate::{
    check::{Context, Findings, Rule, reading::is_japanese},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "bracket-half-width",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose_with(context, &['(', ')']) {
        let mut open: Vec<(usize, char)> = Vec::new();
        for (at, c) in text.char_indices() {
            match c {
                '(' | '（' => open.push((at, c)),
                ')' | '）' => {
                    let Some((start, opening)) = open.pop() else { continue };
                    if (opening, c) == ('（', '）') {
                        continue;
                    }
                    let inside = &text[start + opening.len_utf8()..at];
                    let beside = [
                        text[..start].chars().next_back(),
                        text[at + c.len_utf8()..].chars().next(),
                    ];
                    let japanese = inside.chars().chain(beside.into_iter().flatten()).any(is_japanese);
                    if !japanese {
                        continue;
                    }
                    let range = start..at + c.len_utf8();
                    let mixed = (opening, c) != ('(', ')');
                    let what = if mixed {
                        "かっこの片方が半角です"
                    } else {
                        "かっこが半角です"
                    };
                    findings
                        .at(passage.place(range.clone()), format!("「{}」の{what}。", super::shortened(&text[range])))
                        .reason("日本語の文に半角のかっこが混ざると、幅がそろわず、前後の文字とくっついて読みにくくなります。")
                        .fix(format!("全角の「（{}）」に書き換えてください。", super::shortened(inside)));
                }
                _ => {}
            }
        }
    }
}
