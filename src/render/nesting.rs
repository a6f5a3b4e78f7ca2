//! How deep templates include and extend one another. What fills them in calls itself for each level, and its stack ends
//! without a word.

use std::collections::HashMap;

/// Ours are half as deep.
const DEEPEST: usize = 8;

/// The first of these at which more levels begin than there may be; each is given those it leads to, by their places in the
/// list. What leads to itself has no end of levels.
pub(super) fn deep(leads: &[Vec<usize>]) -> Option<usize> {
    // Those at which a chain of so many levels begins.
    let mut begin = vec![true; leads.len()];
    for _ in 0..DEEPEST {
        begin = leads
            .iter()
            .map(|next| next.iter().any(|number| begin[*number]))
            .collect();
    }
    begin.into_iter().position(|begins| begins)
}

/// The first of a city's own templates that is too deep, as far as they lead to each other.
pub(super) fn too_deep<'t>(templates: &[(&'t str, &'t str)]) -> Option<&'t str> {
    let places: HashMap<&str, usize> = (0..).zip(templates).map(|(at, (name, _))| (*name, at)).collect();
    let leads = templates.iter().map(|(_, text)| named(text));
    let leads = leads.map(|names| names.filter_map(|name| places.get(name).copied()).collect());
    deep(&leads.collect::<Vec<_>>()).map(|at| templates[at].0)
}

/// What a template includes or extends: the text in quotes behind the word.
fn named(text: &str) -> impl Iterator<Item = &str> {
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
        .filter_map(move |rest| Some(&rest[name(rest)?]))
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
