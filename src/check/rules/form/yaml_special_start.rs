//! `yaml-special-start`: a value that begins with a sign of YAML's own.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-special-start",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::Yaml(ProblemKind::SpecialStart(sign)) => Some(*sign),
        _ => None,
    });
    for (place, sign) in found {
        let written = context.sources.text(place);
        let finding = findings.at(place, format!("値が、半角の記号「{sign}」で始まっています。"));
        match sign {
            '-' if written == "-" => finding
                .reason("半角の「-」は一覧の始まりと見なされ、値になりません。")
                .fix("進捗状況の「－」は、全角で書いてください。何も書かないときは、項目ごと消します。")
                .example("rating: －"),
            '"' | '\'' => finding
                .reason("引用符が値の途中で閉じ、残りの文字が読めません。")
                .fix("かぎ括弧「」に直すか、値の全体を引用符で囲んでください。")
                .example("name: 「若者」応援計画"),
            _ => finding
                .reason("この記号で始まる値は、YAML の命令と見なされます。")
                .fix("値の全体を、半角の引用符で囲んでください。")
                .example(format!("\"{}\"", written.replace('"', "'"))),
        };
    }
}
