//! `value-form`: a text that is not of its special form.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, Form},
    model::MunicipalityCode,
};

pub(super) const RULE: Rule = Rule {
    code: "value-form",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::NotOfForm { text, form } => Some((text.as_str(), *form)),
        _ => None,
    });
    for (place, (text, form)) in found {
        let (message, reason, fix, example) = match form {
            Form::MunicipalityCode => (
                format!("「{text}」は、地方公共団体コードではありません。"),
                "コードは、公開するデータがどの市のものかを示します。",
                code_fix(text),
                "code: \"152056\"",
            ),
            Form::BaseUrl => (
                format!("「{text}」は、ウェブの住所（URL）として使えません。"),
                "報告書からのリンクが、つながらなくなります。",
                "「https://」から始めて、半角で書いてください。".to_owned(),
                "https://www.city.example.jp/report",
            ),
            Form::Decimals => (
                format!("小数点以下のけた数「{text}」を読み取れません。"),
                "表とグラフの数値を、何けたで示すかを決める項目です。",
                "0から6までの半角の整数で書いてください。".to_owned(),
                "decimals: 1",
            ),
            Form::Lag => (
                format!("統計の遅れ「{text}」を読み取れません。"),
                "実績の年度より何年前の値を使うかを決める項目です。",
                "0から9までの半角の整数で書いてください。".to_owned(),
                "lag: 1",
            ),
            Form::Former => (
                format!("former が{text}個あります。"),
                "50個までです。",
                "前の年の報告書に載る内容だけを残してください。".to_owned(),
                "former:\n  - { until: 2022, name: 元気発信課 }",
            ),
            Form::Line => (
                format!("{text}字あり、長すぎます。"),
                "名称や理由など、1行で書く項目は、1000字までです。",
                "短くしてください。長い説明は、本文に書けます。".to_owned(),
                "name: 創業支援事業",
            ),
            Form::List => (
                format!("{text}件あり、多すぎます。"),
                "一つの一覧は、5000件までです。",
                "誤って重ねて登録したものがないか確かめ、使わないものを消してください。".to_owned(),
                "patterns: [更に]",
            ),
            Form::Blocks => (
                format!("段落や見出しが{text}個あり、多すぎます。"),
                "一つの文章は、5000個までです。これより後は、読み込みません。",
                "誤って重ねて貼り付けたものがないか確かめてください。".to_owned(),
                "相談会を12回開きました。",
            ),
            Form::Lists => (
                "このファイルの一覧は、合わせて2万件を超えています。".to_owned(),
                "これより後の一覧は、読み込みません。",
                "誤って重ねて登録したものがないか確かめ、使わないものを消してください。".to_owned(),
                "patterns: [更に]",
            ),
            Form::Editions => (
                format!("年度のフォルダーが{text}個あります。"),
                "報告書にするのは、新しい50年度分までです。",
                "古い年度のフォルダーを、reports の外に移してください。".to_owned(),
                "reports/2021",
            ),
            Form::Unit => (
                format!("「{text}」は、一つの単位として読めません。"),
                "KPIに使う単位を、一つずつ並べる項目です。",
                "いくつか並べるときは、半角の「, 」で区切ってください。".to_owned(),
                "units: [人, 件, \"%\"]",
            ),
        };
        findings.at(place, message).reason(reason).fix(fix).example(example);
    }
}

fn code_fix(text: &str) -> String {
    let digits = text.chars().all(|c| c.is_ascii_digit());
    match text.chars().count() {
        5 if digits => {
            let mut whole = (0..10).map(|check| format!("{text}{check}"));
            let whole = whole.find(|code| MunicipalityCode::parse(code).is_some());
            whole.map_or_else(String::new, |code| {
                format!("末尾の検査数字を加えた6けたで書いてください。「{code}」ではありませんか。")
            })
        }
        6 if digits => "末尾の検査数字が、前の5けたと合いません。6けたの数字を確かめてください。".to_owned(),
        _ => "総務省の定める6けたの数字を、半角で書き、引用符で囲んでください。".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_lists_have_their_bounds() {
        let said = |term: &str| -> Vec<String> {
            let text = format!("terms:\n  - {{ expected: 更に, patterns: [{term}] }}\n");
            let sources = crate::source::Sources::from_files([("dictionary.yaml", text)]);
            let found = crate::check::check(&sources, &crate::manuscript::read(&sources)).diagnostics;
            let found = found.into_iter().filter(|found| found.code == RULE.code);
            found.map(|found| found.message).collect()
        };
        assert_eq!(said(&"あ".repeat(1000)), [""; 0]);
        assert_eq!(said(&"あ".repeat(1001)), ["1001字あり、長すぎます。"]);
        assert_eq!(said(&vec!["あ"; 5000].join(", ")), [""; 0]);
        assert_eq!(said(&vec!["あ"; 5001].join(", ")), ["5001件あり、多すぎます。"]);
    }

    #[test]
    fn all_lists_of_a_file_have_their_bound() {
        let said = |terms: usize| -> Vec<String> {
            let term = format!("  - {{ expected: 更に, patterns: [{}] }}\n", vec!["あ"; 99].join(", "));
            let sources =
                crate::source::Sources::from_files([("dictionary.yaml", format!("terms:\n{}", term.repeat(terms)))]);
            let found = crate::check::check(&sources, &crate::manuscript::read(&sources)).diagnostics;
            let found = found.into_iter().filter(|found| found.code == RULE.code);
            found.map(|found| found.message).collect()
        };
        assert_eq!(said(200), [""; 0]);
        assert_eq!(said(210), ["このファイルの一覧は、合わせて2万件を超えています。"]);
    }

    #[test]
    fn texts_have_their_bound() {
        let said = |paragraphs: usize| -> Vec<String> {
            let chapter = "文です。\n\n".repeat(paragraphs);
            let files = [
                ("reports/2021/chapters/management.md", chapter.clone()),
                (
                    "reports/2021/departments/kikaku.md",
                    format!("## 1-1-1\n\n### 課題\n\n{chapter}"),
                ),
            ];
            let sources = crate::source::Sources::from_files(files);
            let manuscript = crate::manuscript::read(&sources);
            let of_form = manuscript.faults.iter().filter_map(|fault| match &fault.kind {
                FaultKind::NotOfForm {
                    text,
                    form: Form::Blocks,
                } => Some(text.clone()),
                _ => None,
            });
            of_form.collect()
        };
        assert_eq!(said(4998), [""; 0]);
        assert_eq!(said(5001), ["5001", "5003"]);
    }

    #[test]
    fn the_newest_years_are_read() {
        let read = |years: std::ops::RangeInclusive<u16>| {
            let files = years.map(|year| (format!("reports/{year}/report.yaml"), String::new()));
            let sources = crate::source::Sources::from_files(files);
            let manuscript = crate::manuscript::read(&sources);
            let of_form = |kind: &FaultKind| {
                matches!(
                    kind,
                    FaultKind::NotOfForm {
                        form: Form::Editions,
                        ..
                    }
                )
            };
            let told: Vec<String> = manuscript
                .faults
                .iter()
                .filter(|fault| of_form(&fault.kind))
                .map(|fault| sources.file(fault.place.file).name.clone())
                .collect();
            let years = manuscript.editions.iter().map(|edition| edition.year);
            (years.min(), manuscript.editions.len(), told)
        };
        assert_eq!(read(1971..=2020), (Some(1971), 50, vec![]));
        let last = "reports/1970/report.yaml".to_owned();
        assert_eq!(read(1968..=2020), (Some(1971), 50, vec![last]));
    }

    #[test]
    fn what_is_said_of_a_code() {
        assert!(code_fix("15205").contains("「152056」"));
        assert!(code_fix("152055").contains("前の5けたと合いません"));
        for other in ["1520a", "15205a", "1520", "1520561", "柏崎市の番"] {
            assert!(code_fix(other).contains("総務省の定める"), "{other}");
        }
    }
}
