//! `file-too-many`: more files, or more in them, than any report has.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::SourceFault,
};

pub(super) const RULE: Rule = Rule {
    code: "file-too-many",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for fault in context.sources.faults() {
        let message = match fault {
            SourceFault::TooMany(most) => format!("フォルダーの中のファイルが、{most}個を超えています。"),
            SourceFault::TooMuch(most) => {
                format!(
                    "フォルダーの中のファイルが、合わせて{}メガバイトを超えています。",
                    most >> 20
                )
            }
            _ => continue,
        };
        findings
            .file(".", message)
            .reason("報告書の原稿ではないフォルダーを指定したと見なし、どのファイルも読み込みません。")
            .fix("city.yaml のあるフォルダーを指定してください。原稿でないファイルは、外に移してください。");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_or_too_large() {
        for (fault, said) in [
            (SourceFault::TooMany(5_000), "5000個を超えています"),
            (SourceFault::TooMuch(16 << 20), "合わせて16メガバイト"),
        ] {
            let mut sources = crate::source::Sources::default();
            sources.note(fault);
            let found = crate::check::check(&sources, &crate::manuscript::read(&sources)).diagnostics;
            assert!(
                found
                    .iter()
                    .any(|found| found.code == RULE.code && found.message.contains(said)),
                "{said}"
            );
        }
    }
}
