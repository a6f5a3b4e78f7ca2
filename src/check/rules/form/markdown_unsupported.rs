//! `markdown-unsupported`: Markdown that a report has no place for.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{
        FaultKind,
        markdown::{Construct, MarkdownFaultKind},
    },
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-unsupported",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::Markdown(MarkdownFaultKind::Unsupported(construct)) => Some(*construct),
        _ => None,
    });
    for (place, construct) in found {
        let (what, fix) = match construct {
            Construct::Image => ("画像", "画像の内容を文章で書いてください。"),
            Construct::FencedCode => ("「```」や「~~~」の囲み", "囲みの行を消し、ふつうの文にしてください。"),
            Construct::IndentedCode => ("行頭の四つ以上の空白", "行頭の空白を消してください。"),
            Construct::Table => ("「|」で書いた表", "文章か「- 」の一覧に直してください。"),
            Construct::Tab => (
                "タブで区切った表",
                "表は文章か「- 」の一覧に直してください。表でなければ、タブを消してください。",
            ),
            Construct::Quote => ("「>」の引用", "行頭の「>」を消してください。"),
            Construct::Rule => ("横線の「---」", "横線の行を消してください。"),
            Construct::Underline => (
                "文のすぐ下の「---」や「===」、「-」だけの行",
                "その行を消してください。一覧の続きであれば、「- 」の後に書きます。見出しは、行頭の「#」で書きます。",
            ),
            Construct::Footnote => ("脚注", "注の内容を、本文に書いてください。"),
            Construct::TaskList => ("「[ ]」のチェック欄", "「[ ]」や「[x]」を消してください。"),
            Construct::LinkDefinition => ("「[名前]: 住所」の行", "文の中に「[文字](住所)」の形で書いてください。"),
            Construct::LinkTitle => ("リンクの題名", "住所の後の、引用符で囲んだ題名を消してください。"),
            Construct::HeadingInList => ("一覧の中の見出し", "「#」を消してください。"),
        };
        findings
            .at(place, format!("{what}は、報告書の文章では使えません。"))
            .reason("そのままでは報告書に載らないか、形が崩れます。")
            .fix(fix);
    }
}
