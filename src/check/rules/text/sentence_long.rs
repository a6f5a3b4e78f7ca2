//! `sentence-long`: a sentence of more than 120 characters.

use crate::{
    check::{Context, Findings, Rule, reading::Kind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "sentence-long",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        // No sentence is longer than its paragraph, and most of those are short.
        if passage.kind == Kind::Title || passage.letters.len() <= super::LONGEST_SENTENCE {
            continue;
        }
        for range in &passage.sentences {
            let length = text[range.clone()].chars().count();
            if length > super::LONGEST_SENTENCE {
                findings
                    .at(passage.place(range.clone()), format!("1文が{length}字あります。"))
                    .reason("長い文は、主語と述語のつながりが分かりにくく、読み手が途中で迷います。")
                    .fix(format!(
                        "{}字までを目安に、二つ以上の文に分けてください。",
                        super::LONGEST_SENTENCE
                    ));
            }
        }
    }
}
