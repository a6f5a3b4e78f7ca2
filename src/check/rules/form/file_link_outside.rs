//! `file-link-outside`: a link that leads out of the folder.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::SourceFault,
};

pub(super) const RULE: Rule = Rule {
    code: "file-link-outside",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for fault in context.sources.faults() {
        let SourceFault::LinkOutside(file) = fault else {
            continue;
        };
        let name = &context.sources.file(*file).name;
        findings
            .file(name, format!("「{name}」は、フォルダーの外のファイルへのリンクです。"))
            .reason("外のファイルに頼ると、フォルダーを渡した相手が同じ報告書を作れません。")
            .fix("リンクを消し、ファイルそのものを置いてください。");
    }
}
