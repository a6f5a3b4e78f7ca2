//! Keys that are not indented: they stand right below the mapping that lacks them, and are unknown where they stand. One
//! slip, of which `key-unknown` tells and `key-missing` does not.

use std::collections::BTreeMap;

use crate::{
    check::Context,
    manuscript::FaultKind,
    source::{FileId, Place},
};

/// The mappings that lack a key, by the place of the key right below them.
pub(super) fn mappings(context: &Context) -> BTreeMap<Place, Place> {
    let unknown = context.faults(|kind| match kind {
        FaultKind::KeyUnknown { key, .. } => Some(key.as_str()),
        _ => None,
    });
    // Each line stands right above one key at most.
    let below: BTreeMap<(FileId, usize), (usize, &str, Place)> = unknown
        .filter_map(|(place, key)| {
            let (start, end) = line_above(&context.sources.file(place.file).text, place.span.start as usize)?;
            Some(((place.file, start), (end, key, place)))
        })
        .collect();
    let missing = context.faults(|kind| match kind {
        FaultKind::KeyMissing { key } => Some(*key),
        _ => None,
    });
    missing
        .filter_map(|(mapping, missing)| {
            let end = mapping.span.end as usize;
            let (_, (last, key, place)) = below.range(..=(mapping.file, end)).next_back()?;
            let behind = || context.sources.file(mapping.file).text.get(end..*last);
            let found = *key == missing && place.file == mapping.file && behind().is_some_and(is_comment);
            found.then_some((*place, mapping))
        })
        .collect()
}

/// The first and the last byte of the line right above a key that begins its own, comments and blank lines left out.
fn line_above(text: &str, key: usize) -> Option<(usize, usize)> {
    let mut end = text.get(..key)?.trim_end_matches(' ').strip_suffix('\n')?.len();
    loop {
        let start = text[..end].rfind('\n').map_or(0, |newline| newline + 1);
        if !is_comment(&text[start..end]) {
            return Some((start, end));
        }
        end = start.checked_sub(1)?;
    }
}

/// Nothing that is read.
fn is_comment(text: &str) -> bool {
    let text = text.trim_start();
    text.is_empty() || text.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{manuscript, source::Sources};

    /// The keys that are told to be not indented, and the mappings that lack them.
    fn found(kpis: &str) -> Vec<(String, String)> {
        let sources = Sources::from_files([("kpis.yaml", kpis)]);
        let manuscript = manuscript::read(&sources);
        let context = Context::new(&sources, &manuscript);
        let text = |place: Place| sources.text(place).to_owned();
        mappings(&context)
            .into_iter()
            .map(|(key, mapping)| (text(key), text(mapping)))
            .collect()
    }

    #[test]
    fn only_right_below_and_of_the_same_name() {
        let of = |key: &str, mapping: &str| vec![(key.to_owned(), mapping.to_owned())];
        assert_eq!(found("kpis:\n  - id: a\nname: x\n"), of("name", "id: a"));
        assert_eq!(found("kpis:\n  - id: a  # 一\n\n# 二\nname: x\n"), of("name", "id: a"));
        for other in [
            "kpis:\n  - id: a\nnames: x\n",
            "kpis:\n  - id: a\nother: 1\nname: x\n",
            "kpis:\n  - id: a\n    name: x\nname: x\n",
            "name: x\nkpis:\n  - id: a\n",
        ] {
            assert_eq!(found(other), [], "{other}");
        }
    }
}
