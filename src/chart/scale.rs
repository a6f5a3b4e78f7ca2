//! From amounts to a linear scale, and the few round figures beside it. Only numbers may enter.

use crate::model::Amount;

/// A linear scale that contains zero and is never empty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// Zero or below.
    pub low: f64,
    /// Zero or above.
    pub high: f64,
}

/// A round figure on a scale.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    /// Where it stands.
    pub value: f64,
    /// As it is printed, with thousands separators.
    pub text: String,
}

/// The steps between ticks: these, times a power of ten.
const MANTISSAS: [i64; 3] = [1, 2, 5];
/// Digits after the point that an [`Amount`] can carry.
const MOST_DECIMALS: u32 = 6;
/// Digits before the point.
const MOST_DIGITS: u32 = 15;

impl Scale {
    /// The smallest scale that holds zero and all amounts; bars are honest only from zero.
    pub(super) fn holding(amounts: impl IntoIterator<Item = Amount>) -> Self {
        let mut scale = Self { low: 0.0, high: 0.0 };
        for value in amounts.into_iter().map(Amount::to_f64) {
            scale.low = scale.low.min(value);
            scale.high = scale.high.max(value);
        }
        if scale.low == scale.high {
            // Nothing but zeros, or nothing at all: any height will do for the zero line to stand on.
            scale.high = 1.0;
        }
        scale
    }

    /// At most five round figures within the scale, zero among them; three at least where all bars point one way.
    pub(super) fn ticks(self) -> Vec<Tick> {
        let Some((mantissa, exponent)) = self.step() else {
            return Vec::new();
        };
        let (digits, scale) = match u32::try_from(exponent) {
            Ok(zeros) => (mantissa * 10i64.pow(zeros), 0),
            Err(_) => (mantissa, exponent.unsigned_abs() as u8),
        };
        let Some(step) = Amount::new(digits, scale) else {
            return Vec::new();
        };
        // A hair's breadth of tolerance: 0.3 / 0.1 is 2.9999999999999996 in binary.
        let first = (self.low / step.to_f64() - 1e-9).ceil() as i64;
        let last = (self.high / step.to_f64() + 1e-9).floor() as i64;
        (first..=last)
            .filter_map(|n| Amount::new(n * digits, scale))
            .map(|amount| Tick {
                value: amount.to_f64(),
                text: name(amount),
            })
            .collect()
    }

    /// The smallest round step that goes less than five times into the scale, as mantissa and power of ten.
    fn step(self) -> Option<(i64, i32)> {
        let decimals = (1..=MOST_DECIMALS)
            .rev()
            .map(|n| (-(n as i32), 1.0 / 10f64.powi(n as i32)));
        let whole = (0..MOST_DIGITS).map(|n| (n as i32, 10i64.pow(n) as f64));
        decimals
            .chain(whole)
            .flat_map(|(exponent, power)| MANTISSAS.map(|mantissa| (mantissa, exponent, mantissa as f64 * power)))
            .find(|&(_, _, step)| step * 5.0 > self.high - self.low)
            .map(|(mantissa, exponent, _)| (mantissa, exponent))
    }
}

fn name(amount: Amount) -> String {
    if amount.is_zero() {
        "0".to_owned()
    } else {
        amount.grouped(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(values: &[&str]) -> Scale {
        Scale::holding(values.iter().map(|text| Amount::parse(text).unwrap()))
    }

    fn texts(values: &[&str]) -> Vec<String> {
        scale(values).ticks().into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn contains_zero() {
        assert_eq!(scale(&["153", "200"]), Scale { low: 0.0, high: 200.0 });
        assert_eq!(scale(&["-5", "-2"]), Scale { low: -5.0, high: 0.0 });
        assert_eq!(scale(&["-5", "12"]), Scale { low: -5.0, high: 12.0 });
    }

    #[test]
    fn is_never_empty() {
        assert_eq!(scale(&[]), Scale { low: 0.0, high: 1.0 });
        assert_eq!(scale(&["0", "0.0"]), Scale { low: 0.0, high: 1.0 });
    }

    #[test]
    fn ticks_are_few_and_round() {
        assert_eq!(texts(&["200"]), ["0", "50", "100", "150", "200"]);
        assert_eq!(texts(&["18713"]), ["0", "5,000", "10,000", "15,000"]);
        assert_eq!(texts(&["1.63"]), ["0", "0.5", "1.0", "1.5"]);
        assert_eq!(texts(&["0.3"]), ["0", "0.1", "0.2", "0.3"]);
        assert_eq!(texts(&["-40", "60"]), ["0", "50"]);
    }

    #[test]
    fn ticks_below_zero() {
        assert_eq!(texts(&["-30"]), ["－30", "－20", "－10", "0"]);
        assert_eq!(texts(&["-7", "3"]), ["－5", "0"]);
    }

    #[test]
    fn the_number_of_ticks_is_bounded() {
        for n in 1..2000 {
            let found = Scale {
                low: 0.0,
                high: f64::from(n) / 7.0,
            }
            .ticks()
            .len();
            assert!((3..=5).contains(&found), "{n}: {found}");
        }
    }

    #[test]
    fn extremes_do_not_break_it() {
        assert_eq!(texts(&["999999999999999"]).len(), 5);
        assert_eq!(
            texts(&["0.000004"]),
            ["0", "0.000001", "0.000002", "0.000003", "0.000004"]
        );
        assert_eq!(texts(&["0.000001"]), ["0", "0.000001"]);
    }
}
