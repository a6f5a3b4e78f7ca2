//! How deep a city's own templates include and extend one another. The engine calls itself for each level, and its stack
//! ends without a word.

use std::collections::{HashMap, HashSet};

/// Ours are half as deep.
pub(super) const DEEPEST: usize = 8;

/// A template at which more levels begin than there may be. What includes itself has no end of them.
pub(super) fn too_deep<'t>(templates: &[(&'t str, &'t str)]) -> Option<&'t str> {
    let names: HashMap<&str, HashSet<&str>> = templates.iter().map(|(name, text)| (*name, named(text))).collect();
    // Those at which a chain of so many levels begins.
    let mut begin: HashSet<&str> = names.keys().copied().collect();
    for _ in 0..DEEPEST {
        let leads_on = |name: &&str| names[name].iter().any(|next| begin.contains(next));
        begin = begin.iter().copied().filter(leads_on).collect();
    }
    begin.into_iter().min()
}

/// What a template includes or extends: the text in quotes behind the word.
fn named(text: &str) -> HashSet<&str> {
    let after = |word: &'static str| {
        text.match_indices(word)
            .map(move |(at, _)| text[at + word.len()..].trim_start())
    };
    let name = |rest: &'_ str| -> Option<std::ops::Range<usize>> {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        Some(1..1 + rest[1..].find(quote)?)
    };
    after("include")
        .chain(after("extends"))
        .filter_map(|rest| Some(&rest[name(rest)?]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_and_rounds() {
        let texts: Vec<(String, String)> = (0..12)
            .map(|at| (format!("{at}"), format!("{{% include \"{}\" %}}", at + 1)))
            .collect();
        let chain = |length: usize| -> Vec<(&str, &str)> {
            let some = texts[..length].iter();
            some.map(|(name, text)| (name.as_str(), text.as_str())).collect()
        };
        assert_eq!(too_deep(&chain(8)), None);
        assert_eq!(too_deep(&chain(9)), Some("0"));
        assert_eq!(too_deep(&[("a", "{%- extends 'a' %}")]), Some("a"));
        assert_eq!(
            too_deep(&[("a", "{% include `b` %}"), ("b", "{% include 'a' %}")]),
            Some("a")
        );
        assert_eq!(
            too_deep(&[("a", "include b"), ("b", "{% include \"elsewhere\" %}")]),
            None
        );
    }
}
