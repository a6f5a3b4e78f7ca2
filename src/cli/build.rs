//! `ayumi build`: sources to files.

use std::time::Instant;

use ayumi::{diagnostic::terminal, error::Result, output, render, source};

use super::{OK, SOURCES, args, cities, draft, guard, shared};

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
    let guard = guard::watch(&sources);
    let rendered = templates.and_then(|templates| render::render(&report, &templates, &sources));
    drop(guard);
    let site = match rendered {
        Ok(site) => site,
        Err(findings) => {
            show(&findings);
            anstream::eprintln!("報告書は作っていません。前に作ったものは、そのまま残っています。");
            return Ok(SOURCES);
        }
    };
    let written = output::write(&site, &folder)?;
    if !warnings.is_empty() {
        anstream::eprintln!(
            "ご確認いただくものが{}件あります（ayumi check で表示します）。",
            warnings.len()
        );
    }
    anstream::println!(
        "{} に{}ファイルの報告書を作りました（書き込み {}、変更なし {}、削除 {}）。{:.3}秒",
        folder.display(),
        site.len(),
        written.written,
        written.kept,
        written.removed,
        start.elapsed().as_secs_f64()
    );
    Ok(OK)
}
