//! `chapter-missing`: a chapter that every report has and this one lacks.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::{ChapterKind, Word},
};

pub(super) const RULE: Rule = Rule {
    code: "chapter-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for edition in &context.manuscript.editions {
        let Some(report) = &edition.report else { continue };
        let place = report.chapters.first().map_or(report.place, |line| line.place);
        // What could not be read in this file may be the line that seems to be missing.
        let unread = |fault: &crate::manuscript::Fault| fault.place.file == report.place.file;
        if context.manuscript.faults.iter().any(unread) {
            continue;
        }
        if report.chapters.is_empty() || report.chapters.iter().any(|line| line.kind.is_none()) {
            continue;
        }
        // A chapter that stands there twice was probably meant as the one that is missing.
        let times = |kind| {
            report
                .chapters
                .iter()
                .filter(|line| line.kind.is_some_and(|known| known.value == kind))
                .count()
        };
        if ChapterKind::WORDS.iter().any(|(_, kind)| times(*kind) > 1) {
            continue;
        }
        for (id, kind) in ChapterKind::WORDS {
            if !report
                .chapters
                .iter()
                .any(|line| line.kind.is_some_and(|known| known.value == *kind))
            {
                findings
                    .at(place, format!("章「{id}」が、目次にありません。"))
                    .reason("進行管理報告書は五つの章からなり、一つでも欠けると載らない数値が出ます。")
                    .fix("chapters の、載せたい位置に加えてください。")
                    .example(format!("  - {{ id: {id}, title: （章の題名） }}"));
            }
        }
    }
}
