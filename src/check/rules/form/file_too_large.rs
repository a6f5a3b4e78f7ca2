//! `file-too-large`: a file larger than any source of a report.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::SourceFault,
};

pub(super) const RULE: Rule = Rule {
    code: "file-too-large",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for fault in context.sources.faults() {
        let SourceFault::TooLarge(file) = fault else {
            continue;
        };
        let name = &context.sources.file(*file).name;
        findings
            .file(name, format!("「{name}」が大きすぎます。"))
            .reason("1メガバイト（文章の .md は256キロバイト）を超えるファイルは、報告書の原稿ではないと見なし、読み込みません。")
            .fix("原稿でないファイルなら、フォルダーの外に移してください。表なら、要らない行と列を消してください。");
    }
}
