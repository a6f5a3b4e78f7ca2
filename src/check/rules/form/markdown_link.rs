//! `markdown-link`: a link that is not passed on.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{
        FaultKind,
        markdown::{LinkRefusal, MarkdownFaultKind},
    },
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-link",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::Markdown(MarkdownFaultKind::UnsafeLink { url, why }) => Some((url, *why)),
        _ => None,
    });
    for (place, (url, why)) in found {
        let reason = match why {
            LinkRefusal::Scheme => "リンク先にできるのは、ウェブページ（https）とメール（mailto）だけです。",
            LinkRefusal::Incomplete => "リンク先が途中までしか書かれていません。",
            LinkRefusal::NoPage => {
                "「[ ]( )」は、ウェブの住所や報告書のページへのリンクです。( ) の中は印刷されません。"
            }
            LinkRefusal::Characters => "リンク先に、空白や見えない文字など、住所に使えない文字があります。",
            LinkRefusal::OutsideReport => "報告書の外のファイルへは、報告書を置く場所によってつながらなくなります。",
        };
        findings
            .at(place, format!("リンク先「{url}」は使えません。"))
            .reason(reason)
            .fix("「https://」から始まる住所を、半角で最後まで書いてください。リンクでなければ、半角の「[ ]」を使わずに書きます。")
            .example("[市民意識調査](https://www.city.example.jp/chosa/)");
    }
}
