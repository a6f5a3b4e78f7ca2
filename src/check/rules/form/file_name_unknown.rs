//! `file-name-unknown`: a file whose name nothing reads.

use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{Known, nearest, nearest_file, perhaps},
    },
    diagnostic::Severity,
    manuscript::{FaultKind, FolderKind},
    model::{ChapterKind, Word},
    source::SourceFault,
};

pub(super) const RULE: Rule = Rule {
    code: "file-name-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::FileName { name, folder } => Some((name.as_str(), *folder)),
        _ => None,
    });
    let departments = context.index.departments.iter();
    let pages: Vec<String> = departments.map(|(id, _)| format!("{id}.md")).collect();
    let pages = Known::new(pages.iter().map(String::as_str));
    for (place, (name, folder)) in found {
        let file = &context.sources.file(place.file).name;
        // Told already: as the twin of another name, or as what a missing file may be.
        let twin = |fault: &SourceFault| match fault {
            SourceFault::CaseOnly(first, second) => [first, second].contains(&&place.file),
            _ => false,
        };
        let missing = context.manuscript.missing.iter().map(String::as_str);
        if context.sources.faults().iter().any(twin) || nearest_file(file, missing).is_some() {
            continue;
        }
        let (near, rule) = expected(context, name, folder, &pages);
        let what = match folder {
            FolderKind::Reports => "フォルダー",
            _ => "ファイル",
        };
        let location = match folder {
            FolderKind::Reports => format!("reports/{name}"),
            _ => file.clone(),
        };
        findings
            .file(
                location,
                format!("{what}「{name}」は、ここに置ける名前ではありません。"),
            )
            .reason("決められた名前でないと読み込まれず、書いた内容が報告書に載りません。")
            .fix(format!("{}{rule}", perhaps(near.as_deref())));
    }
}

/// The name that was probably meant, and what names there may be.
fn expected(context: &Context, name: &str, folder: FolderKind, pages: &Known) -> (Option<String>, String) {
    let of = |known: &[String]| nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    match folder {
        FolderKind::Reports => (
            None,
            "reports の下には、西暦の年度を名前にしたフォルダー（例：2021）を置きます。".to_owned(),
        ),
        FolderKind::Root => (
            None,
            "ここに置けるのは、city.yaml、plan.yaml、kpis.yaml、programs.yaml、dictionary.yaml です。report.yaml と committee.yaml は、reports の年度のフォルダーに置きます。".to_owned(),
        ),
        FolderKind::Edition => (
            of(&["report.yaml".to_owned(), "committee.yaml".to_owned()]),
            "年度のフォルダーに置けるのは、report.yaml、committee.yaml と、chapters、departments のフォルダーです。"
                .to_owned(),
        ),
        FolderKind::Departments => {
            let mut departments = context.index.departments.iter();
            let named = departments.find(|(_, known)| name.strip_suffix(".md") == Some(*known));
            let near = match named {
                Some((id, _)) => Some(format!("{id}.md")),
                None => pages.nearest(name).map(str::to_owned),
            };
            (
                near,
                "名前は、city.yaml にある課の id に「.md」を付けたものにしてください。".to_owned(),
            )
        }
        FolderKind::Chapters => {
            let names: Vec<String> = ChapterKind::WORDS.iter().map(|(id, _)| format!("{id}.md")).collect();
            (of(&names), format!("使える名前は {} です。", names.join("、")))
        }
        FolderKind::Series => (
            of(&["kpi.csv", "population.csv", "restatements.csv"].map(str::to_owned)),
            "series に置けるのは、kpi.csv、population.csv と、訂正を書く restatements.csv です。".to_owned(),
        ),
    }
}
