//! `dictionary-unfinished`: a term of the dictionary that is too much to look for, so that not all texts were compared with it.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "dictionary-unfinished",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for term in &context.reading().given_up {
        let word = term.expected.as_ref().map_or("", |word| word.value.as_str());
        findings
            .at(
                term.place,
                format!("用語「{word}」の照合に処理がかかりすぎるため、途中で打ち切りました。"),
            )
            .reason("まだ照合していない文章に、この用語と違う書き方が残っているかもしれません。")
            .fix(
                "patterns は2文字以上の言葉にし、except と followed_by は必要なものだけにしてください。\
                 patterns が同じ用語は、一つにまとめてください。",
            );
    }
}
