//! `era-mismatch`: an era's year and a western year that are not the same year.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::EraYear,
};

pub(super) const RULE: Rule = Rule {
    code: "era-mismatch",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (words, mention) in context.years() {
        let (Some(era), Some(western)) = (&mention.era, mention.western) else {
            continue;
        };
        let Some(year) = era.year().western().filter(|year| *year != western) else {
            continue;
        };
        let (text, place) = words.part(mention.span.clone());
        let (named, meant) = (era.year(), EraYear::of(western));
        let mut finding = findings
            .at(
                place,
                format!("「{text}」は、元号と西暦が合いません。{named}年は{year}年です。"),
            )
            .reason("どちらの年を指すのか、読む人には分かりません。")
            .fix(format!(
                "「{named}（{year}）」か「{meant}（{western}）」の、正しい方に直してください。"
            ));
        if let Some(kpi) = words.kpi {
            finding = finding.kpi(kpi);
        }
        let _ = finding;
    }
}
