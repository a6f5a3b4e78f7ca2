//! The third stage: a [`Manuscript`] becomes a [`Report`], or a list of what keeps it from being one.
//!
//! Every rule is a file of `rules/`: one rule, one code, one heading in `docs/diagnostics.md`, one folder in
//! `tests/diagnostics/`. Rules look and note, they change nothing; building the model is silent and knows no rule.

mod accept;
mod asked;
mod bits;
mod build;
mod context;
mod dictionary;
mod distance;
mod effort;
pub mod era_text;
mod fault_index;
mod findings;
mod index;
mod maps;
mod near_names;
mod nearest;
mod reading;
mod rules;
mod slip;
mod texts;
mod words;

pub(crate) use context::Context;
use findings::MOST;
pub(crate) use findings::{Finding, Findings, Rule};

use rayon::prelude::*;

use crate::{
    diagnostic::{self, Diagnostic, Severity},
    manuscript::Manuscript,
    model::{Publication, Report},
    source::{FileId, Place, Sources},
};

/// What the check stage says of a manuscript.
#[derive(Debug)]
pub struct Checked {
    /// What could be built, perhaps with gaps; `None` if the registers do not suffice.
    pub publication: Option<Publication>,
    /// Everything found, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// The report, if nothing keeps it from being published.
    ///
    /// # Errors
    /// There is at least one error among the diagnostics.
    pub fn into_report(self) -> Result<(Report, Vec<Diagnostic>), Vec<Diagnostic>> {
        if self.diagnostics.iter().any(|found| found.severity == Severity::Error) {
            return Err(self.diagnostics);
        }
        match self.publication.map(Report::new) {
            Some(Ok(report)) => Ok((report, self.diagnostics)),
            // Unreachable while every gap has a rule; `report-incomplete` is that rule of last resort.
            _ => Err(self.diagnostics),
        }
    }
}

/// Checks a manuscript.
///
/// ```
/// use ayumi::{check, manuscript, source::Sources};
///
/// let sources = Sources::from_files([("city.yaml", "name: 柏崎市\n")]);
/// let checked = check::check(&sources, &manuscript::read(&sources));
/// assert!(checked.diagnostics.iter().any(|found| found.code == "file-missing"));
/// assert!(checked.into_report().is_err());
/// ```
pub fn check(sources: &Sources, manuscript: &Manuscript) -> Checked {
    let context = Context::new(sources, manuscript);
    // Side by side; what is found comes in the order of the rules whoever was ready first.
    let run_all = |rules: Vec<&'static Rule>| -> Vec<Diagnostic> {
        let rules = rules.into_par_iter().with_max_len(1);
        rules.flat_map_iter(|rule| run(rule, &context)).collect()
    };
    let before_text = || {
        let run = || {
            context.publication();
            run_all(rules::before_text().collect())
        };
        rayon::join(|| context.odd(), run).1
    };
    // The texts are read meanwhile: whoever asked for them first would keep all others waiting.
    let (mut found, _) = rayon::join(before_text, || context.reading());
    let mut of_text = run_all(rules::of_text().collect());
    // One slip, one finding: what form, references or figures have spoken of, the rules about wording leave alone.
    let spoken_of = Spoken::of(&found);
    of_text.retain(|finding| !finding.place.is_some_and(|place| spoken_of.touch(place)));
    found.append(&mut of_text);
    for finding in &mut found {
        finding.department = finding
            .department
            .take()
            .or_else(|| department_of_file(&context, &finding.file));
    }
    accept::apply(&context, &mut found);
    if found.iter().all(|finding| finding.severity != Severity::Error) {
        found.append(&mut run(&rules::REPORT_INCOMPLETE, &context));
    }
    diagnostic::sort(&mut found);
    Checked {
        publication: context.into_publication(),
        diagnostics: found,
    }
}

/// The codes of all rules with their severity, in the order of the documentation.
pub fn codes() -> impl Iterator<Item = (&'static str, Severity)> {
    rules::all()
        .chain([&rules::REPORT_INCOMPLETE, &accept::UNUSED])
        .map(|rule| (rule.code, rule.severity))
}

fn run(rule: &Rule, context: &Context) -> Vec<Diagnostic> {
    let mut findings = Findings {
        sources: context.sources,
        code: rule.code,
        severity: rule.severity,
        list: Vec::new(),
    };
    (rule.run)(context, &mut findings);
    let mut list = findings.list;
    let more = list.len() > MOST;
    list.truncate(MOST);
    if let Some(last) = list.last_mut().filter(|_| more) {
        last.fix
            .push_str("同じ指摘が、ほかにもあります。直してから、もう一度調べてください。");
    }
    list
}

/// Places that findings have spoken of, in order: (file, start) with the furthest end so far in the file.
struct Spoken(Vec<(FileId, u32, u32)>);

impl Spoken {
    fn of(found: &[Diagnostic]) -> Self {
        let places = found.iter().filter_map(|finding| finding.place);
        let mut places: Vec<_> = places
            .map(|place| (place.file, place.span.start, place.span.end))
            .collect();
        places.sort_unstable();
        let mut furthest = None;
        for (file, _, end) in &mut places {
            *end = match furthest {
                Some((known, furthest)) if known == *file => u32::max(furthest, *end),
                _ => *end,
            };
            furthest = Some((*file, *end));
        }
        Self(places)
    }

    /// Whether one of them overlaps or meets a place.
    fn touch(&self, place: Place) -> bool {
        let begun = self
            .0
            .partition_point(|(file, start, _)| (*file, *start) <= (place.file, place.span.end));
        let last = begun.checked_sub(1).map(|last| self.0[last]);
        last.is_some_and(|(file, _, end)| file == place.file && end >= place.span.start)
    }
}

/// A department's own file is its own to mend.
fn department_of_file(context: &Context, file: &str) -> Option<crate::model::Id> {
    let name = file.rsplit_once("/departments/")?.1.strip_suffix(".md")?;
    let id = crate::model::Id::parse(name)?;
    context.index.department(&id).map(|_| id)
}
