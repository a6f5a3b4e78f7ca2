//! What several commands do alike: read, check, show findings, publish.

use std::{
    fs,
    io::{self, IsTerminal},
    path::Path,
};

use ayumi::{
    check::{self, Checked},
    diagnostic::{Diagnostic, terminal},
    error::{Error, Result},
    manuscript::{self, Manuscript},
    model::Report,
    output::{self, Written},
    render::{self, Templates},
    source::{self, Sources},
};

use super::guard;

/// The sources, read and checked.
pub(super) struct Work {
    pub(super) sources: Sources,
    pub(super) manuscript: Manuscript,
    pub(super) checked: Checked,
}

/// Stops where the output would lie among the sources of one of the folders: the next run would read the report as sources.
pub(super) fn apart<'c>(contents: impl IntoIterator<Item = &'c Path>, output: &Path) -> Result<()> {
    // The output may not be there yet: what there is of its path decides.
    let there = output.ancestors().find_map(|part| {
        let part = if part.as_os_str().is_empty() {
            Path::new(".")
        } else {
            part
        };
        fs::canonicalize(part).ok()
    });
    let within = |content: &Path| {
        let content = fs::canonicalize(content).ok();
        there
            .as_ref()
            .zip(content)
            .is_some_and(|(there, content)| there.starts_with(content))
    };
    if contents.into_iter().any(within) {
        let attempt =
            "出力先が原稿のフォルダーの中にあるため、書き込みません。別のフォルダーを --output で指定してください";
        return Err(Error::new(
            attempt,
            output,
            io::Error::from(io::ErrorKind::InvalidInput),
        ));
    }
    Ok(())
}

/// Reads and checks a content folder.
pub(super) fn work(content: &Path) -> Result<Work> {
    let sources = source::read_folder(content)?;
    let (manuscript, checked) = read(&sources);
    Ok(Work {
        sources,
        manuscript,
        checked,
    })
}

/// Reads and checks what the files say.
pub(super) fn read(sources: &Sources) -> (Manuscript, Checked) {
    let manuscript = manuscript::read(sources);
    let checked = check::check(sources, &manuscript);
    (manuscript, checked)
}

/// Renders a report into a folder, each page written as it is made; `heading` stands above what is told of the city. A
/// city's own templates may be faulty or never end: with them nothing is written before all pages are there.
pub(super) fn publish(
    report: &Report,
    templates: &Templates,
    sources: &Sources,
    folder: &Path,
    heading: &str,
) -> Result<std::result::Result<Written, Vec<Diagnostic>>> {
    if templates.has_own() {
        let guard = guard::watch(sources, heading);
        let site = render::render(report, templates, sources);
        drop(guard);
        return match site {
            Ok(site) => output::write_as_made(folder, &render::says_the_same, |stage| {
                site.files().for_each(|(path, bytes)| stage.take(path, &[bytes]));
                Ok(())
            }),
            Err(findings) => Ok(Err(findings)),
        };
    }
    output::write_as_made(folder, &render::says_the_same, |stage| {
        render::render_each(report, templates, sources, &|path, pieces| stage.take(path, pieces))
    })
}

/// Shows findings on standard error, with colours if it is a terminal.
pub(super) fn show(findings: &[Diagnostic], sources: &Sources, manuscript: &Manuscript) {
    anstream::eprint!("{}", listed(findings, sources, manuscript));
}

/// Findings as people read them.
pub(super) fn listed(findings: &[Diagnostic], sources: &Sources, manuscript: &Manuscript) -> String {
    let names = |id: &ayumi::model::Id| manuscript.department_name(id).map(str::to_owned);
    let options = terminal::Options {
        colour: std::io::stderr().is_terminal(),
    };
    terminal::render(findings, sources, &names, options)
}
