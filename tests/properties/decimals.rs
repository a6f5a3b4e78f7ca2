//! Figures against plain integer arithmetic on scaled numbers.

use ayumi::model::{Amount, AmountError, Ratio};
use proptest::prelude::*;

use super::config;

/// Within what sources can hold: fifteen digits, six of them behind the point.
fn amounts() -> impl Strategy<Value = Amount> {
    let digits = prop_oneof![
        -999_999_999_999_999i64..=999_999_999_999_999,
        -10_000i64..=10_000,
        -3i64..=3,
    ];
    (digits, 0u8..=6).prop_map(|(digits, scale)| Amount::new(digits, scale).unwrap())
}

/// In millionths.
fn millionths(amount: Amount) -> i128 {
    i128::from(amount.digits()) * 10i128.pow(6 - u32::from(amount.scale()))
}

/// `numerator / denominator` in so many parts, half away from zero, by quotient and remainder.
fn rounded(numerator: i128, denominator: i128, parts: i128) -> i128 {
    let (size, by) = (numerator.abs() * parts, denominator.abs());
    let up = i128::from(2 * (size % by) >= by);
    (size / by + up) * numerator.signum() * denominator.signum()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_written_reads_back(amount in amounts()) {
        let read = Amount::parse(&amount.to_string()).unwrap();
        prop_assert_eq!((read.digits(), read.scale()), (amount.digits(), amount.scale()));
    }

    #[test]
    fn what_is_read_is_written(text in "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?") {
        let amount = Amount::parse(&text).unwrap();
        let zero = text.trim_start_matches('-').bytes().all(|byte| byte == b'0' || byte == b'.');
        let expected = if zero { text.trim_start_matches('-') } else { text.as_str() };
        prop_assert_eq!(amount.to_string(), expected);
    }

    #[test]
    fn only_plain_decimals_are_read(text in "[-0-9.,+ e１]{0,18}") {
        let body = text.strip_prefix('-').unwrap_or(&text);
        let (whole, part) = body.split_once('.').map_or((body, None), |(whole, part)| (whole, Some(part)));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let plain = digits(whole) && part.is_none_or(digits);
        let part = part.unwrap_or("");
        let fits = whole.len() + part.len() <= 15 && part.len() <= 6;
        match Amount::parse(&text) {
            Ok(amount) => {
                prop_assert!(plain && fits, "{}", text);
                prop_assert_eq!(usize::from(amount.scale()), part.len());
            }
            Err(AmountError::Empty) => prop_assert!(body.is_empty()),
            Err(AmountError::TooLong) => prop_assert!(!fits || !plain, "{}", text),
            Err(AmountError::Character(c, at)) => {
                prop_assert!(!plain, "{}", text);
                prop_assert!(text[at..].starts_with(c));
            }
        }
    }

    #[test]
    fn order_and_difference_are_those_of_whole_numbers(a in amounts(), b in amounts()) {
        prop_assert_eq!(a.cmp(&b), millionths(a).cmp(&millionths(b)));
        prop_assert_eq!(a == b, millionths(a) == millionths(b));
        let difference = millionths(a) - millionths(b);
        // Beyond 64 bits it saturates; that is 10^12 times any figure of a city.
        let unit = 10i128.pow(6 - u32::from(a.scale().max(b.scale())));
        if i64::try_from(difference / unit).is_ok() {
            prop_assert_eq!(millionths(a.minus(b)), difference);
        }
        prop_assert_eq!(millionths(a.abs()), millionths(a).abs());
        prop_assert_eq!((a.is_zero(), a.is_negative()), (millionths(a) == 0, millionths(a) < 0));
    }

    #[test]
    fn quotients_round_half_away_from_zero(a in amounts(), b in amounts()) {
        let (n, d) = (millionths(a), millionths(b));
        let Some(ratio) = a.over(b) else {
            prop_assert_eq!(d, 0);
            return Ok(());
        };
        let fits = |value: i128| i64::try_from(value).is_ok();
        if fits(rounded(n, d, 1000)) {
            prop_assert_eq!(i128::from(ratio.percent().digits()), rounded(n, d, 1000));
            prop_assert_eq!(ratio.percent().scale(), 1);
        }
        if fits(rounded(n, d, 100)) {
            prop_assert_eq!(i128::from(ratio.factor().digits()), rounded(n, d, 100));
            prop_assert_eq!(ratio.factor().scale(), 2);
        }
        prop_assert_eq!(ratio.is_negative(), n * d.signum() < 0);
    }

    #[test]
    fn quotients_have_the_order_of_cross_products(a in -1_000i128..1_000, b in 1i128..1_000, c in -1_000i128..1_000, d in -1_000i128..1_000) {
        let one = Ratio::new(a, b).unwrap();
        let Some(two) = Ratio::new(c, d) else {
            prop_assert_eq!(d, 0);
            return Ok(());
        };
        prop_assert_eq!(one.cmp(&two), (a * d * d.signum()).cmp(&(c * d.signum() * b)));
        match one.over(two) {
            Some(by) => prop_assert_eq!(i128::from(by.factor().digits()), rounded(a * d, b * c, 100)),
            None => prop_assert_eq!(c, 0),
        }
    }

    #[test]
    fn grouping_changes_how_it_looks_and_nothing_else(amount in amounts(), decimals in 0u8..=6) {
        let shown = amount.grouped(decimals);
        let plain = shown.replace(',', "").replace('－', "-");
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let scale = if amount.scale() == 0 { 0 } else { amount.scale().max(decimals) };
        prop_assert_eq!(part.len(), usize::from(scale));
        prop_assert_eq!(millionths(Amount::parse(&plain).or_else(|_| Amount::parse(whole)).unwrap()) / 10i128.pow(6), millionths(amount) / 10i128.pow(6));
        let kept = amount.to_string();
        prop_assert!(plain.starts_with(&kept), "{} is not {}", shown, kept);
        prop_assert!(plain[kept.len()..].bytes().all(|byte| byte == b'0' || byte == b'.'));
        let grouped = shown.trim_start_matches('－');
        let mut groups = grouped.split('.').next().unwrap().split(',');
        prop_assert!((1..=3).contains(&groups.next().unwrap().len()));
        prop_assert!(groups.all(|group| group.len() == 3));
    }
}
