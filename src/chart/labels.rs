//! Room for words: each beside its mark, none over another. Only boxes may enter; what the words say is not judged.

use super::mark::Mark;
use super::sheet::Anchor;
use super::{DESCENT, FONT, LINE, PX, Tenths, text};
use std::borrow::Cow;

/// A box in tenths of a pixel, y downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub left: Tenths,
    pub top: Tenths,
    pub right: Tenths,
    pub bottom: Tenths,
}

impl Block {
    pub(super) fn width(self) -> Tenths {
        self.right - self.left
    }

    pub(super) fn middle(self) -> Tenths {
        (self.left + self.right) / 2
    }

    /// True if the boxes share more than an edge.
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// One line of text in its place.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    pub mark: Mark,
    pub anchor: Anchor,
    /// The anchor's point on the baseline.
    pub at: (Tenths, Tenths),
    pub text: Cow<'a, str>,
}

impl Word<'_> {
    /// The room it fills.
    pub(super) fn block(&self) -> Block {
        let width = text::width(&self.text, FONT, self.mark.is_bold());
        let (x, y) = self.at;
        let left = match self.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2,
            Anchor::End => x - width,
        };
        Block {
            left,
            top: y + DESCENT - LINE,
            right: left + width,
            bottom: y + DESCENT,
        }
    }
}

/// Where a label goes when its place beside the mark is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toward {
    Up,
    Down,
}

/// What a label puts up with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Goes away from a taken place, and covers marks if it must.
    Staggered,
    /// Stands in line with its neighbours or not at all; covers marks if it must.
    InLine,
    /// Covers no mark.
    Clear,
}

/// Where a label would like to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wish {
    /// Width and height.
    pub size: (Tenths, Tenths),
    /// Its middle, unless it would leave the sheet.
    pub middle: Tenths,
    /// What it touches: the outer end of its mark.
    pub edge: Tenths,
    pub toward: Toward,
    /// How far from the edge it may go.
    pub reach: Tenths,
    pub manner: Manner,
}

/// The room of a chart.
pub(super) struct Room {
    limits: Block,
    /// No label may touch these.
    taken: Vec<Block>,
    /// Labels keep off these if that costs little: marks, whose edges a halo keeps legible.
    marks: Vec<Block>,
}

/// How far a label tries to go at once.
const STRIDE: Tenths = 3 * PX;
/// How far a label goes to keep off one mark: over a line that would strike it through, but no further.
const SHYNESS: Tenths = 24 * PX;
/// The least space between two labels.
pub(super) const GAP: Tenths = 4 * PX;

impl Room {
    pub(super) fn new(limits: Block) -> Self {
        Self {
            limits,
            taken: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// A place that no label may take.
    pub(super) fn take(&mut self, block: Block) {
        self.taken.push(block);
    }

    /// A mark that labels should keep off.
    pub(super) fn avoid(&mut self, block: Block) {
        self.marks.push(block);
    }

    /// Finds the nearest free place and takes it.
    pub(super) fn place(&mut self, wish: &Wish) -> Option<Block> {
        let (width, height) = wish.size;
        let right_most = (self.limits.right - width).max(self.limits.left);
        let left = (wish.middle - width / 2).clamp(self.limits.left, right_most);
        let mut best: Option<(Tenths, Block)> = None;
        for away in (0..=wish.reach).step_by(STRIDE as usize) {
            if best.is_some_and(|(cost, _)| cost <= away) {
                break;
            }
            let top = match wish.toward {
                Toward::Up => wish.edge - away - height,
                Toward::Down => wish.edge + away,
            };
            let block = Block {
                left,
                top,
                right: left + width,
                bottom: top + height,
            };
            let roomy = Block {
                left: left - GAP,
                right: block.right + GAP,
                ..block
            };
            let inside = block.top >= self.limits.top && block.bottom <= self.limits.bottom;
            if !inside || self.taken.iter().any(|taken| taken.overlaps(roomy)) {
                if wish.manner == Manner::InLine {
                    return None;
                }
                continue;
            }
            let touched = self.marks.iter().filter(|mark| mark.overlaps(block)).count();
            let cost = away + SHYNESS * Tenths::try_from(touched).unwrap_or(Tenths::MAX / SHYNESS);
            if best.is_none_or(|(least, _)| cost < least) && (touched == 0 || wish.manner != Manner::Clear) {
                best = Some((cost, block));
            }
        }
        let (_, block) = best?;
        self.taken.push(block);
        Some(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Block = Block {
        left: 0,
        top: 0,
        right: 4000,
        bottom: 2000,
    };
    const WISH: Wish = Wish {
        size: (600, 190),
        middle: 1000,
        edge: 1500,
        toward: Toward::Up,
        reach: 400,
        manner: Manner::Staggered,
    };

    #[test]
    fn a_label_stands_on_its_mark() {
        let block = Room::new(LIMITS).place(&WISH).unwrap();
        assert_eq!(
            block,
            Block {
                left: 700,
                top: 1310,
                right: 1300,
                bottom: 1500
            }
        );
        let block = Room::new(LIMITS)
            .place(&Wish {
                toward: Toward::Down,
                ..WISH
            })
            .unwrap();
        assert_eq!((block.top, block.bottom), (1500, 1690));
    }

    #[test]
    fn a_label_stays_on_the_sheet() {
        let mut room = Room::new(LIMITS);
        assert_eq!(room.place(&Wish { middle: 100, ..WISH }).unwrap().left, 0);
        assert_eq!(room.place(&Wish { middle: 3990, ..WISH }).unwrap().right, 4000);
        assert_eq!(room.place(&Wish { edge: 100, ..WISH }), None);
    }

    #[test]
    fn two_labels_never_overlap() {
        let mut room = Room::new(LIMITS);
        let first = room.place(&WISH).unwrap();
        let second = room.place(&Wish { middle: 1300, ..WISH }).unwrap();
        assert!(!first.overlaps(second) && second.bottom <= first.top);
        assert_eq!(
            room.place(&Wish {
                middle: 1100,
                manner: Manner::InLine,
                ..WISH
            }),
            None
        );
        assert_eq!(
            room.place(&Wish {
                middle: 1100,
                reach: 100,
                ..WISH
            }),
            None
        );
    }

    #[test]
    fn a_label_keeps_off_a_line_if_that_is_near() {
        let line = Block {
            left: 0,
            top: 1435,
            right: 4000,
            bottom: 1465,
        };
        let mut room = Room::new(LIMITS);
        room.avoid(line);
        assert!(room.place(&WISH).unwrap().bottom <= 1435);
        let mut room = Room::new(LIMITS);
        room.avoid(Block { top: 1000, ..line });
        assert_eq!(room.place(&WISH).unwrap().bottom, 1500, "too far: the halo must do");
        assert_eq!(
            room.place(&Wish {
                middle: 3000,
                manner: Manner::Clear,
                ..WISH
            }),
            None
        );
    }
}
