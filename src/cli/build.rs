//! `ayumi build`: sources to files.

use std::time::Instant;

use ayumi::{
    diagnostic::terminal,
    error::Result,
    model::{Edition, Report},
    output::Written,
    render, source,
};

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
    shared::apart(&arguments.sources.content, &folder)?;
    let sources = source::read_folder(&arguments.sources.content)?;
    let ((manuscript, checked), templates) =
        rayon::join(|| shared::read(&sources), || render::Templates::new(&sources));
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

/// That editions which were published are not as they were. A new edition changes them all by the notice that it is there.
fn earlier(report: &Report, written: &Written) -> Option<String> {
    let touched = |edition: &Edition| written.touched.get(&edition.year.year().to_string()).copied();
    let newest = report.newest();
    touched(newest)?;
    let earlier = report.editions.iter().filter(|edition| edition.year < newest.year);
    let told = earlier.filter_map(|edition| {
        let count = touched(edition).filter(|count| *count > 0)?;
        Some(format!("{}年度の{count}ファイル", edition.year.year()))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| {
        format!(
            "前の年の報告書が変わりました（{}）。公表したときのまま残すには、docs/sources.md の「前の年の報告書を変えないために」をご覧ください。",
            told.join("、")
        )
    })
}
