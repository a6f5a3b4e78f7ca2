//! `csv-header`: a table whose first row does not name its columns.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "csv-header",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::CsvHeader { expected } => Some(*expected),
        _ => None,
    });
    for (place, expected) in found {
        let written = context.sources.text(place);
        let hint = if written.is_empty() {
            ""
        } else if written.contains('\t') {
            "タブで区切られているので、「CSV（コンマ区切り）」の形式で保存し直します。"
        } else if written.contains(';') {
            "セミコロンで区切られているので、「CSV（コンマ区切り）」の形式で保存し直します。"
        } else {
            "列の名前と順番が違うときは、値の並びもこの順に直します。"
        };
        let message = if written.is_empty() {
            "表に、見出しの行がありません。".to_owned()
        } else {
            "表の1行目が、決められた列の名前になっていません。".to_owned()
        };
        let header = expected.join(",");
        findings
            .at(place, message)
            .reason("1行目で列の意味を確かめるので、違っていると表の全体を読めません。")
            .fix(format!("1行目を「{header}」にしてください。{hint}"))
            .example(header);
    }
}
