//! Every place where people's own words stand: narratives, names, titles, notes, reasons. Comments are no words of the
//! report. What rules about spelling walk over; the narratives alone, with their structure, are in `texts`.

use super::{
    Context,
    era_text::{self, Mention},
    texts,
};
use crate::{
    manuscript::{DepartmentLine, Written},
    model::Id,
    source::{Place, Spanned},
};

/// A run of words and whose it is.
#[derive(Clone, Copy)]
pub(crate) struct Words<'m> {
    /// Where it stands.
    pub(crate) place: Place,
    /// The text there, as written.
    pub(crate) text: &'m str,
    /// The KPI it is about, if any.
    pub(crate) kpi: Option<&'m Id>,
}

/// All of them, register by register, then edition by edition.
pub(crate) fn all<'m>(context: &Context<'m>) -> Vec<Words<'m>> {
    let manuscript = context.manuscript;
    let mut places: Vec<(Place, Option<&'m Id>)> = Vec::new();
    if let Some(plan) = &manuscript.plan.page {
        let goals = || plan.goals.iter();
        let directions = || goals().flat_map(|goal| &goal.directions);
        let names = (plan.title.iter().chain(&plan.short_title).chain(&plan.top_goal))
            .chain(plan.parts.iter().filter_map(|part| part.name.as_ref()))
            .chain(plan.projects.iter().filter_map(|project| project.name.as_ref()))
            .chain(goals().filter_map(|goal| goal.name.as_ref()))
            .chain(directions().filter_map(|direction| direction.name.as_ref()))
            .chain(
                directions()
                    .flat_map(|direction| &direction.measures)
                    .filter_map(|measure| measure.name.as_ref()),
            );
        places.extend(names.map(plain));
    }
    let city = manuscript.city.page.iter();
    let departments = city.flat_map(|city| {
        city.name
            .iter()
            .chain(city.departments.iter().flat_map(DepartmentLine::names))
    });
    places.extend(departments.map(plain));
    let programs = manuscript.programs.page.iter().flatten();
    places.extend(programs.filter_map(|program| program.name.as_ref()).map(plain));
    for (id, kpi) in context.kpis() {
        let targets = kpi.targets().filter_map(|target| target.value.as_ref());
        let words = kpi.names().chain(&kpi.source).chain(targets).map(|text| text.place);
        let prose = kpi.formula.iter().chain(&kpi.note).map(|text| text.place);
        places.extend(words.chain(prose).map(|place| (place, Some(&id.value))));
    }
    let series = manuscript.series.page.iter().flatten();
    places.extend(series.filter_map(|row| Some((row.note.as_ref()?.place, Some(&row.kpi.value)))));
    let population = manuscript.population.page.iter().flatten();
    places.extend(population.filter_map(|row| row.note.as_ref()).map(plain));
    places.extend(
        manuscript
            .restatements
            .iter()
            .filter_map(|row| row.reason.as_ref())
            .map(plain),
    );
    for edition in &manuscript.editions {
        let chapters = edition.report.iter().flat_map(|report| &report.chapters);
        places.extend(chapters.filter_map(|chapter| chapter.title.as_ref()).map(plain));
        for rating in edition.departments.iter().flat_map(|page| &page.ratings) {
            let reason = rating.reason.as_ref().map(|reason| reason.place);
            places.extend(reason.map(|place| (place, rating.kpi.as_ref().map(|id| &id.value))));
        }
    }
    let known: crate::check::maps::HashSet<Place> = places.iter().map(|(place, _)| *place).collect();
    let narratives = texts::all(context)
        .into_iter()
        .map(|text| text.written)
        .filter(|text| !text.is_empty());
    places.extend(
        narratives
            .map(|text: &Written| (text.place, None))
            .filter(|(place, _)| !known.contains(place)),
    );
    let words = |(place, kpi)| Words {
        place,
        text: context.sources.text(place),
        kpi,
    };
    places.into_iter().map(words).collect()
}

/// Every year named in them, with where it stands. Rules ask [`Context::years`], which looks once for all of them.
pub(super) fn years<'m>(context: &Context<'m>) -> Vec<(Words<'m>, Mention)> {
    let words = all(context).into_iter();
    words
        .flat_map(|words| {
            era_text::find(words.text)
                .into_iter()
                .map(move |mention| (words, mention))
        })
        .collect()
}

impl<'m> Words<'m> {
    /// A part of them: the text and its place.
    pub(crate) fn part(&self, range: std::ops::Range<usize>) -> (&'m str, Place) {
        (&self.text[range.clone()], self.place.part(range))
    }
}

fn plain<'m>(text: &Spanned<String>) -> (Place, Option<&'m Id>) {
    (text.place, None)
}
