//! `character-decomposed`: letter and mark in two characters (NFD), as file names of Macs have them.

use crate::{
    check::{Context, Findings, Rule, reading::OddKind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "character-decomposed",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (file, odd) in super::odd_by_file(context, OddKind::Decomposed) {
        let Some(first) = odd.first() else { continue };
        let text = context.sources.text(first.place);
        let composed = super::composed(text);
        if composed == text {
            continue;
        }
        debug_assert_eq!(file, first.place.file);
        findings
            .at(
                first.place,
                format!("「{composed}」が、文字と濁点などの記号の二つに分かれています{}。", super::and_more(odd.len() - 1)),
            )
            .reason("見た目は同じでも別の文字として扱われ、検索や名称の照合に失敗します。Macの文書やファイル名から貼り付けたときに起こります。")
            .fix(format!("「{composed}」を打ち直してください。数が多いときは、文章全体を打ち直すか、企画担当に相談してください。"));
    }
}
