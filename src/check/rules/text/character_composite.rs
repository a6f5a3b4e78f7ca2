//! `character-composite`: several letters in one character, which not every machine has.

use crate::{
    check::{Context, Findings, Rule, reading::OddKind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "character-composite",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (odd, more) in super::odd_by_line(context, OddKind::Composite) {
        let text = context.sources.text(odd.place);
        findings
            .at(
                odd.place,
                format!(
                    "「{text}」は、機種によって表示できない文字です{}。",
                    super::and_more(more)
                ),
            )
            .reason("複数の文字を1字にまとめた記号は、環境によって表示できず、読み上げも乱れます。")
            .fix(format!("「{}」と書き換えてください。", spelt_out(text)));
    }
}

/// With ordinary characters.
fn spelt_out(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '㎡' => "平方メートル".to_owned(),
            '㎥' => "立方メートル".to_owned(),
            '㎢' => "平方キロメートル".to_owned(),
            '℡' => "電話".to_owned(),
            '№' => "番号".to_owned(),
            '㈱' => "株式会社".to_owned(),
            '㈲' => "有限会社".to_owned(),
            '㈹' => "代表".to_owned(),
            _ => super::composed(&c.to_string()).replace('(', "（").replace(')', "）"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_ordinary_characters() {
        for (odd, plain) in [
            ("㎡", "平方メートル"),
            ("㎥", "立方メートル"),
            ("㎢", "平方キロメートル"),
            ("℡", "電話"),
            ("№", "番号"),
            ("㈱", "株式会社"),
            ("㈲", "有限会社"),
            ("㈹", "代表"),
            ("㈪", "（月）"),
            ("㌔", "キロ"),
        ] {
            assert_eq!(spelt_out(odd), plain);
        }
    }
}
