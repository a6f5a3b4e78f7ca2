//! Sets of which only "it has none" is sure, by one bit for each number: what nearly no letter of a text belongs to is told
//! in a step or two.

/// The bits of numbers, of which those that are alike modulo 64 times `WORDS` share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Bits<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Bits<WORDS> {
    pub(in crate::check) fn set(&mut self, number: usize) {
        self.0[number / 64 % WORDS] |= 1 << (number % 64);
    }

    /// False if the number was never set.
    pub(in crate::check) fn may_have(&self, number: usize) -> bool {
        self.0[number / 64 % WORDS] >> (number % 64) & 1 == 1
    }

    /// So many numbers at least are in one of two sets and not in the other.
    pub(in crate::check) fn apart(&self, other: &Self) -> usize {
        let words = self.0.iter().zip(&other.0);
        words.map(|(a, b)| (a ^ b).count_ones() as usize).sum()
    }
}

impl<const WORDS: usize> Default for Bits<WORDS> {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

/// Scatters numbers that lie close together or share their ends; what is left of them fits in a number of 16 bits.
pub(in crate::check) fn scattered(number: u64) -> usize {
    (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn what_was_set_is_there() {
        let mut bits = Bits::<4>::default();
        for number in [0, 63, 64, 255, 1000] {
            assert!(!bits.may_have(number), "{number}");
            bits.set(number);
            assert!(bits.may_have(number) && bits.may_have(number + 256), "{number}");
        }
        assert_eq!((0..256).filter(|number| bits.may_have(*number)).count(), 5);
        assert_eq!(bits.apart(&Bits::default()), 5);
        assert_eq!(bits.apart(&bits), 0);
    }
}
