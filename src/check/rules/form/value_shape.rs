//! `value-shape`: a list where a text belongs, and so on.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{Expected, FaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "value-shape",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::WrongShape { expected } => Some(*expected),
        _ => None,
    });
    for (place, expected) in found {
        let message = match expected {
            _ if place.span.end == 0 => "このファイルには、何も書かれていません。",
            Expected::Text => "ここには一つの値を書きますが、一覧か「項目: 値」の組が書かれています。",
            Expected::List => "ここには「- 」で始まる一覧を書きますが、一覧ではありません。",
            Expected::Map => "ここには「項目: 値」の組を書きますが、その形ではありません。",
        };
        let (fix, example) = match expected {
            Expected::Text => ("値を一つだけ、項目と同じ行に書いてください。", "name: 見本市"),
            Expected::List => (
                "値が一つでも、「- 」を付けるか「[ ]」で囲んでください。",
                "kpis:\n  - shops\n  - members",
            ),
            Expected::Map => (
                "項目の名前、半角のコロン、半角の空白、値の順に書いてください。",
                "name: 見本市",
            ),
        };
        findings
            .at(place, message)
            .reason("形が違うと、書いた内容を読み取れません。")
            .fix(fix)
            .example(example);
    }
}
