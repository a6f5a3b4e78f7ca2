//! `era-basis`: 年 for a KPI that counts 年度, or the other way round.

use crate::{
    check::{
        Context, Findings, Rule,
        era_text::{self, Mention, Unit},
        texts,
    },
    diagnostic::Severity,
    manuscript::KpiLines,
    model::{Basis, FigureField, Id},
    source::{Place, Spanned},
};

pub(super) const RULE: Rule = Rule {
    code: "era-basis",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let target = kpi.target.as_ref();
        let event = target.and_then(|target| Some((target.year?.value, target.value.as_ref()?)));
        let notes = context
            .kpi_rows(&id.value)
            .filter_map(|row| Some((row.year.value, row.note.as_ref()?)));
        for (year, words) in event.into_iter().chain(notes) {
            let text = context.sources.text(words.place);
            for mention in era_text::find(text) {
                compare(context, findings, (id, kpi, year), (text, words.place), &mention);
            }
        }
    }
    for text in texts::all(context) {
        let Some((edition, performance)) = text.year.and_then(|year| Some((year, performance(context, year)?))) else {
            continue;
        };
        let raw = context.sources.text(text.written.place);
        if texts::references(raw).next().is_none() {
            continue;
        }
        let mut start = 0;
        // Only a sentence with one year and a reference to that year's figure is certain.
        for sentence in raw.split_inclusive(['。', '\n']) {
            let place = text.written.place.part(start..start + sentence.len());
            start += sentence.len();
            if texts::references(sentence).next().is_none() {
                continue;
            }
            let mentions = era_text::find(sentence);
            let [mention] = &mentions[..] else { continue };
            if let Some(named) = named(context, sentence, (edition, performance), mention) {
                compare(context, findings, named, (sentence, place), mention);
            }
        }
    }
}

fn performance(context: &Context, edition: u16) -> Option<u16> {
    let folder = context
        .manuscript
        .editions
        .iter()
        .find(|folder| folder.year == edition)?;
    Some(folder.report.as_ref()?.performance_year?.value)
}

type Named<'m> = (&'m Spanned<Id>, &'m KpiLines, u16);

/// The KPI whose figure of the year mentioned the sentence refers to.
fn named<'m>(
    context: &Context<'m>,
    sentence: &str,
    (edition, performance): (u16, u16),
    mention: &Mention,
) -> Option<Named<'m>> {
    let mut all = texts::references(sentence).filter_map(|reference| {
        let lines = context.kpi(&Id::parse(reference.kpi)?)?;
        let actual = performance.checked_sub(lines.lag.map_or(0, |lag| u16::from(lag.value)))?;
        let year = match reference.field {
            FigureField::Actual => actual,
            FigureField::Previous => actual.checked_sub(1)?,
            FigureField::Baseline => lines.baseline?.value,
            FigureField::Target => lines.target_in(edition)?.year?.value,
            FigureField::Change => return None,
        };
        Some((lines.id.as_ref()?, lines, year))
    });
    all.find(|(_, _, year)| mention.year() == Some(*year))
}

fn compare(
    context: &Context,
    findings: &mut Findings,
    (id, kpi, year): (&Spanned<Id>, &KpiLines, u16),
    (text, place): (&str, Place),
    mention: &Mention,
) {
    let (Some(unit), Some(basis)) = (mention.unit, kpi.period) else {
        return;
    };
    let fits = (unit == Unit::Fiscal) == (basis.value == Basis::Fiscal);
    if fits || mention.month.is_some() || mention.year() != Some(year) {
        return;
    }
    let name = kpi.name.as_ref().map_or(id.value.as_str(), |name| name.value.as_str());
    let (written, counted) = match unit {
        Unit::Fiscal => ("年度", "年"),
        Unit::Calendar => ("年", "年度"),
    };
    let said = &text[mention.span.clone()];
    findings
        .at(
            place.part(mention.span.clone()),
            format!("KPI「{name}」の時点は「{counted}」で数えますが、「{said}」と書かれています。"),
        )
        .reason(format!("「{written}」と「{counted}」では、期間が違います。"))
        .fix(format!(
            "「{written}」を「{counted}」に直すか、kpis.yaml の period（{}）を確かめてください。",
            context.sources.text(basis.place)
        ))
        .related(basis.place, "時点の数え方はここで決まっています。")
        .kpi(&id.value);
}
