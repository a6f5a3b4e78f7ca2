//! Where words begin and end within a sentence.

use super::*;

#[test]
fn where_words_begin_and_end() {
    let ends = |text: &str| {
        let letters: Vec<char> = text.chars().collect();
        let at =
            |is: fn(&[char], usize) -> bool| (0..=letters.len()).filter(|at| is(&letters, *at)).collect::<Vec<_>>();
        (at(begins_word), at(ends_word))
    };
    // 市|の|IT|・カー|ド
    assert_eq!(ends("市のIT・カード"), (vec![0, 1, 2, 4], vec![1, 2, 4, 8]));
    assert_eq!(ends("人口減"), (vec![0], vec![3]));
}
