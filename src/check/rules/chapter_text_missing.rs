//! `chapter-text-missing`: a listed chapter without its file.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "chapter-text-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for edition in &context.manuscript.editions {
        for kind in edition
            .report
            .iter()
            .flat_map(|report| &report.chapters)
            .filter_map(|line| line.kind.as_ref())
        {
            let name = format!("{}chapters/{}.md", edition.folder, kind.value.id());
            // A file that is there but no text has a finding of its own.
            if context.sources.find(&name).is_none() && !context.misnamed_file(&name) {
                findings
                    .at(
                        kind.place,
                        format!("章「{}」の本文のファイルがありません。", kind.value.id()),
                    )
                    .reason("目次にある章は、本文のファイルと一組です。")
                    .fix(format!("{name} を作ってください。"));
            }
        }
    }
}
