//! `program-unused`: a registered 事業 that no department names.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "program-unused",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    // Where a part of a department's file is missing or unreadable, that may be where it is named.
    let complete = context
        .publication()
        .is_some_and(|publication| publication.editions.iter().all(|e| e.is_complete()));
    if !complete {
        return;
    }
    let pages = context
        .manuscript
        .editions
        .iter()
        .flat_map(|edition| &edition.departments);
    let fields = pages
        .flat_map(|page| &page.sections)
        .flat_map(|section| &section.fields);
    let used: crate::check::maps::HashSet<&str> = fields
        .flat_map(|field| &field.programs)
        .map(|name| name.value.as_str())
        .collect();
    for name in context
        .manuscript
        .programs
        .page
        .iter()
        .flatten()
        .filter_map(|program| program.name.as_ref())
    {
        if !used.contains(name.value.as_str()) {
            findings
                .at(
                    name.place,
                    format!("事業「{}」は、どの課の「主な事業」にもありません。", name.value),
                )
                .reason("終わった事業や、名称の変わった事業が登録に残っているのかもしれません。")
                .fix("使わないなら programs.yaml から消し、書き漏れなら担当課のファイルに加えてください。");
        }
    }
}
