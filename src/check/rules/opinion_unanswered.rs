//! `opinion-unanswered`: an opinion that the report is to print and to which the city has not answered.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "opinion-unanswered",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let pages = context
        .manuscript
        .editions
        .iter()
        .filter_map(|edition| edition.committee.as_ref());
    for page in pages.filter(|page| page.print.is_some_and(|print| print.value)) {
        for opinion in page.opinions.iter().filter(|opinion| opinion.answer.is_none()) {
            // An answer that could not be read was told of.
            if context.faulty_within(opinion.place) {
                continue;
            }
            findings
                .at(opinion.place, "この意見には、回答が書かれていません。")
                .reason("print: true のときは、意見と回答を報告書に載せます。回答のない意見は載せられません。")
                .fix("answer に回答を書いてください。報告書に載せないときは、print を false にしてください。")
                .example("answer: |\n  ご意見のとおり、説明を加えました。");
        }
    }
}
