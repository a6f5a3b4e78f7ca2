//! Places: every one leads to whole characters of its own file.

use ayumi::source::{FileId, Place, Sources};

/// One file of a city, and its id.
pub fn one(name: &str, text: impl Into<Vec<u8>>) -> (Sources, FileId) {
    let sources = Sources::from_files([(name, text)]);
    let file = sources.find(name).expect("the file is there");
    (sources, file)
}

/// The text at a place that lies within its file and splits no character.
#[track_caller]
pub fn at(sources: &Sources, place: Place) -> &str {
    let file = sources.file(place.file);
    let (start, end) = (place.span.start as usize, place.span.end as usize);
    let text = file.text.get(start..end);
    text.unwrap_or_else(|| {
        panic!(
            "{start}..{end} is no part of {}, {} bytes: {:?}",
            file.name,
            file.text.len(),
            file.text
        )
    })
}
