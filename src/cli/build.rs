//! `ayumi build`: sources to files.

use std::time::Instant;

use ayumi::{diagnostic::terminal, error::Result, render, source};

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
