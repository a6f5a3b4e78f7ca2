//! `number-invalid`: a figure that is no plain decimal.

use unicode_normalization::UnicodeNormalization;

use crate::{
    check::{Context, Findings, Rule, nearest::is_dash},
    diagnostic::Severity,
    manuscript::FaultKind,
    model::{Amount, AmountError},
};

pub(super) const RULE: Rule = Rule {
    code: "number-invalid",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::NotANumber { text, error } => Some((text.as_str(), *error)),
        _ => None,
    });
    for (place, (text, error)) in found {
        let (message, fix) = words(text, error);
        findings
            .at(place, message)
            .reason("数値は、表、グラフ、計算のすべてに使います。")
            .fix(match plain(text) {
                Some(number) => format!("{fix}「{number}」ではありませんか。"),
                None => fix.to_owned(),
            });
    }
}

/// What is wrong and the way out, by the first sign that does not belong.
fn words(text: &str, error: AmountError) -> (String, &'static str) {
    let sign = match error {
        AmountError::Empty => {
            return ("数値が書かれていません。".to_owned(), "半角の数字で書いてください。");
        }
        AmountError::TooLong => {
            return (
                format!("数値「{text}」は、けたが多すぎます。"),
                "全体で15けた、小数点以下は6けたまでにしてください。",
            );
        }
        AmountError::Character(sign, _) => sign,
    };
    if text.chars().all(is_dash) {
        return (
            format!("値のないことが、「{text}」で書かれています。"),
            "値がまだないときは空欄のままにし、status に「未確定」と書いてください（値のない年は「なし」）。",
        );
    }
    match sign {
        ',' | '，' | '、' => (
            format!("数値「{text}」に、桁区切りがあります。"),
            "桁区切りは自動で付くので、数字だけにしてください。",
        ),
        '０'..='９' | '．' => (
            format!("数値「{text}」に、全角の文字があります。"),
            "半角の数字に直してください。",
        ),
        '－' | '−' | '▲' | '△' | '‐' | '–' => (
            format!("数値「{text}」の負の符号が、半角ではありません。"),
            "負の数は、半角の「-」で始めてください。",
        ),
        ' ' | '\u{3000}' => (
            format!("数値「{text}」の途中に、空白があります。"),
            "空白を消してください。",
        ),
        '.' => (
            format!("数値「{text}」の小数点の位置が、正しくありません。"),
            "「0.5」のように、小数点の前後に数字を書いてください。",
        ),
        _ => (
            format!("数値「{text}」に、数字でない文字「{sign}」があります。"),
            "単位は kpis.yaml から自動で付くので、数字だけにしてください。",
        ),
    }
}

/// The number that was probably meant: the text without all that people add to one.
fn plain(text: &str) -> Option<String> {
    let folded: String = text
        .nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '、'))
        .map(|c| if "−▲△‐–".contains(c) { '-' } else { c })
        .collect();
    let length = folded
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-')
        .len();
    let (number, rest) = folded.split_at(folded.len() - length);
    let meant = !rest.chars().any(|c| c.is_ascii_digit()) && Amount::parse(number).is_ok();
    meant.then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_is_no_negative_number() {
        for text in ["－", "−", "―", "ー", "--"] {
            let (message, fix) = words(text, Amount::parse(text).unwrap_err());
            assert!(
                message.contains("値のないこと") && fix.contains("未確定"),
                "{text}: {message}"
            );
        }
        assert!(words("－3", Amount::parse("－3").unwrap_err()).0.contains("負の符号"));
    }

    #[test]
    fn what_was_meant() {
        for (text, number) in [
            ("10,800", "10800"),
            ("１５３件", "153"),
            ("▲3.5%", "-3.5"),
            ("1 200", "1200"),
        ] {
            assert_eq!(plain(text).as_deref(), Some(number), "{text}");
        }
        for text in ["約3から5", "件", "1.2.3", "12年34月"] {
            assert_eq!(plain(text), None, "{text}");
        }
    }
}
