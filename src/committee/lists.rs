//! The two lists of a `committee.yaml` as text: where another item goes, and how far in it stands.

use crate::{
    manuscript::yaml::{self, Shape},
    source::{Place, Sources, Span},
};

use super::merge::MergeError;

/// A year's file; which year is nothing to the reader.
pub(super) const NAME: &str = "reports/2000/committee.yaml";

/// Where items are added.
pub(super) struct Lists {
    pub(super) meetings: List,
    pub(super) opinions: List,
}

/// One of the two lists.
pub(super) struct List {
    /// Of its items.
    pub(super) indent: String,
    /// What an addition takes the place of: nothing behind the last item, or `[]`.
    place: Span,
}

impl Lists {
    /// The lists of a text.
    pub(super) fn find(text: &str) -> Result<Self, MergeError> {
        let sources = Sources::from_files([(NAME, text)]);
        let file = sources.find(NAME).ok_or(MergeError::Form)?;
        let root = yaml::read(text, 0..text.len(), file).root.ok_or(MergeError::Form)?;
        let Shape::Map(pairs) = root.shape else {
            return Err(MergeError::Form);
        };
        let list = |key: &str| {
            let pair = pairs.iter().find(|pair| pair.key == key).ok_or(MergeError::Form)?;
            match &pair.value.shape {
                Shape::List(items) if items.is_empty() => empty(text, pair.value.place),
                Shape::List(items) => behind(
                    text,
                    items.first().map(|item| item.place),
                    items.last().map(|item| item.place),
                ),
                _ => Err(MergeError::Form),
            }
        };
        Ok(Self {
            meetings: list("meetings")?,
            opinions: list("opinions")?,
        })
    }

    /// The text with items added; the later list first, so that the places of the other stay right.
    pub(super) fn with(&self, text: &str, meetings: &str, opinions: &str) -> String {
        let mut additions = [(&self.meetings, meetings), (&self.opinions, opinions)];
        additions.sort_by_key(|(list, _)| std::cmp::Reverse(list.place.start));
        let crlf = text.contains("\r\n");
        let mut out = text.to_owned();
        for (list, items) in additions.into_iter().filter(|(_, items)| !items.is_empty()) {
            let (start, end) = (list.place.start as usize, list.place.end as usize);
            let (start, items) = if start < end {
                // `key: []` becomes `key:` and its items on lines of their own.
                let key = out[..start].trim_end_matches(' ').len();
                (key, format!("\n{}", items.trim_end_matches('\n')))
            } else if start > 0 && !out[..start].ends_with('\n') {
                (start, format!("\n{}", items.trim_end_matches('\n')))
            } else {
                (start, items.to_owned())
            };
            let items = if crlf { items.replace('\n', "\r\n") } else { items };
            out.replace_range(start..end, &items);
        }
        out
    }
}

/// The place of `[]`; the reader knows only where it begins.
fn empty(text: &str, list: Place) -> Result<List, MergeError> {
    let start = list.span.start as usize;
    let inner = text[start..].strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let blank = inner.filter(|(inner, _)| inner.trim().is_empty());
    let (inner, _) = blank.ok_or(MergeError::Form)?;
    Ok(List {
        indent: "  ".to_owned(),
        place: Span::new(start, start + inner.len() + 2),
    })
}

/// The place behind a list's last item, if the list stands line by line.
fn behind(text: &str, first: Option<Place>, last: Option<Place>) -> Result<List, MergeError> {
    let (Some(first), Some(last)) = (first, last) else {
        return Err(MergeError::Form);
    };
    let start = first.span.start as usize;
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let Some(indent) = text[line..start].trim_end().strip_suffix('-') else {
        return Err(MergeError::Form);
    };
    if !indent.bytes().all(|byte| byte == b' ') {
        return Err(MergeError::Form);
    }
    // A block of text may or may not count its last line feed as its own.
    let end = text[..last.span.end as usize].trim_end().len();
    let at = text[end..].find('\n').map_or(text.len(), |found| end + found + 1);
    Ok(List {
        indent: indent.to_owned(),
        place: Span::new(at, at),
    })
}
