//! `series-status`: a status that contradicts whether there is a value.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Status,
};

pub(super) const RULE: Rule = Rule {
    code: "series-status",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for row in context.manuscript.series.page.iter().flatten() {
        let status = row.status.map(|status| status.value);
        let id = &row.kpi.value;
        let finding = match (&row.value, status) {
            (Some(_), Some(status @ (Status::Pending | Status::Absent))) => findings
                .at(
                    row.value_place,
                    format!("値があるのに、状態が「{}」です。", status.word()),
                )
                .reason("値を載せるのか、空欄にするのか決められません。")
                .fix("値が正しければ状態を「確定」か「速報」に、まだなら値を消してください。"),
            (None, None | Some(Status::Final | Status::Provisional)) if !context.unread_value(row) => findings
                .at(
                    row.place,
                    format!("KPI「{id}」の{}年は、値がないのに理由もありません。", row.year.value),
                )
                .reason("空欄は0ではありません。なぜ空欄なのかを、読む人に示す必要があります。")
                .fix("値を書くか、状態に「未確定」（後で分かる）か「なし」（もともとない）と書いてください。")
                .example(format!("{id},{},,未確定,", row.year.value)),
            _ => continue,
        };
        let _ = finding.department(context.owner(id)).kpi(id);
    }
}
