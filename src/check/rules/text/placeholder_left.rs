//! `placeholder-left`: a stand-in that waits for the real text.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "placeholder-left",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        for range in super::placeholders(text, &passage.signs) {
            findings
                .at(passage.place(range.clone()), format!("「{}」が、仮に置いたまま残っているようです。", &text[range]))
                .reason("後で書くつもりの記号や言葉が、そのまま印刷されるおそれがあります。")
                .fix("決まった内容に書き換えてください。まだ決まっていないことは、「今後決定します。」のように文で書きます。");
        }
    }
}
