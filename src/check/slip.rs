//! Slips of a digit or of a unit: a value about 10, 100 or 1000 times another of the same KPI.

use crate::{
    model::{Amount, Ratio},
    source::Spanned,
};

/// A value of a year.
pub(crate) type Dated = (u16, Spanned<Amount>);

/// A value that stands out against its neighbour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slip {
    /// The one that stands out.
    pub(crate) value: Dated,
    /// The one it is measured by.
    pub(crate) neighbour: Dated,
    /// `10倍`, `100分の1`.
    pub(crate) factor: &'static str,
}

/// The first slip among values in the order of their years.
pub(crate) fn first(values: &[Dated]) -> Option<Slip> {
    let found = values
        .windows(2)
        .position(|pair| factor(pair[1].1.value, pair[0].1.value).is_some())?;
    let (before, after) = (values[found], values[found + 1]);
    // Of two that differ, the later one stands out, unless it is the one that the next value is near to.
    let next = values.get(found + 2).filter(|_| found == 0);
    let sides_with_later = next.is_some_and(|next| {
        let apart = |other: Dated| distance(next.1.value, other.1.value);
        apart(after)
            .zip(apart(before))
            .is_some_and(|(later, earlier)| later < earlier)
    });
    let (value, neighbour) = if sides_with_later {
        (before, after)
    } else {
        (after, before)
    };
    let factor = factor(value.1.value, neighbour.1.value)?;
    Some(Slip {
        value,
        neighbour,
        factor,
    })
}

/// `10倍`, `100分の1`, if `value` is about that of `other`: from 0.8 to 1.25 of the factor. What was below ten may well
/// have grown tenfold.
pub(crate) fn factor(value: Amount, other: Amount) -> Option<&'static str> {
    const FACTORS: [(i32, &str, &str); 4] = [
        (10, "10倍", "10分の1"),
        (100, "100倍", "100分の1"),
        (1000, "1000倍", "1000分の1"),
        // 人 for 万人.
        (10_000, "1万倍", "1万分の1"),
    ];
    let grown = value.abs() >= other.abs();
    let small = if grown { other } else { value };
    if small.digits().unsigned_abs() < 10 {
        return None;
    }
    let ratio = distance(value, other)?;
    let near = |factor: i32| {
        let of = |percent: i32| Amount::whole(factor * percent).over(Amount::whole(100));
        of(80)
            .zip(of(125))
            .is_some_and(|(least, most)| (least..=most).contains(&ratio))
    };
    let (_, times, part) = FACTORS.into_iter().find(|(factor, ..)| near(*factor))?;
    Some(if grown { times } else { part })
}

/// How many times the smaller the larger is; `None` if one is zero.
fn distance(a: Amount, b: Amount) -> Option<Ratio> {
    let (large, small) = if a.abs() >= b.abs() { (a, b) } else { (b, a) };
    large.abs().over(small.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Place, Span};

    fn against(value: &str, other: &str) -> Option<&'static str> {
        factor(Amount::parse(value).unwrap(), Amount::parse(other).unwrap())
    }

    #[test]
    fn about_ten_a_hundred_a_thousand() {
        assert_eq!(against("13407", "1353"), Some("10倍"));
        assert_eq!(against("2.2", "22.0"), Some("10分の1"));
        assert_eq!(against("2847000", "2835"), Some("1000倍"));
        assert_eq!(against("143", "14300"), Some("100分の1"));
        assert_eq!(against("1430000", "143"), Some("1万倍"));
    }

    #[test]
    fn growth_is_no_slip() {
        assert_eq!(against("10", "1"), None, "counts below ten");
        assert_eq!(against("18713", "10800"), None);
        assert_eq!(against("7.5", "2.2"), None);
        assert_eq!(against("7000", "1000"), None);
        assert_eq!(against("0", "120"), None);
    }

    #[test]
    fn the_one_that_stands_out_is_named() {
        let place = Place {
            file: FileId(0),
            span: Span { start: 0, end: 0 },
        };
        let year = |texts: &[&str]| {
            let values = texts.iter().map(|text| Spanned {
                value: Amount::parse(text).unwrap(),
                place,
            });
            let values: Vec<Dated> = (2018..).zip(values).collect();
            first(&values).map(|slip| slip.value.0)
        };
        assert_eq!(year(&["100", "1200", "160"]), Some(2019));
        assert_eq!(year(&["1353", "13532", "13407"]), Some(2018));
        assert_eq!(year(&["13532", "13407", "1350"]), Some(2020));
        assert_eq!(year(&["100", "1200"]), Some(2019));
        assert_eq!(year(&["100", "140", "160"]), None);
    }
}
