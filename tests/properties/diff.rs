//! Comparisons of texts: the edits lead from one text to the other, and touch no more than they must.

use ayumi::changes::{Piece, words};
use proptest::prelude::*;

use super::config;

/// Few characters, so that much is common; numbers and Latin words, which are one unit each.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[あい。12,.ab\n]{0,30}",
        "([柏崎市は一二]{1,5}(です|でした)。){0,6}",
        any::<String>(),
    ]
}

fn side(pieces: &[Piece], without: fn(&Piece) -> bool) -> String {
    pieces.iter().filter(|piece| !without(piece)).map(Piece::text).collect()
}

fn changed(pieces: &[Piece]) -> usize {
    let changed = pieces.iter().filter(|piece| !matches!(piece, Piece::Same(_)));
    changed.map(|piece| piece.text().chars().count()).sum()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_edits_lead_from_one_text_to_the_other(old in texts(), new in texts()) {
        let pieces = words(&old, &new);
        prop_assert_eq!(side(&pieces, |piece| matches!(piece, Piece::Added(_))), old.as_str());
        prop_assert_eq!(side(&pieces, |piece| matches!(piece, Piece::Removed(_))), new.as_str());
        prop_assert!(pieces.iter().all(|piece| !piece.text().is_empty()));
        for pair in pieces.windows(2) {
            prop_assert_ne!(std::mem::discriminant(&pair[0]), std::mem::discriminant(&pair[1]), "{:?}", &pieces);
        }
        prop_assert_eq!(words(&old, &new), pieces);
    }

    #[test]
    fn what_is_the_same_is_left_alone(text in texts()) {
        let expected = if text.is_empty() { vec![] } else { vec![Piece::Same(text.clone())] };
        prop_assert_eq!(words(&text, &text), expected);
        let all = if text.is_empty() { vec![] } else { vec![Piece::Added(text.clone())] };
        prop_assert_eq!(words("", &text), all);
    }

    /// Something put into a text is what was added, in one piece.
    #[test]
    fn an_insertion_is_one_insertion(before in "[あ-え]{0,12}", inserted in "[ア-エ]{1,8}", after in "[か-こ]{0,12}") {
        let (old, new) = (format!("{before}{after}"), format!("{before}{inserted}{after}"));
        let pieces = [Piece::Same(before), Piece::Added(inserted.clone()), Piece::Same(after)];
        let expected: Vec<Piece> = pieces.into_iter().filter(|piece| !piece.text().is_empty()).collect();
        prop_assert_eq!(words(&old, &new), expected);
        let back = words(&new, &old);
        prop_assert!(back.contains(&Piece::Removed(inserted)), "{:?}", back);
    }

    /// One changed sentence leaves its neighbours alone.
    #[test]
    fn a_sentence_is_changed_by_itself(first in "[あ-お]{3,8}", last in "[さ-そ]{3,8}", old in "[か-こ]{3,8}", new in "[た-と]{3,8}") {
        let of = |middle: &str| format!("{first}です。{middle}です。{last}です。");
        let pieces = words(&of(&old), &of(&new));
        prop_assert!(changed(&pieces) <= old.chars().count() + new.chars().count(), "{:?}", pieces);
        prop_assert_eq!(&pieces[0], &Piece::Same(format!("{first}です。")));
    }
}
