//! `dictionary-test`: a term of the dictionary whose own test fails.

use std::slice;

use crate::{
    check::{
        Context, Findings, Rule,
        dictionary::{Dictionary, Term},
        effort::Effort,
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
    let Some(page) = &context.manuscript.dictionary.page else {
        return;
    };
    let common = Effort::new();
    for lines in &page.terms {
        let term = Term::new(lines, page.terms.len());
        // Nearly every term has but a few patterns.
        let many = (lines.patterns.len() > FEW).then(|| Dictionary::new(slice::from_ref(lines), page.terms.len()));
        let word = lines.expected.as_ref().map_or("", |word| word.value.as_str());
        for test in &lines.tests {
            let (Some(text), Some(expected)) = (&test.text, &test.found) else {
                continue;
            };
            let found = match &many {
                Some(dictionary) => !dictionary
                    .find(&text.value, &Letters::of(&text.value), &common)
                    .is_empty(),
                None => term.finds(&text.value, &common),
            };
            let unfinished = many.as_ref().is_some_and(|many| many.given_up().next().is_some());
            if unfinished || term.is_given_up() {
                findings
                    .at(
                        text.place,
                        format!(
                            "用語「{word}」の試し（tests）は、処理がかかりすぎるため、この文から先を確認していません。"
                        ),
                    )
                    .reason("except や followed_by がとても多いか長いと、最後まで確認できません。")
                    .fix("patterns は2文字以上の言葉にし、except と followed_by は必要なものだけにしてください。");
                break;
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
