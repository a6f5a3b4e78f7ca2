//! `programs-not-list`: something other than a flat list in 主な事業.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "programs-not-list",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::ProgramsNotAList => Some(()),
        _ => None,
    });
    for (place, ()) in found {
        // A list with wrong bullets is told of already.
        let bullets = context.faults(|kind| {
            let bullet = matches!(
                kind,
                FaultKind::Markdown(
                    MarkdownFaultKind::BulletCharacter { .. } | MarkdownFaultKind::BulletWithoutSpace { .. }
                )
            );
            bullet.then_some(())
        });
        let within = |at: Place| at.file == place.file && (place.span.start..place.span.end).contains(&at.span.start);
        if bullets.into_iter().any(|(at, ())| within(at)) {
            continue;
        }
        findings
            .at(place, "「主な事業」が、事業名の一覧になっていません。")
            .reason("事業名を一つずつ登録と照らし合わせるので、文章や入れ子の一覧は読み取れません。")
            .fix("事業名を、1行に一つずつ「- 」を付けて書いてください。太字や説明は付けません。")
            .example("- 創業支援事業\n- 交流イベント事業");
    }
}
