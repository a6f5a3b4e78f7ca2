//! `guide-left`: a guide text of the template that nobody replaced.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "guide-left",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for passage in context.reading().passages.iter().filter(|passage| passage.is_guide()) {
        let Some(start) = passage.text.find('〔') else {
            continue;
        };
        let end = passage.text[start..]
            .find('〕')
            .map_or(passage.text.len(), |end| start + end + '〕'.len_utf8());
        findings
            .at(
                passage.place(start..end),
                format!(
                    "ひな形の案内文「{}」が残っています。",
                    super::shortened(&passage.text[start..end])
                ),
            )
            .reason("案内文は書く人のための説明で、このままでは報告書に印刷されます。")
            .fix("案内文を消し、その場所に課の文章を書いてください。〔 〕は残しません。");
    }
}
