//! `report-incomplete`: the rule of last resort. If no other rule objects and still no complete report could be built, this
//! says so instead of publishing a gap.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "report-incomplete",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let complete = context
        .publication()
        .is_some_and(|publication| publication.editions.iter().all(|e| e.is_complete()));
    if !complete {
        findings
            .file(
                "plan.yaml",
                "報告書に欠けている部分がありますが、その場所を特定できませんでした。",
            )
            .reason("欠けたままの報告書は公開できません。")
            .fix("plan.yaml、kpis.yaml と、各課のファイルの項目がそろっているか確かめてください。");
    }
}
