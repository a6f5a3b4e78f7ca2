//! `figure-missing`: a figure by reference that has no value, which is printed as a dash in the middle of a sentence, or
//! whose KPI the edition does not have.

use crate::{
    check::{Context, Findings, Rule, texts},
    diagnostic::Severity,
    model::{Figure, FigureField, Id},
};

pub(super) const RULE: Rule = Rule {
    code: "figure-missing",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let Some(publication) = context.publication() else {
        return;
    };
    for text in texts::all(context) {
        let raw = context.sources.text(text.written.place);
        for reference in texts::references(raw) {
            let Some(kpi) = Id::parse(reference.kpi).and_then(|id| context.index.kpi(&id)) else {
                continue;
            };
            // The text of a register stands in every edition.
            let mut editions = publication.editions.iter().filter(|edition| {
                let own = text.year.is_none_or(|year| edition.year.year() == year);
                own && !publication.plan.kpi(kpi).editions.covers(edition.year)
            });
            if let Some(edition) = editions.next() {
                findings
                    .at(
                        text.written.place.part(reference.span.clone()),
                        format!(
                            "「{}」のKPIは、{}年度の報告書に載りません。",
                            &raw[reference.span],
                            edition.year.year()
                        ),
                    )
                    .reason("同じ報告書の表に載らない数値は、読む人が確かめられません。")
                    .fix("引用をやめるか、kpis.yaml のこのKPIの from と until を確かめてください。");
                continue;
            }
            let of_year = |year| publication.editions.iter().find(|edition| edition.year.year() == year);
            let Some(edition) = text.year.and_then(of_year) else {
                continue;
            };
            let field = reference.field;
            if publication.has_figure(edition, &Figure { kpi, field }) {
                continue;
            }
            let row = publication.row(edition, kpi);
            let years = match field {
                FigureField::Baseline => vec![row.kpi.baseline],
                FigureField::Previous => vec![row.previous.period.year],
                FigureField::Actual => vec![row.actual.period.year],
                FigureField::Change => vec![row.previous.period.year, row.actual.period.year],
                FigureField::Target => Vec::new(),
            };
            // A row that is not there is asked for by its rule, and what cannot be read was told. An event has no rows.
            let is_written = |year: u16| {
                let found = context.kpi_rows(&row.kpi.id).find(|known| known.year.value == year);
                found.is_some_and(|row| !context.unread_value(row))
            };
            if !row.kpi.is_milestone() && !years.into_iter().all(is_written) {
                continue;
            }
            findings
                .at(
                    text.written.place.part(reference.span.clone()),
                    format!("「{}」には、まだ値がありません。", &raw[reference.span]),
                )
                .reason("値のない所には「－」が入り、文として読めなくなります。")
                .fix("値が確定してから引用するか、「現在集計しています。」のように書き換えてください。");
        }
    }
}
