//! `sentence-commas`: a sentence of more than five 読点.

use crate::{
    check::{Context, Findings, Rule, reading::Kind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "sentence-commas",
    severity: Severity::Warning,
    run,
};

/// More than these, and the reader has lost the thread.
const MOST: usize = 5;

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        // Most paragraphs have no more in all their sentences.
        let all = passage.marks.iter().filter(|(_, c)| *c == '、').count();
        if passage.kind == Kind::Title || all <= MOST {
            continue;
        }
        for range in &passage.sentences {
            let sentence = &text[range.clone()];
            let commas = commas(sentence);
            // A sentence that is too long was reported for that.
            if commas > MOST && sentence.chars().count() <= super::LONGEST_SENTENCE {
                findings
                    .at(
                        passage.place(range.clone()),
                        format!("1文に「、」が{commas}個あります。"),
                    )
                    .reason("読点の多い文は、どの言葉がどこに係るのか分かりにくくなります。")
                    .fix(format!(
                        "{MOST}個までを目安に、文を分けるか、並べる言葉を箇条書きにしてください。"
                    ));
            }
        }
    }
}

/// Those within brackets part the items there, not the sentence.
fn commas(sentence: &str) -> usize {
    let (mut count, mut depth) = (0, 0usize);
    for c in sentence.chars() {
        match c {
            '（' | '「' | '『' => depth += 1,
            '）' | '」' | '』' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}
