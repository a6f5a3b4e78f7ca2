//! `entry-unexpected`: a section on a measure for which nobody asked this department.

use std::cell::LazyCell;

use crate::{
    check::{
        Context, Findings, Rule,
        maps::{HashMap, HashSet},
    },
    diagnostic::Severity,
    model::{Id, MeasureCode},
};

pub(super) const RULE: Rule = Rule {
    code: "entry-unexpected",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    // An id that the register lacks is probably a department's, misspelt.
    let known = LazyCell::new(|| context.index.known_departments());
    let mut meant: HashMap<(u16, MeasureCode), HashSet<&str>> = HashMap::default();
    for (edition, page) in context.manuscript.department_pages() {
        let Some(name) = context.index.department_name(&page.department.value) else {
            continue;
        };
        for section in &page.sections {
            let Some(measure) = context.index.measure(section.code.value) else {
                continue;
            };
            let departments = measure.departments_in(edition.year);
            if context.manuscript.plan.damaged || departments.iter().any(|known| known.value == page.department.value) {
                continue;
            }
            let code = section.code.value;
            let meant = meant.entry((edition.year, code)).or_insert_with(|| {
                let unknown = departments.iter().map(|department| &department.value);
                let unknown = unknown.filter(|id| context.index.department(id).is_none());
                known.meant(unknown.map(Id::as_str))
            });
            if meant.contains(page.department.value.as_str()) {
                continue;
            }
            let (number, id) = (code.display(), &page.department.value);
            let fix = if context.is_newest(edition) {
                format!(
                    "番号の書き誤りなら直し、報告しなくなったのならこの見出しを消してください。報告するなら、plan.yaml の施策 {number} の departments に {id} を加えます。"
                )
            } else {
                format!(
                    "この年に報告した課なら、plan.yaml の施策 {number} の former に、その年まで報告した課の一覧（{id} を含む）と until を書いてください。former があるときは、until の年度を確かめます。番号の書き誤りなら直してください。"
                )
            };
            findings
                .at(
                    section.code.place,
                    format!("{name}は、施策 {} の報告を求められていません。", code.display()),
                )
                .reason("plan.yaml にない課の記載は、報告書のどこにも載りません。")
                .fix(fix)
                .related(measure.place, "計画のこの施策です。");
        }
    }
}
