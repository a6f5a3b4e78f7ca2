//! `ayumi check`: what is to be mended, and nothing written.

use ayumi::{
    diagnostic::{Diagnostic, Severity, github, json, terminal},
    error::Result,
    manuscript::Manuscript,
    model::Id,
    render,
};

use super::{MACHINE, OK, SOURCES, args, guard, shared};

pub(super) fn run(arguments: &args::Check) -> Result<u8> {
    let content = &arguments.sources.content;
    let shared::Work {
        sources,
        manuscript,
        checked,
    } = shared::work(content)?;
    let (report, mut findings) = match checked.into_report() {
        Ok((report, findings)) => (Some(report), findings),
        Err(findings) => (None, findings),
    };
    // The built-in ones are whole.
    if render::Templates::are_own(&sources) {
        let _guard = guard::watch(&sources, "");
        let drawn = render::Templates::new(&sources).and_then(|templates| match &report {
            // A name that no page has shows only when a page is made.
            Some(report) => render::render(report, &templates, &sources).map(|_| ()),
            None => Ok(()),
        });
        findings.extend(drawn.err().into_iter().flatten());
    }
    if let Some(department) = &arguments.department {
        let Some(id) = known_department(department, &manuscript) else {
            anstream::eprintln!("エラー：「{department}」という id の課は、city.yaml に登録されていません。");
            return Ok(MACHINE);
        };
        findings.retain(|found| found.department.as_ref() == Some(&id));
    }
    match arguments.format {
        args::Format::Json => anstream::print!("{}", json::render(&findings, &sources)),
        args::Format::Github => {
            let folder = content.to_string_lossy().replace('\\', "/");
            let prefix = format!("{}/", folder.trim_start_matches("./").trim_end_matches('/'));
            anstream::print!("{}", github::render(&findings, &sources, &prefix));
        }
        args::Format::Text => {
            anstream::print!("{}", shared::listed(&findings, &sources, &manuscript));
            anstream::println!("{}", terminal::summary(&findings));
        }
    }
    Ok(status(&findings, arguments.strict))
}

fn known_department(typed: &str, manuscript: &Manuscript) -> Option<Id> {
    Id::parse(typed).filter(|id| manuscript.department_name(id).is_some())
}

fn status(findings: &[Diagnostic], strict: bool) -> u8 {
    let wrong = findings.iter().any(|found| strict || found.severity == Severity::Error);
    if wrong { SOURCES } else { OK }
}
