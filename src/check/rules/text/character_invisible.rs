//! `character-invisible`: a character that is not seen or only looks like a space.

use crate::{
    check::{Context, Findings, Rule, reading::OddKind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "character-invisible",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (odd, more) in super::odd_by_line(context, OddKind::Invisible) {
        findings
            .at(odd.place, format!("{}が入っています{more}。", name(odd.first), more = super::and_more(more)))
            .reason("見た目では分からないのに別の文字として扱われ、名称の照合や検索に失敗します。ウェブページやワープロから貼り付けたときによく入ります。")
            .fix("この位置の前後を消して、打ち直してください。");
    }
}

fn name(c: char) -> String {
    let what = match c {
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => "普通の空白に見える、別の空白",
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "文字の向きを変える、見えない文字"
        }
        _ => "幅のない、見えない文字",
    };
    format!("{what}（U+{:04X}）", u32::from(c))
}
