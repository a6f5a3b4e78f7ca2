//! `heading-unknown`: a heading in a department's file that opens nothing.

use std::cell::LazyCell;

use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{Known, nearest, perhaps},
    },
    diagnostic::Severity,
    manuscript::{FaultKind, MeasureLines},
    model::Field,
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
    let measures = &context.index.measures;
    let names = || measures.iter().filter_map(|(_, measure)| measure.name.as_ref());
    let known = LazyCell::new(|| Known::new(names().map(|name| name.value.as_str())));
    let named = |text: &str| {
        let name = known.nearest(text)?;
        let is_called = |measure: &MeasureLines| measure.name.as_ref().is_some_and(|known| known.value == name);
        measures.iter().find(|(_, measure)| is_called(measure))
    };
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
            None if level == 2 => match named(text) {
                Some((code, _)) => format!("施策の名称ではなく番号で、「## {code}」と書いてください。"),
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
