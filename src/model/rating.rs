//! 進捗状況: the department's own judgement of a KPI. What the figures say beside it is in `progress`.

use super::Word;

/// One of the four levels of the rating scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// 順調: the target will probably be reached.
    OnTrack,
    /// 現状維持: carried out as planned, no change to be seen.
    Unchanged,
    /// 遅延: the target will hardly be reached.
    Delayed,
    /// －: no figure yet, or not begun.
    NotRated,
}

impl Rating {
    /// In the order of the printed scale.
    pub const ALL: [Rating; 4] = [Rating::OnTrack, Rating::Unchanged, Rating::Delayed, Rating::NotRated];

    /// The word of the report.
    pub fn word(self) -> &'static str {
        match self {
            Rating::OnTrack => "順調",
            Rating::Unchanged => "現状維持",
            Rating::Delayed => "遅延",
            Rating::NotRated => "－",
        }
    }

    /// How the word is spoken where a dash would be silence.
    pub fn spoken(self) -> &'static str {
        match self {
            Rating::NotRated => "評価なし",
            other => other.word(),
        }
    }

    /// The code of the open data and of style classes.
    pub fn code(self) -> &'static str {
        match self {
            Rating::OnTrack => "on-track",
            Rating::Unchanged => "unchanged",
            Rating::Delayed => "delayed",
            Rating::NotRated => "not-rated",
        }
    }

    /// A shape that tells the levels apart without colour.
    pub fn mark(self) -> &'static str {
        match self {
            Rating::OnTrack => "●",
            Rating::Unchanged => "■",
            Rating::Delayed => "▲",
            Rating::NotRated => "－",
        }
    }
}

impl Word for Rating {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("順調", Self::OnTrack),
        ("現状維持", Self::Unchanged),
        ("遅延", Self::Delayed),
        ("－", Self::NotRated),
    ];
}
