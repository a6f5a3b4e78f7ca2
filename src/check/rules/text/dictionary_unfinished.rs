//! `dictionary-unfinished`: the dictionary of wording takes so long to look for that not all texts were compared with it.

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
    let Some(term) = context.reading().endless_term else {
        return;
    };
    let word = term.expected.as_ref().map_or("", |word| word.value.as_str());
    findings
        .at(
            term.place,
            format!("用語「{word}」を調べる手間がかかりすぎるため、市の用語との照らし合わせを途中でやめました。"),
        )
        .reason("まだ照らし合わせていない文章に、市の用語と違う書き方が残っているかもしれません。")
        .fix(
            "patterns を、もっと長い言葉にしてください。except と followed_by は要るものだけにし、\
             patterns が同じ用語は一つにまとめてください。",
        );
}
