//! `chapter-duplicate`: one chapter listed twice.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "chapter-duplicate",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for report in context
        .manuscript
        .editions
        .iter()
        .filter_map(|edition| edition.report.as_ref())
    {
        let mut seen = crate::check::maps::HashMap::default();
        for kind in report.chapters.iter().filter_map(|line| line.kind.as_ref()) {
            if let Some(first) = seen.insert(kind.value, kind.place) {
                findings
                    .at(kind.place, format!("章「{}」が、目次に二度あります。", kind.value.id()))
                    .reason("同じ章が二度印刷され、ページの住所が重なります。")
                    .fix("どちらかの行を消してください。")
                    .related(first, "最初はここにあります。");
            }
        }
    }
}
