//! Numbers as digits, without the formatter: pages, charts and data hold thousands of short ones.

/// Every two digits.
const PAIRS: &str = "\
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/// Writes a number, with zeros in front if it has fewer digits than that.
pub(crate) fn push(out: &mut String, number: u64, at_least: u8) {
    if number < 10 && at_least < 2 {
        return out.push(char::from(b'0' + number as u8));
    }
    if number >= 100 || at_least > 2 {
        push(out, number / 100, at_least.saturating_sub(2));
    }
    let last = (number % 100) as usize * 2;
    out.push_str(&PAIRS[last..last + 2]);
}

/// Writes a number with a comma between thousands.
pub(super) fn push_grouped(out: &mut String, number: u64) {
    if number < 1000 {
        return push(out, number, 1);
    }
    push_grouped(out, number / 1000);
    out.push(',');
    push(out, number % 1000, 3);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_formatter() {
        for number in [0, 9, 10, 99, 100, 2021, u64::MAX] {
            for at_least in [0, 1, 2, 3, 4] {
                let mut out = String::new();
                push(&mut out, number, at_least);
                assert_eq!(out, format!("{number:0width$}", width = usize::from(at_least)));
            }
        }
    }

    #[test]
    fn commas_stand_between_thousands() {
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (20_005, "20,005"),
            (1_000_000, "1,000,000"),
        ] {
            let mut out = String::new();
            push_grouped(&mut out, number);
            assert_eq!(out, expected);
        }
    }
}
