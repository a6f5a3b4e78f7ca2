//! `measure-unknown`: a section on a measure that the plan does not have.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "measure-unknown",
    severity: Severity::Error,
    run,
};

/// So many measures are named in a message, which stands as often as there are headings that are not known.
const MOST_NAMED: usize = 50;

fn run(context: &Context, findings: &mut Findings) {
    if context.manuscript.plan.damaged {
        return;
    }
    for (edition, page) in context.manuscript.department_pages() {
        for section in &page.sections {
            let code = section.code.value;
            if context.index.measure(code).is_some() {
                continue;
            }
            if findings.full() {
                return;
            }
            let asked = context.index.measures.iter().filter(|(_, measure)| {
                measure
                    .departments_in(edition.year)
                    .iter()
                    .any(|department| department.value == page.department.value)
            });
            let asked: Vec<String> = asked.map(|(code, _)| code.to_string()).take(MOST_NAMED + 1).collect();
            let hint = match asked.get(..MOST_NAMED) {
                _ if asked.is_empty() => String::new(),
                None => format!("この課が報告する施策は {} です。", asked.join("、")),
                Some(first) => format!("この課が報告する施策は {} などです。", first.join("、")),
            };
            let ended = if context.is_newest(edition) {
                ""
            } else {
                "やめた施策は plan.yaml に残し、departments を [] にして、前の課を former に書きます。加える施策は、基本的方向の終わりに加えます。"
            };
            findings
                .at(section.code.place, format!("施策「{code}」は、計画にありません。"))
                .reason("施策の番号は plan.yaml の並び順で決まります。")
                .fix(format!("番号を直してください。{hint}{ended}"));
        }
    }
}
