//! `file-not-text`: bytes that are no text.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::{DecodeFault, SourceFault},
};

pub(super) const RULE: Rule = Rule {
    code: "file-not-text",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for fault in context.sources.faults() {
        let SourceFault::NotText(file, why) = fault else {
            continue;
        };
        let name = &context.sources.file(*file).name;
        let message = match why {
            DecodeFault::Utf16 => format!("「{name}」の文字コードが、UTF-16 です。"),
            DecodeFault::Unknown { line } => format!("「{name}」の{line}行目に、文字として読めない部分があります。"),
        };
        findings
            .file(name, message)
            .reason("読めるのは、UTF-8 か Shift_JIS の文字だけのファイルです。")
            .fix("メモ帳で開き、「名前を付けて保存」で文字コードを UTF-8 にして保存し直してください。ワードやエクセルのファイルは、名前だけを変えても読めません。");
    }
}
