//! `entry-missing`: a department that the plan says must report on a measure, and did not.

use crate::{
    check::{
        Context, Findings, Rule,
        maps::{HashMap, HashSet},
    },
    diagnostic::Severity,
    manuscript::DepartmentPage,
    model::{Id, MeasureCode},
};

pub(super) const RULE: Rule = Rule {
    code: "entry-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for edition in &context.manuscript.editions {
        let mut pages: HashMap<&Id, &DepartmentPage> = HashMap::default();
        for page in &edition.departments {
            pages.entry(&page.department.value).or_insert(page);
        }
        // Sections of measures that the plan lacks may be those that seem to be missing.
        let mut elsewhere: HashSet<&Id> = HashSet::default();
        let mut there: HashSet<(&Id, MeasureCode)> = HashSet::default();
        for page in pages.values() {
            for section in &page.sections {
                there.insert((&page.department.value, section.code.value));
                if context.index.measure(section.code.value).is_none() {
                    elsewhere.insert(&page.department.value);
                }
            }
        }
        for (code, measure) in &context.index.measures {
            let earlier = if !measure.former.is_empty() {
                "この年に報告していなかったのなら、plan.yaml のこの施策の former の until を確かめてください。"
            } else if context.is_newest(edition) {
                ""
            } else {
                "この年にまだ報告していなかったのなら、plan.yaml のこの施策の former に、前に報告した課を残してください。"
            };
            for department in measure.departments_in(edition.year) {
                let Some(name) = context.index.department_name(&department.value) else {
                    continue;
                };
                let page = pages.get(&department.value).copied();
                if elsewhere.contains(&department.value) {
                    continue;
                }
                // A heading that could not be read, or a file under a wrong name, is told of already.
                if page.is_some_and(|page| page.sections_damaged)
                    || (page.is_none() && context.misnamed_page(edition, &department.value))
                {
                    continue;
                }
                if there.contains(&(&department.value, *code)) {
                    continue;
                }
                if findings.full() {
                    return;
                }
                let file = format!("{}departments/{}.md", edition.folder, department.value);
                let measure_name = measure.name.as_ref().map_or("", |name| name.value.as_str());
                let message = format!(
                    "{name}の、施策 {}「{measure_name}」の記載がありません。",
                    code.display()
                );
                let finding = match page {
                    Some(page) => findings.at(page.department.place, message),
                    None => findings.file(file, message),
                };
                finding
                    .reason("plan.yaml は、この課がこの施策について報告することを求めています。")
                    .fix(format!(
                        "この課のファイルに「## {code}」の見出しを置き、四つの項目を書いてください。{earlier}"
                    ))
                    .example(format!("## {code}\n\n### 主な取組と成果\n\n（本文）"))
                    .related(department.place, "ここで、この課が報告することになっています。")
                    .department(Some(&department.value));
            }
        }
    }
}
