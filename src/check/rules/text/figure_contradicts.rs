//! `figure-contradicts`: a figure typed beside a KPI's name that is none of the KPI's figures.

use std::ops::Range;

use crate::{
    check::{Context, Findings, Rule, era_text, maps::HashMap, reading::Patterns},
    diagnostic::Severity,
    manuscript::KpiLines,
    model::{Amount, Id},
};

pub(super) const RULE: Rule = Rule {
    code: "figure-contradicts",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let kpis = context.manuscript.kpis.page.iter().flatten();
    let named = kpis.flat_map(|kpi| kpi.names().map(move |name| (kpi, name.value.as_str())));
    // What several KPIs are called says nothing of one of them.
    let mut spellings: HashMap<&str, Option<&KpiLines>> = HashMap::default();
    for (kpi, name) in named {
        for spelling in [name, without_remark(name)] {
            if spelling.chars().count() < SHORTEST_NAME {
                continue;
            }
            let entry = spellings.entry(spelling).or_insert(Some(kpi));
            if entry.is_some_and(|first| first.place != kpi.place) {
                *entry = None;
            }
        }
    }
    let patterns = Patterns::new(spellings.into_iter().filter_map(|(name, kpi)| Some((name, kpi?))));
    for (passage, text) in super::prose(context) {
        if !passage.signs.have_digit() {
            continue;
        }
        for (hit, kpi) in patterns.find_apart(text, &passage.letters, |_, _| true) {
            let Some(id) = kpi.id.as_ref().map(|id| &id.value) else {
                continue;
            };
            let unit = kpi.unit.as_ref().map(|unit| unit.value.as_str());
            let decimals = kpi.decimals.as_ref().map_or(0, |decimals| decimals.value);
            let Some((range, amount)) = figure(text, hit.end, unit, decimals) else {
                continue;
            };
            if !is_told_of(context, id, &text[hit.end..range.start]) {
                continue;
            }
            let own = figures(context, kpi, id, passage.year);
            if own.is_empty() || own.iter().any(|known| *known == amount || known.abs() == amount.abs()) {
                continue;
            }
            let name = &text[hit];
            findings
                .at(
                    passage.place(range.clone()),
                    format!("KPI「{name}」の値が「{}」と書かれていますが、登録された値のどれとも違います。", &text[range]),
                )
                .reason("表や図の値と文章の値が食い違うと、どちらが正しいか、読む人には分かりません。")
                .fix(format!(
                    "数字を確かめてください。実績値なら、数字の代わりに {{kpi:{id}.actual}} と書くと、表と同じ値が入ります。"
                ))
                .kpi(id);
        }
    }
}

const SHORTEST_NAME: usize = 5;

/// 「特許保有件数（総数）」 is called 「特許保有件数」 in a sentence.
fn without_remark(name: &str) -> &str {
    match name.strip_suffix('）').and_then(|inner| inner.rfind('（')) {
        Some(open) if open > 0 => &name[..open],
        _ => name,
    }
}

/// The KPI's values, its target as the edition has it, and the differences between any two of them.
fn figures(context: &Context, kpi: &KpiLines, id: &Id, edition: Option<u16>) -> Vec<Amount> {
    let values = context.kpi_values(id).into_iter();
    let mut values: Vec<Amount> = values.map(|(_, value)| value.value).collect();
    let target = edition.map_or(kpi.target.as_ref(), |edition| kpi.target_in(edition));
    let target = target.and_then(|target| target.value.as_ref());
    values.extend(target.and_then(|value| Amount::parse(&value.value).ok()));
    let differences: Vec<Amount> = values
        .iter()
        .enumerate()
        .flat_map(|(at, a)| values[at + 1..].iter().map(move |b| a.minus(*b)))
        .collect();
    values.extend(differences);
    values
}

/// Whether the years named between a name and a figure are years that have a row: of another year nothing is known. The last
/// months of a fiscal year belong to the calendar year after it.
fn is_told_of(context: &Context, id: &Id, between: &str) -> bool {
    let has_row = |year: u16| {
        context
            .kpi_rows(id)
            .any(|row| row.year.value == year || row.year.value + 1 == year)
    };
    era_text::find(between)
        .iter()
        .filter_map(era_text::Mention::year)
        .all(has_row)
}

/// The figure with the unit that stands right behind a name, if nothing stands between that could change its meaning.
fn figure(text: &str, from: usize, unit: Option<&str>, decimals: u8) -> Option<(Range<usize>, Amount)> {
    // Years and dates between name and figure are passed over, other words are not.
    const BETWEEN: [&str; 30] = [
        "（総数）",
        "（累計）",
        "（年度延べ件数）",
        "（年度延べ人数）",
        "は",
        "が",
        "も",
        "、",
        "の",
        "実績値",
        "実績",
        "目標値",
        "当初",
        "前年度",
        "令和",
        "平成",
        "年度末",
        "年度",
        "年",
        "月",
        "日",
        "現在",
        "時点",
        "末",
        "で",
        "に",
        "（",
        "）",
        "元",
        "今",
    ];
    let day = |c: char| c.is_ascii_digit() || matches!(c, '末' | '現' | '時');
    let mut at = from;
    let end = text[from..]
        .char_indices()
        .nth(40)
        .map_or(text.len(), |(end, _)| from + end);
    while at < end {
        let rest = &text[at..];
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            let len = rest
                .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
                .unwrap_or(rest.len());
            let digits = rest[..len].trim_end_matches(['.', ',']);
            let after = &rest[digits.len()..];
            let behind = match unit {
                Some("%") => after.strip_prefix('%').or_else(|| after.strip_prefix('％')),
                Some(unit) => after.strip_prefix(unit),
                // A bare ratio shows its decimals.
                None => (decimals > 0 && digits.contains('.')).then_some(after),
            };
            match behind {
                Some(behind) if settles(behind) => {
                    let amount = Amount::parse(&digits.replace(',', "")).ok()?;
                    return Some((at..at + rest.len() - behind.len(), amount));
                }
                Some(_) => return None,
                // 「3月末現在」 is a day; 「3月が」 is a part of a year.
                None if after.starts_with('月') && !after['月'.len_utf8()..].starts_with(day) => return None,
                None if after.starts_with(['年', '月', '日', '（', '）', '/']) => at += digits.len(),
                None => return None,
            }
        } else {
            at += BETWEEN.iter().find(|word| rest.starts_with(**word))?.len();
        }
    }
    None
}

/// Nothing follows that makes the figure a part, a change or a rough one.
fn settles(behind: &str) -> bool {
    const ENDS: [&str; 9] = ["で", "と", "に", "、", "。", "となり", "でし", "です", "（"];
    const OTHER: [&str; 4] = ["ずつ", "台", "弱", "程"];
    (behind.is_empty() || ENDS.iter().any(|end| behind.starts_with(end)))
        && !OTHER.iter().any(|end| behind.starts_with(end))
        && !["に増", "に減", "に上", "に下"]
            .iter()
            .any(|verb| behind.starts_with(verb) && behind.contains("から"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_right_behind_a_name() {
        let read = |text: &'static str, unit| figure(text, 0, unit, 1).map(|(range, _)| &text[range]);
        assert_eq!(read("は150件でした。", Some("件")), Some("150件"));
        assert_eq!(
            read("は、令和2（2020）年度末で1,150件です。", Some("件")),
            Some("1,150件")
        );
        assert_eq!(read("は、39.5％となりました。", Some("%")), Some("39.5％"));
        assert_eq!(read("は1.51でした。", None), Some("1.51"));
        assert_eq!(read("は、約150件でした。", Some("件")), None);
        assert_eq!(read("は150件を超えました。", Some("件")), None);
        assert_eq!(read("は150件増えました。", Some("件")), None);
        assert_eq!(read("は、7月が20件、8月が30件でした。", Some("件")), None);
        assert_eq!(read("は、令和3年3月末現在で20件です。", Some("件")), Some("20件"));
        assert_eq!(read("は、3月31日で20件です。", Some("件")), Some("20件"));
        assert_eq!(read("のうち150件が該当します。", Some("件")), None);
        assert_eq!(read("は3年ぶりに増えました。", Some("件")), None);
        assert_eq!(read("は、20人で150件です。", Some("件")), None);
        assert_eq!(read("の向上に取り組みました。相談は20件です。", Some("件")), None);
        assert_eq!(read("は150でした。", None), None);
        assert_eq!(read("は20組で1.5です。", None), None);
        // Up to 40 characters are passed over, and no more.
        let behind =
            |years: usize| -> &'static str { format!("は{}150件です。", "令和2年、".repeat(years)).leak() };
        assert_eq!(read(behind(7), Some("件")), Some("150件"));
        assert_eq!(read(behind(8), Some("件")), None);
        assert_eq!(
            figure("柏崎は150件です。", "柏崎".len(), Some("件"), 0).map(|(range, _)| range.start),
            Some(9)
        );
    }

    #[test]
    fn a_remark_is_left_out_of_a_name() {
        assert_eq!(without_remark("特許保有件数（総数）"), "特許保有件数");
        assert_eq!(without_remark("特許保有件数"), "特許保有件数");
        assert_eq!(without_remark("（総数）"), "（総数）");
    }
}
