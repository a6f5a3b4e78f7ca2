//! `dictionary-word`: a wording that the city's dictionary would have otherwise.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "dictionary-word",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let reading = context.reading();
    for (number, range, term) in &reading.terms {
        let (Some(passage), Some(expected)) = (reading.passages.get(*number), &term.expected) else {
            continue;
        };
        let written = &passage.text[range.clone()];
        let reason = term.reason.as_ref().map_or_else(String::new, |reason| {
            let stop = if reason.value.ends_with('。') { "" } else { "。" };
            format!("{}{stop}", reason.value)
        });
        findings
            .at(
                passage.place(range.clone()),
                format!("「{written}」は、市の用語では「{}」と書きます。", expected.value),
            )
            .reason(format!(
                "{reason}同じ言葉の書き方がそろっていないと、検索で見つからず、別のものと受け取られます。"
            ))
            .fix(format!("「{}」に書き換えてください。", expected.value))
            .related(expected.place, "市の用語は、ここで決めています。");
    }
}
