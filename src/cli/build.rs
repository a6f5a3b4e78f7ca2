//! `ayumi build`: sources to files.

use std::time::Instant;

use ayumi::{diagnostic::terminal, error::Result, model::Report, output::Written, render::Templates, source};

use super::{OK, SOURCES, args, cities, draft, shared};

pub(super) fn run(arguments: &args::Build) -> Result<u8> {
    if !arguments.cities.is_empty() {
        return cities::run(arguments);
    }
    if let Some(label) = arguments.draft() {
        return draft::run(arguments, label);
    }
    let start = Instant::now();
    let folder = arguments.output();
    shared::apart([arguments.sources.content.as_path()], &folder)?;
    let sources = source::read_folder(&arguments.sources.content)?;
    let ((manuscript, checked), templates) = rayon::join(|| shared::read(&sources), || Templates::new(&sources));
    let show = |findings: &[_]| shared::show(findings, &sources, &manuscript);
    let (report, warnings) = match checked.into_report() {
        Ok(report) => report,
        Err(findings) => {
            show(&findings);
            anstream::eprintln!("{}", terminal::summary(&findings));
            anstream::eprintln!("報告書は作っていません。前に作ったものは、そのまま残っています。");
            return Ok(SOURCES);
        }
    };
    let published = match templates {
        Ok(templates) => shared::publish(&report, &templates, &sources, &folder, "")?,
        Err(findings) => Err(findings),
    };
    let written = match published {
        Ok(written) => written,
        Err(findings) => {
            show(&findings);
            anstream::eprintln!("報告書は作っていません。前に作ったものは、そのまま残っています。");
            return Ok(SOURCES);
        }
    };
    if !warnings.is_empty() {
        anstream::eprintln!(
            "ご確認いただくものが{}件あります（ayumi check で表示します）。",
            warnings.len()
        );
    }
    if let Some(text) = earlier(&report, &written) {
        anstream::eprintln!("{text}");
    }
    anstream::println!(
        "{} に{}ファイルの報告書を作りました（書き込み {}、変更なし {}、削除 {}）。{:.3}秒",
        folder.display(),
        written.files(),
        written.written,
        written.kept,
        written.removed,
        start.elapsed().as_secs_f64()
    );
    Ok(OK)
}

/// That editions are not as they were, or gone.
fn earlier(report: &Report, written: &Written) -> Option<String> {
    let newest = report.newest().year.year();
    let has = |year: u16| report.editions.iter().any(|edition| edition.year.year() == year);
    let touched = written
        .touched
        .iter()
        .filter_map(|(folder, count)| Some((folder.parse().ok()?, *count)));
    let touched = touched.filter(|(year, count): &(u16, usize)| *year != newest && *count > 0);
    let (changed, gone): (Vec<_>, Vec<_>) = touched.partition(|(year, _)| has(*year));
    let changed: Vec<String> = changed
        .iter()
        .map(|(year, count)| format!("{year}年度の{count}ファイル"))
        .collect();
    let gone: Vec<String> = gone.iter().map(|(year, _)| format!("{year}年度")).collect();
    let mut text = Vec::new();
    if !changed.is_empty() {
        text.push(format!(
            "前の年の報告書が、前に作ったときから変わりました（{}）。変えるつもりでなければ、docs/sources.md の「前の年の報告書を変えないために」をご覧ください。",
            changed.join("、")
        ));
    }
    if !gone.is_empty() {
        text.push(format!(
            "原稿のない年の報告書を、出力先から消しました（{}）。残すつもりなら、原稿のフォルダーを reports に戻して、もう一度作ってください。",
            gone.join("、")
        ));
    }
    (!text.is_empty()).then(|| text.join("\n"))
}
