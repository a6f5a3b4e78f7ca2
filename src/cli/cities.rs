//! `ayumi build CITY…`: several content folders at once, each into its own folder below the output, in parallel. One city's
//! fault never touches another's, and what is said comes in the order of the arguments whoever was ready first.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use ayumi::{
    error::{Error, Result},
    output,
    render::{self, CityLine, Templates},
    source::Sources,
};
use rayon::prelude::*;

use super::{MACHINE, OK, SOURCES, args, shared};

/// What became of one city.
struct Outcome {
    /// What the index shows; `None` if there is nothing to link to.
    line: Option<CityLine>,
    /// What to tell.
    text: String,
    files: usize,
    status: u8,
}

pub(super) fn run(arguments: &args::Build) -> Result<u8> {
    let start = Instant::now();
    let folder = arguments.output();
    let cities = named(&arguments.cities)?;
    shared::apart(cities.iter().map(|(_, content)| *content), &folder)?;
    let progress = Progress {
        start,
        total: cities.len(),
        done: AtomicUsize::new(0),
    };
    let built = |(name, content): &(String, &Path)| {
        let outcome = one(content, name, &folder.join(name));
        progress.step();
        outcome
    };
    // A template of a city's own that does not end is ended with the program (`guard`), which watches what the whole
    // program takes: such cities come last, one after the other, when all others are written.
    let own = |(_, content): &(String, &Path)| content.join("templates").exists();
    let mut outcomes: Vec<Option<Outcome>> = cities
        .par_iter()
        .map(|city| (!own(city)).then(|| built(city)))
        .collect();
    if outcomes.iter().any(Option::is_none) {
        // Whatever becomes of those, what was found in the others is told.
        progress.clear();
        for outcome in outcomes.iter_mut().flatten() {
            anstream::eprint!("{}", std::mem::take(&mut outcome.text));
        }
    }
    for (outcome, city) in outcomes.iter_mut().zip(&cities) {
        outcome.get_or_insert_with(|| built(city));
    }
    let outcomes: Vec<Outcome> = outcomes.into_iter().flatten().collect();
    progress.clear();
    for outcome in &outcomes {
        anstream::eprint!("{}", outcome.text);
    }
    let lines: Vec<CityLine> = outcomes.iter().filter_map(|outcome| outcome.line.clone()).collect();
    let templates = Templates::new(&Sources::default()).ok();
    let index = templates.and_then(|templates| render::cities(&lines, &templates).ok());
    // Nothing built and nothing there before, as with a pattern that the shell left as it is: no index over nothing.
    if let Some(index) = index.filter(|_| !lines.is_empty()) {
        output::write_among(&index, &folder)?;
    }
    let count = |status: u8| outcomes.iter().filter(|outcome| outcome.status == status).count();
    anstream::println!(
        "{} に{}市区町村、{}ファイルの報告書を作りました（原稿に直すところがある {}、作れなかった {}）。{:.2}秒",
        folder.display(),
        count(OK),
        outcomes.iter().map(|outcome| outcome.files).sum::<usize>(),
        count(SOURCES),
        count(MACHINE),
        start.elapsed().as_secs_f64()
    );
    Ok(outcomes.iter().map(|outcome| outcome.status).max().unwrap_or(OK))
}

/// Each folder with its name below the output. Two of one name would overwrite each other.
fn named(folders: &[PathBuf]) -> Result<Vec<(String, &Path)>> {
    let mut seen = std::collections::HashSet::new();
    folders
        .iter()
        .map(|folder| {
            // `kashiwazaki/content` is 柏崎's: the usual name of a content folder tells nothing.
            let own = folder.file_name();
            let above = folder.parent().and_then(Path::file_name);
            let name = if own.is_some_and(|own| own.eq_ignore_ascii_case("content")) { above.or(own) } else { own };
            let name = name.map(|name| name.to_string_lossy().into_owned());
            let name = name.filter(|name| seen.insert(name.to_lowercase()));
            name.map(|name| (name, folder.as_path())).ok_or_else(|| {
                let attempt =
                    "原稿のフォルダーの名前がないか、ほかと重なっています。フォルダーの名前を市区町村ごとに変えてください";
                let cause = std::io::Error::from(std::io::ErrorKind::InvalidInput);
                Error::new(attempt, folder, cause)
            })
        })
        .collect()
}

fn one(content: &Path, name: &str, folder: &Path) -> Outcome {
    match build(content, name, folder) {
        Ok(outcome) => outcome,
        Err(error) => Outcome {
            line: earlier(name, folder),
            text: format!("{}エラー：{error}\n\n", heading(content)),
            files: 0,
            status: MACHINE,
        },
    }
}

/// Above what is told of a city.
fn heading(content: &Path) -> String {
    format!("● {}\n", content.display())
}

/// What an earlier build made is still there and still linked.
fn earlier(name: &str, folder: &Path) -> Option<CityLine> {
    folder.join("index.html").exists().then(|| CityLine::unnamed(name))
}

fn build(content: &Path, name: &str, folder: &Path) -> Result<Outcome> {
    let shared::Work {
        sources,
        manuscript,
        checked,
    } = shared::work(content)?;
    let heading = heading(content);
    let refused = |findings: &[_]| Outcome {
        line: earlier(name, folder),
        text: format!("{heading}{}\n", shared::listed(findings, &sources, &manuscript)),
        files: 0,
        status: SOURCES,
    };
    let report = match checked.into_report() {
        Ok((report, _)) => report,
        Err(findings) => return Ok(refused(&findings)),
    };
    let published = match Templates::new(&sources) {
        Ok(templates) => shared::publish(&report, &templates, &sources, folder, &heading)?,
        Err(findings) => Err(findings),
    };
    let written = match published {
        Ok(written) => written,
        Err(findings) => return Ok(refused(&findings)),
    };
    Ok(Outcome {
        line: Some(CityLine::of(name, &report)),
        text: String::new(),
        files: written.files(),
        status: OK,
    })
}

/// A bar on standard error, once the work takes over a second and only where somebody watches.
struct Progress {
    start: Instant,
    total: usize,
    done: AtomicUsize,
}

impl Progress {
    fn shown(&self) -> bool {
        self.start.elapsed() > Duration::from_secs(1) && std::io::stderr().is_terminal()
    }

    fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.shown() {
            let filled = done * 30 / self.total.max(1);
            let mut err = std::io::stderr().lock();
            let _ = write!(
                err,
                "\r[{}{}] {done}/{}",
                "#".repeat(filled),
                "-".repeat(30 - filled),
                self.total
            );
        }
    }

    fn clear(&self) {
        if self.shown() {
            let _ = write!(std::io::stderr(), "\r{}\r", " ".repeat(60));
        }
    }
}
