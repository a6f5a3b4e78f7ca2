//! `dictionary-test`: a term of the dictionary whose own test fails.

use crate::{
    check::{
        Context, Findings, Rule,
        dictionary::{Dictionary, Search, finds},
        reading::Letters,
    },
    diagnostic::Severity,
    manuscript::Expectation,
};

pub(super) const RULE: Rule = Rule {
    code: "dictionary-test",
    severity: Severity::Warning,
    run,
};

/// So many patterns are looked for one by one.
const FEW: usize = 16;

fn run(context: &Context, findings: &mut Findings) {
    let search = Search::new();
    for term in context.manuscript.dictionary.page.iter().flat_map(|page| &page.terms) {
        // Nearly every term has but a few patterns.
        let many = (term.patterns.len() > FEW).then(|| Dictionary::new([term]));
        for test in &term.tests {
            let (Some(text), Some(expected)) = (&test.text, &test.found) else {
                continue;
            };
            let found = match &many {
                Some(dictionary) => !dictionary
                    .find(&text.value, &Letters::of(&text.value), &search)
                    .is_empty(),
                None => finds(term, &text.value, &search),
            };
            let word = term.expected.as_ref().map_or("", |word| word.value.as_str());
            if search.given_up().is_some() {
                findings
                    .at(
                        text.place,
                        format!(
                            "用語「{word}」の試しに手間がかかりすぎるため、ここから先の試し（tests）を調べていません。"
                        ),
                    )
                    .reason("except と followed_by がとても多いか、とても長いと、試しを調べ終えられません。")
                    .fix("except と followed_by を、要るものだけにしてください。");
                return;
            }
            let (message, fix) = match (expected.value, found) {
                (Expectation::Found, false) => (
                    "見つかるはずの書き方が、見つかりません。",
                    "patterns に書き方を加えるか、except と followed_by を見直してください。",
                ),
                (Expectation::Silent, true) => (
                    "正しい書き方が、誤りとして見つかります。",
                    "except に、この文の正しい言葉を加えてください。",
                ),
                _ => continue,
            };
            findings
                .at(
                    text.place,
                    format!("用語「{word}」の試し「{}」で、{message}", super::shortened(&text.value)),
                )
                .reason("用語の決め方が誤っていると、正しい文を誤りと知らせたり、誤りを見落としたりします。")
                .fix(format!("{fix}試しの文が違うときは、found を直してください。"));
        }
    }
}
