//! `department-listed-twice`: a measure that lists one department twice.

use crate::{
    check::{Context, Findings, Rule, maps::HashMap},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "department-listed-twice",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let measures = context.index.measures.iter();
    for (code, list) in measures.flat_map(|(code, measure)| measure.lists().map(move |list| (code, list))) {
        let mut seen = HashMap::default();
        for department in list {
            if let Some(first) = seen.insert(&department.value, department.place) {
                let name = context.index.department_name(&department.value);
                findings
                    .at(
                        department.place,
                        format!(
                            "施策 {} の departments に、{}が二度挙げられています。",
                            code.display(),
                            name.unwrap_or(department.value.as_str())
                        ),
                    )
                    .reason("同じ記載が二か所に載り、ページの中の住所が重なります。")
                    .fix("片方を消すか、別の課の id に直してください。")
                    .related(first, "最初はここに挙げられています。");
            }
        }
    }
}
