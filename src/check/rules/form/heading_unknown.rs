//! `heading-unknown`: a heading in a department's file that opens nothing.

use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{nearest, perhaps},
    },
    diagnostic::Severity,
    manuscript::FaultKind,
    model::{Field, MeasureCode},
};

pub(super) const RULE: Rule = Rule {
    code: "heading-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::HeadingUnknown { text, level, meant } => Some((text, *level, meant.as_deref())),
        _ => None,
    });
    for (place, (text, level, meant)) in found {
        let fix = match meant {
            Some(meant) => format!("見出しを「{meant}」に直してください。"),
            None if level == 3 => {
                let known = Field::ALL.map(Field::label);
                format!(
                    "{}### の見出しに使えるのは {} です。",
                    perhaps(nearest(text, known)),
                    known.join("、")
                )
            }
            None if level == 2 => match measure_named(context, text) {
                Some(code) => format!("施策の名称ではなく番号で、「## {code}」と書いてください。"),
                None => "## の見出しには、施策の番号だけを書いてください。番号は、基本目標、基本的方向、施策の順です。"
                    .to_owned(),
            },
            None => "見出しは、施策の番号の「## 」と、四つの項目の「### 」だけにしてください。".to_owned(),
        };
        let text = format!("{} {text}", "#".repeat(usize::from(level)));
        let message = match meant {
            Some(_) => format!("見出し「{text}」の書き方が、決まりと違います。"),
            None => format!("見出し「{text}」は、決められた見出しではありません。"),
        };
        findings
            .at(place, message)
            .reason("見出しで、どの施策のどの項目の文章かを見分けます。")
            .fix(fix)
            .example("## 1-1-1\n\n### 主な取組と成果");
    }
}

/// The measure whose name the heading gives instead of its number.
fn measure_named(context: &Context, text: &str) -> Option<MeasureCode> {
    let named = |name: &str| nearest(text, [name]).is_some();
    let mut measures = context.index.measures.iter();
    let found = measures.find(|(_, measure)| measure.name.as_ref().is_some_and(|name| named(&name.value)));
    found.map(|(code, _)| *code)
}
