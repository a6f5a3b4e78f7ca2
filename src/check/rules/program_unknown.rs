//! `program-unknown`: a 事業 that the register does not know, mostly one spelt otherwise.

use std::cell::LazyCell;

use crate::{
    check::{
        Context, Findings, Rule,
        index::Lost,
        nearest::{Known, perhaps},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "program-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    // A program without a name, or under the name of another, may be the one that seems unknown.
    let nameless = LazyCell::new(|| {
        let mut names = crate::check::maps::HashSet::default();
        let mut programs = context.manuscript.programs.page.iter().flatten();
        programs.any(|program| program.name.as_ref().is_none_or(|name| !names.insert(&name.value)))
    });
    let lost = Lost::of(context.sources, &context.manuscript.programs);
    let known = LazyCell::new(|| Known::new(context.index.programs.iter().copied()));
    for (edition, page) in context.manuscript.department_pages() {
        let renamed = if context.is_newest(edition) {
            ""
        } else {
            "名称が変わった事業なら、前の事業を programs.yaml に残し、新しい名称を別の id で加えます。"
        };
        for name in page
            .sections
            .iter()
            .flat_map(|section| &section.fields)
            .flat_map(|field| &field.programs)
        {
            if findings.full() {
                return;
            }
            if context.index.program(&name.value).is_some() || lost.may_have(&name.value) {
                continue;
            }
            let near = known.nearest(&name.value);
            if near.is_none() && *nameless {
                continue;
            }
            findings
                .at(name.place, format!("事業「{}」は登録されていません。", name.value))
                .reason("同じ事業が二通りに書かれると、別の事業として数えられます。")
                .fix(format!(
                    "{}名称を直すか、programs.yaml に登録してください。{renamed}",
                    perhaps(near)
                ));
        }
    }
}
