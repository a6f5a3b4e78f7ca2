//! All source files of one city, in memory, in the order of their names.

use std::sync::OnceLock;

use super::{DecodeFault, Encoding, FileId, Place, decode::decode};

/// The files of a content folder. Same files, same value: no path of the machine is kept.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<SourceFile>,
    faults: Vec<SourceFault>,
}

/// One file.
#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the content folder, with `/`.
    pub name: String,
    /// Decoded; empty if it could not be.
    pub text: String,
    /// How it was encoded; `None` if it could not be decoded.
    pub encoding: Option<Encoding>,
    /// Byte offset of the beginning of each line, from the first time that somebody asks: nobody does where nothing is found.
    lines: OnceLock<Vec<u32>>,
}

/// A file that cannot be used as it is. The author's to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceFault {
    /// The bytes are no text.
    NotText(FileId, DecodeFault),
    /// Larger than any report's source.
    TooLarge(FileId),
    /// More files than any report has; none was read.
    TooMany(usize),
    /// More bytes than any report has, in files that are not too large each; none was read.
    TooMuch(u64),
    /// A link that leads out of the content folder.
    LinkOutside(FileId),
    /// A name that other systems cannot hold (not UTF-8, control characters, `\`, `:` …); as readable as possible.
    Name(String),
    /// Two names that differ only by case: one of them vanishes on Windows and macOS.
    CaseOnly(FileId, FileId),
}

/// Where a byte stands for people: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
}

/// A file's bytes as text, if they are one.
pub(super) type Text = Result<(String, Encoding), DecodeFault>;

impl Sources {
    /// From names and bytes in memory; the same as a folder holding exactly these files.
    pub fn from_files<N: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (N, B)>) -> Self {
        let mut files: Vec<(String, Vec<u8>)> = files
            .into_iter()
            .map(|(name, bytes)| (name.into(), bytes.into()))
            .collect();
        files.sort_by(|a, b| a.0.cmp(&b.0));
        let mut sources = Self::default();
        for (name, bytes) in files {
            sources.push(name, decode(&bytes));
        }
        sources.note_case_only();
        sources
    }

    pub(super) fn push(&mut self, name: String, text: Text) {
        match text {
            Ok((text, encoding)) => self.files.push(SourceFile {
                name,
                text,
                encoding: Some(encoding),
                lines: OnceLock::new(),
            }),
            Err(fault) => self.push_unread(name, |id| SourceFault::NotText(id, fault)),
        }
    }

    pub(super) fn push_unread(&mut self, name: String, fault: impl FnOnce(FileId) -> SourceFault) {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile {
            name,
            text: String::new(),
            encoding: None,
            lines: OnceLock::new(),
        });
        self.faults.push(fault(id));
    }

    pub(crate) fn note(&mut self, fault: SourceFault) {
        self.faults.push(fault);
    }

    pub(super) fn note_case_only(&mut self) {
        let mut seen = std::collections::HashMap::new();
        for (at, file) in self.files.iter().enumerate() {
            let id = FileId(at as u32);
            if let Some(first) = seen.insert(file.name.to_lowercase(), id) {
                self.faults.push(SourceFault::CaseOnly(first, id));
            }
        }
    }

    /// All files, by name.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(at, file)| (FileId(at as u32), file))
    }

    /// The file of an id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file of a name.
    pub fn find(&self, name: &str) -> Option<FileId> {
        self.files
            .binary_search_by(|file| file.name.as_str().cmp(name))
            .ok()
            .map(|at| FileId(at as u32))
    }

    /// Files that cannot be used as they are.
    pub fn faults(&self) -> &[SourceFault] {
        &self.faults
    }

    /// The source text at a place.
    pub fn text(&self, place: Place) -> &str {
        let text = &self.file(place.file).text;
        text.get(place.span.start as usize..place.span.end as usize)
            .unwrap_or("")
    }

    /// Where a place begins, for people.
    pub fn line_column(&self, place: Place) -> LineColumn {
        self.file(place.file).line_column(place.span.start)
    }

    /// The line a place begins on: without counting the characters before it, which a rule that asks for every character
    /// of a long line would do again and again.
    pub fn line(&self, place: Place) -> u32 {
        self.file(place.file).line(place.span.start)
    }
}

impl SourceFile {
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let behind = memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|at| at as u32 + 1);
            std::iter::once(0).chain(behind).collect()
        })
    }

    /// Line and column of a byte offset.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.lines()[line as usize - 1] as usize;
        let end = (offset as usize).clamp(start, self.text.len());
        let column = self.text.get(start..end).map_or(0, |before| before.chars().count());
        LineColumn {
            line,
            column: column as u32 + 1,
        }
    }

    fn line(&self, offset: u32) -> u32 {
        self.lines().partition_point(|start| *start <= offset).max(1) as u32
    }

    /// The byte range of a line, from 1, without its line ending.
    pub fn line_range(&self, line: u32) -> std::ops::Range<usize> {
        let lines = self.lines();
        let at = (line as usize).saturating_sub(1).min(lines.len() - 1);
        let start = lines[at] as usize;
        let end = lines.get(at + 1).map_or(self.text.len(), |next| *next as usize);
        let end = start + self.text[start..end].trim_end_matches(['\n', '\r']).len();
        start..end
    }
}

/// Whether somebody has asked for its lines makes no difference.
impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.text, self.encoding) == (&other.name, &other.text, other.encoding)
    }
}

impl Eq for SourceFile {}

#[cfg(test)]
mod tests {
    use super::super::Span;
    use super::*;

    #[test]
    fn lines_and_columns_count_characters() {
        let sources = Sources::from_files([("a.yaml", "名: 柏崎\r\n課: x\n")]);
        let file = sources.find("a.yaml").unwrap();
        let at = |start| {
            sources.line_column(Place {
                file,
                span: Span { start, end: start },
            })
        };
        assert_eq!(at(0), LineColumn { line: 1, column: 1 });
        assert_eq!(at(5), LineColumn { line: 1, column: 4 });
        assert_eq!(at(13), LineColumn { line: 2, column: 1 });
        assert_eq!(sources.file(file).line_range(1), 0..11);
    }

    #[test]
    fn names_are_sorted_and_found() {
        let sources = Sources::from_files([("b.yaml", ""), ("a/c.md", ""), ("A/c.md", "")]);
        assert!(sources.find("b.yaml").is_some());
        assert!(sources.find("c.yaml").is_none());
        assert!(matches!(sources.faults(), [SourceFault::CaseOnly(..)]));
    }
}
