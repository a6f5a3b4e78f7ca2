//! `file-missing`: a file without which there is no report.

use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{nearest_file, perhaps},
    },
    diagnostic::Severity,
    source::SourceFault,
};

pub(super) const RULE: Rule = Rule {
    code: "file-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let unread = |fault: &SourceFault| matches!(fault, SourceFault::TooMany(_) | SourceFault::TooMuch(_));
    if context.sources.faults().iter().any(unread) {
        return;
    }
    for name in &context.manuscript.missing {
        let near = nearest_file(name, context.sources.files().map(|(_, file)| file.name.as_str()));
        let hint = near.map_or_else(
            || "ファイルを置いてください。".to_owned(),
            |_| format!("{}名前を直してください。", perhaps(near)),
        );
        findings
            .file(name, format!("「{name}」がありません。"))
            .reason(reason(name))
            .fix(if name.contains('（') {
                "reports の下に、年度を名前にしたフォルダー（例：reports/2021）を作り、report.yaml を置いてください。"
                    .to_owned()
            } else {
                hint
            });
    }
}

fn reason(name: &str) -> &'static str {
    match name {
        "city.yaml" => "市の名称と担当課は、このファイルに登録します。",
        "plan.yaml" => "計画の体系は、このファイルから読み取ります。",
        "kpis.yaml" => "KPIの名称、単位、目標値は、このファイルに登録します。",
        "programs.yaml" => "事業の名称は、このファイルに登録します。",
        "series/kpi.csv" => "KPIの各年の値は、このファイルから読み取ります。",
        "series/population.csv" => "総人口の推移は、このファイルから読み取ります。",
        _ => "公表の年月と章の並びは、年度ごとのこのファイルで決めます。",
    }
}
