//! Decimal figures, exact. No binary floating point may enter here: a KPI printed as 59.55 must never become 59.5.

use std::fmt;

use super::digits;

/// A decimal figure as written: `digits` × 10^-`scale`, e.g. `67.0` is 670 with scale 1.
///
/// Equality is by value (`10 == 10.0`); the written number of digits is kept for display.
#[derive(Debug, Clone, Copy)]
pub struct Amount {
    digits: i64,
    scale: u8,
}

/// Why a text is no [`Amount`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountError {
    /// Nothing but white space.
    Empty,
    /// A character that belongs to no plain decimal (a unit, a comma, a full-width digit …), with its byte offset.
    Character(char, usize),
    /// More than 15 digits in all, or more than 6 after the point.
    TooLong,
}

/// An exact quotient of two amounts, e.g. the progress of a KPI. The denominator is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

const MAX_SCALE: usize = 6;
const MAX_DIGITS: usize = 15;

impl Amount {
    /// `digits` × 10^-`scale`; `None` outside 15 digits or a scale of 6.
    pub fn new(digits: i64, scale: u8) -> Option<Self> {
        let fits = digits.unsigned_abs() < 10u64.pow(MAX_DIGITS as u32) && usize::from(scale) <= MAX_SCALE;
        fits.then_some(Self { digits, scale })
    }

    /// A whole number.
    pub fn whole(value: i32) -> Self {
        Self {
            digits: i64::from(value),
            scale: 0,
        }
    }

    /// Reads a plain decimal: optional `-`, ASCII digits, optional `.` and digits. No comma, no unit, no exponent.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let body = text.strip_prefix('-').unwrap_or(text);
        if body.is_empty() {
            return Err(AmountError::Empty);
        }
        let offset = text.len() - body.len();
        let mut digits: i64 = 0;
        let mut seen = 0;
        let mut scale: Option<usize> = None;
        for (at, c) in body.char_indices() {
            match c {
                '0'..='9' => {
                    seen += 1;
                    if seen > MAX_DIGITS {
                        return Err(AmountError::TooLong);
                    }
                    digits = digits * 10 + i64::from(c as u32 - '0' as u32);
                    scale = scale.map(|s| s + 1);
                }
                '.' if scale.is_none() && at > 0 && at + 1 < body.len() => scale = Some(0),
                _ => return Err(AmountError::Character(c, offset + at)),
            }
        }
        let scale = scale.unwrap_or(0);
        if scale > MAX_SCALE {
            return Err(AmountError::TooLong);
        }
        let sign = if offset == 1 { -1 } else { 1 };
        Ok(Self {
            digits: sign * digits,
            scale: scale as u8,
        })
    }

    /// Digits after the point, as written.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// The written digits without the point, signed; with [`scale`](Self::scale) the whole value.
    pub fn digits(self) -> i64 {
        self.digits
    }

    /// With at least `decimals` digits after the point: 39 becomes 39.0. A figure too long for that stays as it is.
    #[must_use]
    pub fn with_decimals(self, decimals: u8) -> Self {
        let scale = self.scale.max(decimals);
        let digits = i64::try_from(self.scaled(scale)).ok();
        digits.and_then(|digits| Self::new(digits, scale)).unwrap_or(self)
    }

    /// True for zero, however written.
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// True below zero.
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Self {
            digits: self.digits.abs(),
            scale: self.scale,
        }
    }

    /// `self − other`, with the larger of both scales.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        let scale = self.scale.max(other.scale);
        // Both are below 10^15 and at most 10^6 apart in scale: the difference fits i64 only when scaled values do,
        // so go through i128 and saturate; 10^18 is far beyond any figure of a city.
        let difference = self.scaled(scale) - other.scaled(scale);
        let digits = i64::try_from(difference).unwrap_or(if difference < 0 { i64::MIN + 1 } else { i64::MAX });
        Self { digits, scale }
    }

    /// The exact quotient `self / other`; `None` when `other` is zero.
    pub fn over(self, other: Self) -> Option<Ratio> {
        let scale = self.scale.max(other.scale);
        Ratio::new(self.scaled(scale), other.scaled(scale))
    }

    /// For the scale of a chart and nothing else: the nearest binary number.
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10f64.powi(i32::from(self.scale))
    }

    /// With thousands separators and at least `decimals` digits after the point, unless the amount was written as a
    /// whole number: `10` stays `10` though the KPI counts tenths, as it stands in print.
    pub fn grouped(self, decimals: u8) -> String {
        let mut out = String::with_capacity(16);
        self.push_grouped(decimals, &mut out);
        out
    }

    /// The same at the end of a text.
    pub(super) fn push_grouped(self, decimals: u8, out: &mut String) {
        if self.digits < 0 {
            out.push('－');
        }
        let (whole, part) = self.parts();
        digits::push_grouped(out, whole);
        if self.scale > 0 {
            out.push('.');
            digits::push(out, part, self.scale);
            out.extend((self.scale..decimals).map(|_| '0'));
        }
    }

    /// As a machine reads it: ASCII, no separators, the digits as written.
    pub(crate) fn push_plain(self, out: &mut String) {
        if self.digits < 0 {
            out.push('-');
        }
        let (whole, part) = self.parts();
        digits::push(out, whole, 1);
        if self.scale > 0 {
            out.push('.');
            digits::push(out, part, self.scale);
        }
    }

    /// The digits before and after the point.
    fn parts(self) -> (u64, u64) {
        let unit = 10u64.pow(self.scale.into());
        let digits = self.digits.unsigned_abs();
        (digits / unit, digits % unit)
    }

    fn scaled(self, scale: u8) -> i128 {
        i128::from(self.digits) * 10i128.pow(u32::from(scale.saturating_sub(self.scale)))
    }
}

/// As [`push_plain`](Amount::push_plain) writes it.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::with_capacity(16);
        self.push_plain(&mut out);
        f.write_str(&out)
    }
}

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Amount {}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let scale = self.scale.max(other.scale);
        self.scaled(scale).cmp(&other.scaled(scale))
    }
}

impl Ratio {
    /// `numerator / denominator`; `None` for a zero denominator.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        match denominator {
            0 => None,
            d if d < 0 => Some(Self {
                numerator: -numerator,
                denominator: -d,
            }),
            d => Some(Self {
                numerator,
                denominator: d,
            }),
        }
    }

    /// `self / other`; `None` when `other` is zero.
    pub fn over(self, other: Self) -> Option<Self> {
        Self::new(self.numerator * other.denominator, self.denominator * other.numerator)
    }

    /// Below zero.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// In hundredths of the whole with one decimal, half away from zero: 0.3333 → `33.3`.
    pub fn percent(self) -> Amount {
        Amount {
            digits: self.rounded(1000),
            scale: 1,
        }
    }

    /// As a plain factor with two decimals, half away from zero: 0.456 → `0.46`.
    pub fn factor(self) -> Amount {
        Amount {
            digits: self.rounded(100),
            scale: 2,
        }
    }

    /// For drawing only.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    fn rounded(self, parts: i128) -> i64 {
        let doubled = self.numerator.saturating_mul(parts).saturating_mul(2);
        let rounded = (doubled.abs() + self.denominator) / (2 * self.denominator);
        i64::try_from(rounded * doubled.signum()).unwrap_or(i64::MAX)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        Amount::parse(text).unwrap()
    }

    #[test]
    fn reads_and_writes_what_was_written() {
        for text in ["0", "153", "67.0", "59.5", "-3.25", "10"] {
            assert_eq!(amount(text).to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_plain_decimal() {
        assert_eq!(Amount::parse(""), Err(AmountError::Empty));
        assert_eq!(Amount::parse("-"), Err(AmountError::Empty));
        assert_eq!(Amount::parse("10,800"), Err(AmountError::Character(',', 2)));
        assert_eq!(Amount::parse("153件"), Err(AmountError::Character('件', 3)));
        assert_eq!(Amount::parse("１５"), Err(AmountError::Character('１', 0)));
        assert_eq!(Amount::parse(".5"), Err(AmountError::Character('.', 0)));
        assert_eq!(Amount::parse("5."), Err(AmountError::Character('.', 1)));
        assert_eq!(Amount::parse("1.2.3"), Err(AmountError::Character('.', 3)));
        assert_eq!(Amount::parse("1234567890123456"), Err(AmountError::TooLong));
        assert_eq!(Amount::parse("0.1234567"), Err(AmountError::TooLong));
    }

    #[test]
    fn groups_thousands_and_pads_decimals() {
        assert_eq!(amount("18713").grouped(0), "18,713");
        assert_eq!(amount("1234567.5").grouped(1), "1,234,567.5");
        assert_eq!(amount("2.0").grouped(1), "2.0");
        assert_eq!(amount("10").grouped(1), "10");
        assert_eq!(amount("-1050").grouped(0), "－1,050");
        assert_eq!(amount("100").grouped(0), "100");
        assert_eq!(amount("1.5").grouped(2), "1.50");
    }

    #[test]
    fn takes_the_digits_that_a_spreadsheet_dropped() {
        assert_eq!(amount("39").with_decimals(1).to_string(), "39.0");
        assert_eq!(amount("-1.5").with_decimals(2).to_string(), "-1.50");
        assert_eq!(amount("1.54").with_decimals(1).to_string(), "1.54");
        assert_eq!(amount("0").with_decimals(1).grouped(1), "0.0");
        assert_eq!(
            amount("999999999999999").with_decimals(6).to_string(),
            "999999999999999"
        );
    }

    #[test]
    fn equal_by_value_not_by_writing() {
        assert_eq!(amount("10"), amount("10.0"));
        assert!(amount("59.5") < amount("67"));
        assert_eq!(amount("67").minus(amount("59.5")), amount("7.5"));
    }

    #[test]
    fn ratios_are_exact_and_round_half_away_from_zero() {
        let third = amount("1").over(amount("3")).unwrap();
        assert_eq!(third.percent().to_string(), "33.3");
        assert_eq!(amount("-1").over(amount("8")).unwrap().percent().to_string(), "-12.5");
        assert_eq!(amount("1").over(amount("-200")).unwrap().factor().to_string(), "-0.01");
        assert_eq!(amount("0.5").over(amount("1000")).unwrap().percent().to_string(), "0.1");
        assert!(amount("1").over(amount("0.0")).is_none());
    }

    #[test]
    fn beyond_all_figures_differences_stay_at_the_end() {
        let (large, small) = (amount("999999999999999"), amount("0.000001"));
        assert_eq!(large.minus(small).digits(), i64::MAX);
        let negative = amount("-999999999999999");
        assert_eq!(negative.minus(small).digits(), i64::MIN + 1);
        assert_eq!(negative.minus(small).abs().digits(), i64::MAX);
    }

    #[test]
    fn for_drawing_only() {
        assert_eq!(amount("-67.25").to_f64(), -67.25);
        assert_eq!(amount("3").over(amount("-4")).unwrap().to_f64(), -0.75);
    }
}
