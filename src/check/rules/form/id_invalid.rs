//! `id-invalid`: a text that cannot be an id.

use crate::{
    check::{Context, Findings, Rule, nearest::perhaps},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "id-invalid",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::NotAnId { text, meant } => Some((text, meant.as_ref())),
        _ => None,
    });
    for (place, (text, meant)) in found {
        let hint = match meant {
            Some(meant) => perhaps(Some(meant.as_str())),
            None if text.contains(['、', '，', '　']) => {
                "いくつか並べるときは、半角の「, 」で区切ってください。".to_owned()
            }
            None => String::new(),
        };
        if text.trim().is_empty() {
            findings
                .at(place, "id が書かれていません。")
                .reason("id がないと、どれのことか分かりません。")
                .fix("id を書いてください。Excelで結合したセルの値は、CSVでは初めの行にしか残らないので、結合を解いて各行に書きます。");
            continue;
        }
        findings
            .at(place, format!("「{text}」は、id として使えません。"))
            .reason("id はページの住所とファイル名になるので、使える文字が決まっています。")
            .fix(format!(
                "半角の英小文字と数字を「-」でつないで、64文字までで書いてください。{hint}"
            ))
            .example("kikaku-seisaku");
    }
}
