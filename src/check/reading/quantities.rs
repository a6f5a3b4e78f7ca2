//! Counts as they stand in running text: `1,729名`, `7.5トン`, `59.5%`.

use std::ops::Range;

use crate::model::Amount;

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quantity<'t> {
    /// From the first digit to the unit's end.
    pub(crate) range: Range<usize>,
    /// How many.
    pub(crate) amount: Amount,
    /// Of what.
    pub(crate) unit: &'t str,
}

/// What things are counted in. Years, days and ages are no counts.
const UNITS: [&str; 44] = [
    "人",
    "名",
    "組",
    "世帯",
    "件",
    "社",
    "店舗",
    "店",
    "校",
    "園",
    "戸",
    "棟",
    "台",
    "団体",
    "か所",
    "箇所",
    "回",
    "施設",
    "区画",
    "地区",
    "事業所",
    "点",
    "本",
    "冊",
    "枚",
    "頭",
    "隻",
    "泊",
    "席",
    "票",
    "区",
    "万人",
    "万円",
    "千円",
    "億円",
    "円",
    "トン",
    "ヘクタール",
    "キロ",
    "%",
    "％",
    "ポイント",
    "万件",
    "品目",
];

/// Every quantity of a text, in order.
pub(crate) fn quantities(text: &str) -> Vec<Quantity<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].bytes().position(|byte| byte.is_ascii_digit()) {
        let start = at + next;
        let rest = &text[start..];
        let len = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
            .unwrap_or(rest.len());
        let digits = rest[..len].trim_end_matches([',', '.']);
        at = start + len;
        let joined = |c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '第' | '－' | '/');
        if text[..start].chars().next_back().is_some_and(joined) {
            continue;
        }
        let behind = &text[start + digits.len()..];
        let unit = UNITS
            .iter()
            .filter(|unit| behind.starts_with(**unit))
            .max_by_key(|unit| unit.len());
        if let Some(unit) = unit
            && let Ok(amount) = Amount::parse(&digits.replace(',', ""))
            && !behind[unit.len()..].starts_with(['目', '分', '当', '前', '以'])
        {
            let end = start + digits.len() + unit.len();
            found.push(Quantity {
                range: start..end,
                amount,
                unit: &text[start + digits.len()..end],
            });
            at = end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::quantities;

    #[test]
    fn numbers_with_their_units() {
        let read = |text: &str| {
            let found = quantities(text).into_iter();
            found.map(|q| format!("{}{}", q.amount, q.unit)).collect::<Vec<_>>()
        };
        assert_eq!(read("3か月で1,729名が利用しました。"), ["1729名"]);
        assert_eq!(read("7.5トンと59.5%"), ["7.5トン", "59.5%"]);
        assert_eq!(read("令和2（2020）年度の第4期生、1人目、3店舗"), ["3店舗"]);
        assert_eq!(read("5人以上、3件分"), Vec::<String>::new());
        assert_eq!(read("第3店舗、A3店舗、-3店舗"), Vec::<String>::new());
    }
}
