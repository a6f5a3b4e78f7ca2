//! How far apart two texts are, and by which slips.

/// The most slips that are ever looked for.
pub(crate) const MOST: usize = 4;

/// Damerau–Levenshtein distance (optimal string alignment), given up beyond `limit`, which is at most four.
///
/// The cells further than `limit` from the diagonal cost more than that, so only the band around it is worked out
/// (Ukkonen 1985): texts that have nothing in common are told apart after a few characters. Every name of a city is held
/// against its text, so this is what the time of a check depends on.
pub(crate) fn distance(a: &[char], b: &[char], limit: usize) -> usize {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    let limit = limit.min(MOST);
    let beyond = limit + 1;
    if a.len().abs_diff(b.len()) > limit {
        return beyond;
    }
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len());
    }
    let width = 2 * limit + 1;
    // The cell of `i` and `j` lies in row `i` at `j + limit - i`, so one step along the diagonal stays in its column.
    let mut above = [beyond; 2 * MOST + 1];
    let mut last = above;
    for (j, cost) in last[limit..width].iter_mut().enumerate() {
        *cost = j;
    }
    for i in 1..=a.len() {
        let mut row = [beyond; 2 * MOST + 1];
        let mut least = beyond;
        for k in 0..width {
            let Some(j) = (i + k).checked_sub(limit).filter(|j| *j <= b.len()) else {
                continue;
            };
            if j == 0 {
                row[k] = i;
                least = least.min(i);
                continue;
            }
            let mut cost = last[k] + usize::from(a[i - 1] != b[j - 1]);
            if k > 0 {
                cost = cost.min(row[k - 1] + 1);
            }
            if k + 1 < width {
                cost = cost.min(last[k + 1] + 1);
            }
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(above[k] + 1);
            }
            row[k] = cost;
            least = least.min(cost);
        }
        if least > limit {
            return beyond;
        }
        above = last;
        last = row;
    }
    last[b.len() + limit - a.len()].min(beyond)
}

/// Which characters a text has, as one bit for each, which some share: tells most texts apart without a comparison.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Marks(u64);

impl Marks {
    pub(crate) fn of(text: &[char]) -> Self {
        text.iter().fold(Self::default(), |marks, c| marks.with(*c))
    }

    /// Of the text with one character more.
    #[must_use]
    pub(crate) fn with(self, c: char) -> Self {
        Self(self.0 | 1 << (u32::from(c).wrapping_mul(0x9E37_79B1) >> 26))
    }

    /// So many slips at least lie between two texts: each brings in one character at most, and takes out one.
    pub(crate) fn unlike(self, other: Self) -> usize {
        (self.0 & !other.0).count_ones().max((other.0 & !self.0).count_ones()) as usize
    }
}

/// One step from a name to what was written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    Other(char, char),
    More(char),
    Less(char),
    Swapped,
}

/// The cheapest steps from one text to another, by dynamic programming; both are short.
pub(crate) fn slips(from: &[char], to: &[char]) -> Vec<Slip> {
    let width = to.len() + 1;
    let mut cost = vec![0usize; (from.len() + 1) * width];
    for i in 0..=from.len() {
        for j in 0..=to.len() {
            cost[i * width + j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let change = cost[(i - 1) * width + j - 1] + usize::from(from[i - 1] != to[j - 1]);
                    let step = change
                        .min(cost[(i - 1) * width + j] + 1)
                        .min(cost[i * width + j - 1] + 1);
                    if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                        step.min(cost[(i - 2) * width + j - 2] + 1)
                    } else {
                        step
                    }
                }
            };
        }
    }
    let (mut i, mut j) = (from.len(), to.len());
    let mut slips = Vec::new();
    while i > 0 || j > 0 {
        let here = cost[i * width + j];
        if i > 0 && j > 0 && from[i - 1] == to[j - 1] && cost[(i - 1) * width + j - 1] == here {
            (i, j) = (i - 1, j - 1);
        } else if i > 1
            && j > 1
            && from[i - 1] == to[j - 2]
            && from[i - 2] == to[j - 1]
            && cost[(i - 2) * width + j - 2] + 1 == here
        {
            slips.push(Slip::Swapped);
            (i, j) = (i - 2, j - 2);
        } else if i > 0 && j > 0 && cost[(i - 1) * width + j - 1] + 1 == here {
            slips.push(Slip::Other(from[i - 1], to[j - 1]));
            (i, j) = (i - 1, j - 1);
        } else if i > 0 && cost[(i - 1) * width + j] + 1 == here {
            slips.push(Slip::Less(from[i - 1]));
            i -= 1;
        } else {
            slips.push(Slip::More(to[j - 1]));
            j -= 1;
        }
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The band gives what the whole table would, for every pair of short texts of three letters.
    #[test]
    fn the_band_misses_nothing() {
        let texts: Vec<Vec<char>> = (0..3usize.pow(5) * 5)
            .map(|number| {
                let letters = (0..number % 5 + 1).scan(number / 5, |rest, _| {
                    let letter = ['a', 'b', 'c'][*rest % 3];
                    *rest /= 3;
                    Some(letter)
                });
                letters.collect()
            })
            .collect();
        for a in texts.iter().step_by(3) {
            for b in texts.iter().step_by(7) {
                let steps = slips(a, b).len();
                for limit in 0..=MOST {
                    assert_eq!(distance(a, b, limit), steps.min(limit + 1), "{a:?} {b:?} {limit}");
                }
                assert!(Marks::of(a).unlike(Marks::of(b)) <= steps, "{a:?} {b:?}");
            }
        }
    }
}
