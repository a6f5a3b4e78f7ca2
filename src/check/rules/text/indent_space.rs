//! `indent-space`: a line that begins with an ideographic space.

use crate::{
    check::{Context, Findings, Rule, maps::HashSet},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "indent-space",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let reading = context.reading();
    let mut seen = HashSet::default();
    for passage in &reading.passages {
        let Some(first) = passage.indents.first() else { continue };
        if !seen.insert(passage.file) {
            continue;
        }
        let same = reading.passages.iter().filter(|other| other.file == passage.file);
        let count: usize = same.map(|other| other.indents.len()).sum();
        findings
            .at(
                *first,
                format!("行の頭に、字下げの空白があります{}。", super::and_more(count - 1)),
            )
            .reason("段落の体裁は報告書を作るときに整えるので、空白を入れると、そこだけずれて見えます。")
            .fix("行の頭の空白を消してください。段落を分けるときは、間に空の行を1行入れます。");
    }
}
