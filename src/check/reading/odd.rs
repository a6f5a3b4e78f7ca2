//! Characters that no source of a report should hold, in any file: found in one pass over the raw text.

use std::cell::OnceCell;

use super::{japanese_form, usual::beyond_usual};
use crate::{
    check::{Context, texts},
    source::{FileId, Place, SourceFile, Span},
};

/// A run of odd characters of one kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Odd {
    /// Where.
    pub(crate) place: Place,
    /// Which kind.
    pub(crate) kind: OddKind,
    /// Its first character.
    pub(crate) first: char,
}

/// The kinds of odd characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OddKind {
    /// C0, C1, DEL, line and paragraph separators.
    Control,
    /// Zero-width, direction marks, spaces that only look like one.
    Invisible,
    /// 外字.
    PrivateUse,
    /// U+FFFD and unassigned code points: what garbled text leaves behind.
    Garbled,
    /// ｶﾀｶﾅ and its marks.
    HalfWidthKana,
    /// か followed by a combining ゙.
    Decomposed,
    /// CJK compatibility ideographs and radicals, which look like the kanji they are not.
    Compatibility,
    /// ㈱, ㎡, № and the like.
    Composite,
    /// Chinese forms.
    Chinese,
}

/// Every odd character of the sources, in their order. Comments are the writer's own.
pub(crate) fn all(context: &Context) -> Vec<Odd> {
    let mut found = Vec::new();
    for (file, source) in context.sources.files() {
        let yaml = source.name.ends_with(".yaml");
        // Other Markdown (README.md, the template) is not printed.
        let markdown = source.name.starts_with("reports/") && source.name.ends_with(".md");
        let read = yaml || markdown || source.name.ends_with(".csv");
        // The dictionary lists wrong characters on purpose.
        if source.encoding.is_none() || !read || source.name == "dictionary.yaml" {
            continue;
        }
        let commented = if yaml {
            source.text.len()
        } else if markdown && source.text.starts_with("---") {
            source.text.find("\n---").unwrap_or(0)
        } else {
            0
        };
        scan(context, file, source, commented, &mut found);
    }
    found
}

/// Up to the byte `commented`, `#` begins a comment.
fn scan(context: &Context, file: FileId, source: &SourceFile, commented: usize, found: &mut Vec<Odd>) {
    let mut last: Option<Odd> = None;
    let mut comments = Comments::new(&source.text);
    // In a text of several lines `#` is a sign like others.
    let texts = OnceCell::new();
    let in_text = |at: usize| {
        let places: &Vec<Place> = texts.get_or_init(|| {
            let places = texts::all(context).into_iter().map(|text| text.written.place);
            places.filter(|place| place.file == file).collect()
        });
        places
            .iter()
            .any(|place| (place.span.start..place.span.end).contains(&(at as u32)))
    };
    for (at, c) in beyond_usual(&source.text) {
        let Some(kind) = kind(c) else { continue };
        if at < commented && comments.cover(at) && !in_text(at) {
            continue;
        }
        let start = match kind {
            OddKind::Decomposed => source.text[..at]
                .char_indices()
                .next_back()
                .map_or(at, |(base, _)| base),
            _ => at,
        };
        let span = Span::new(start, at + c.len_utf8());
        match &mut last {
            Some(open) if open.kind == kind && open.place.span.end == span.start && kind != OddKind::Chinese => {
                open.place.span.end = span.end;
            }
            _ => {
                found.extend(last.take());
                last = Some(Odd {
                    place: Place { file, span },
                    kind,
                    first: if kind == OddKind::Decomposed { '\0' } else { c },
                });
            }
        }
    }
    found.extend(last);
}

fn kind(c: char) -> Option<OddKind> {
    Some(match c {
        '\u{4E00}'..='\u{9FFF}' => return japanese_form(c).map(|_| OddKind::Chinese),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' => OddKind::Control,
        '\u{A0}'
        | '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{1680}'
        | '\u{180E}'
        | '\u{2000}'..='\u{200F}'
        | '\u{202A}'..='\u{202F}'
        | '\u{205F}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => OddKind::Invisible,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => OddKind::PrivateUse,
        '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}' | '\u{FDD0}'..='\u{FDEF}' => OddKind::Garbled,
        '\u{FF61}'..='\u{FF9F}' => OddKind::HalfWidthKana,
        '\u{3099}' | '\u{309A}' | '\u{300}'..='\u{34E}' => OddKind::Decomposed,
        // Twelve of the block are ordinary characters of Japanese names, such as 﨑.
        '﨎' | '﨏' | '﨑' | '﨓' | '﨔' | '﨟' | '﨡' | '﨣' | '﨤' | '﨧' | '﨨' | '﨩' => return None,
        '\u{F900}'..='\u{FAFF}' | '\u{2E80}'..='\u{2FDF}' | '\u{2F800}'..='\u{2FA1F}' => OddKind::Compatibility,
        '\u{3200}'..='\u{3243}' | '\u{3250}' | '\u{32CC}'..='\u{33FF}' | '№' | '℡' | '\u{2160}'..='\u{217F}' => {
            OddKind::Composite
        }
        _ => return None,
    })
}

/// Goes through a file's lines looking for a `#` that begins a comment, each character once.
struct Comments<'s> {
    text: &'s str,
    /// How far it has come.
    at: usize,
    quote: Option<char>,
    last: char,
    begun: bool,
}

impl<'s> Comments<'s> {
    fn new(text: &'s str) -> Self {
        Self {
            text,
            at: 0,
            quote: None,
            last: ' ',
            begun: false,
        }
    }

    /// Whether a byte stands behind such a sign. Bytes are asked about in their order.
    fn cover(&mut self, at: usize) -> bool {
        if let Some(end) = self.text[self.at..at].rfind('\n') {
            let line = self.at + end + 1;
            *self = Self {
                at: line,
                ..Self::new(self.text)
            };
        }
        for c in self.text[self.at..at].chars() {
            match (c, self.quote) {
                ('#', None) if self.last == ' ' || self.last == '\t' => self.begun = true,
                ('"' | '\'', None) if matches!(self.last, ' ' | '[' | ',' | '{') => self.quote = Some(c),
                (_, Some(open)) if c == open => self.quote = None,
                _ => {}
            }
            self.last = c;
        }
        self.at = at;
        self.begun
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{manuscript, source::Sources};

    /// The kinds of odd characters that a file has.
    fn kinds(name: &str, text: &str) -> Vec<OddKind> {
        let sources = Sources::from_files([(name, text)]);
        let manuscript = manuscript::read(&sources);
        let found = all(&Context::new(&sources, &manuscript));
        found.into_iter().map(|odd| odd.kind).collect()
    }

    #[test]
    fn nothing_usual_is_odd() {
        for c in ' '..=char::MAX {
            if beyond_usual(c.encode_utf8(&mut [0; 4])).next().is_none() {
                assert_eq!(kind(c), None, "{c}");
            }
        }
    }

    #[test]
    fn comments_are_the_writers_own() {
        for text in [
            "# \u{200B}\nname: 柏崎市\n",
            "name: 柏崎市 # \u{200B}\n",
            "name: 柏崎市\t# \u{200B}\n",
            "name: it's # \u{200B}\n",
            "name: [\"a\", 'b'] # \u{200B}\n",
            "name: \"it's\" # \u{200B}\n",
            "name: a # b # \u{200B}\n",
        ] {
            assert_eq!(kinds("city.yaml", text), [], "{text}");
        }
    }

    #[test]
    fn what_is_no_comment_is_looked_at() {
        for text in [
            "name: \u{200B}\n",
            "# 柏崎\nname: \u{200B}\n",
            "name: 柏崎市#\u{200B}\n",
            "name: \"a # \u{200B}\"\n",
            "name: 'a # \u{200B}'\n",
            "names: [\"a # \u{200B}\"]\n",
            "names: [a,'b # \u{200B}']\n",
            "names: {'a # \u{200B}': b}\n",
        ] {
            assert_eq!(kinds("city.yaml", text), [OddKind::Invisible], "{text}");
        }
        let chapter = |text: &str| kinds("reports/2021/chapters/goals.md", text);
        assert_eq!(chapter("本文 # \u{200B}\n---\n"), [OddKind::Invisible]);
        let department = "---\n# \u{200B}\n---\n# \u{200B}\n";
        let found = kinds("reports/2021/departments/sangyo.md", department);
        assert_eq!(found, [OddKind::Invisible], "behind the front matter");
        let block = "parts:\n  - description: |\n      本文 # \u{200B}\n";
        assert_eq!(kinds("plan.yaml", block), [OddKind::Invisible]);
    }

    #[test]
    fn files_that_are_not_printed_are_left_alone() {
        assert_eq!(kinds("dictionary.yaml", "a: \u{200B}\n"), []);
        assert_eq!(kinds("README.md", "\u{200B}\n"), []);
        assert_eq!(kinds("templates/page.html", "\u{200B}\n"), []);
    }

    #[test]
    fn runs_are_told_once_and_kanji_of_names_not_at_all() {
        let csv = |text: &str| kinds("series/kpi.csv", text);
        assert_eq!(csv("ｶﾀｶﾅ,ｶﾅ"), [OddKind::HalfWidthKana; 2]);
        assert_eq!(csv("专业"), [OddKind::Chinese; 2]);
        assert_eq!(csv("﨑﨎﨏﨓﨔﨟﨡﨣﨤﨧﨨﨩"), []);
        assert_eq!(csv("\u{F900}"), [OddKind::Compatibility]);
        assert_eq!(csv("か\u{3099}"), [OddKind::Decomposed]);
    }
}
