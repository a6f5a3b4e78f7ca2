//! `csv-cells`: a row with more or fewer cells than columns.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "csv-cells",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::CsvCells { found, expected } => Some((*found, *expected)),
        _ => None,
    });
    for (place, (cells, expected)) in found {
        let hint = if cells > expected {
            "数値の桁区切りのコンマは消します。文章の中のコンマは「、」にします。"
        } else {
            "値がない列も、区切りのコンマは省かずに書きます。"
        };
        findings
            .at(
                place,
                format!("この行の列の数は{cells}で、見出しの列の数{expected}と合いません。"),
            )
            .reason("列がずれると、値が別の列のものとして読まれます。")
            .fix(format!("コンマの数を見出しの行とそろえてください。{hint}"));
    }
}
