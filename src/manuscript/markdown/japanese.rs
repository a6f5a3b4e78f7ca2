//! Japanese in Markdown: emphasis next to punctuation, and line ends between characters that take no space.
//!
//! CommonMark decides by the characters beside a run of `*` whether it can open or close. Between a letter and
//! punctuation it can do only one of the two, and Japanese has no spaces to help: `これは**「強調」**です` stays as it is
//! typed. An invisible U+2060 between run and punctuation makes the run open and close. It is put in before parsing,
//! only where it can help, and dropped from whatever comes out. Take this file's first half away when a release of
//! pulldown-cmark carries its own rule (its pull request 1059).

use std::ops::Range;

use memchr::{memchr, memchr3};

/// Not a letter, not a space, not punctuation; nothing in Markdown looks for it.
const JOINER: char = '\u{2060}';

/// A text ready for the parser, and the way back.
pub(super) struct Prepared<'a> {
    /// As it was handed over.
    pub original: &'a str,
    /// With joiners.
    pub text: String,
    /// Whether there is any tab.
    pub has_tab: bool,
    /// Where in `text` each joiner stands that was put in; those that were typed are not here.
    joiners: Vec<usize>,
}

/// What a character beside a run makes of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// A space, a line end or the end of the text: CommonMark is right there.
    Space,
    /// Letters and digits of any script.
    Word,
    /// A run after it opens: `「**`.
    Opening,
    /// A run before it closes: `**」`.
    Closing,
    /// A run beside it may do either: `%`, `"`, `・`.
    Other,
    /// `_` is itself a mark and wants punctuation beside it.
    Underscore,
}

impl<'a> Prepared<'a> {
    /// Puts the joiners in.
    pub fn new(original: &'a str) -> Self {
        let bytes = original.as_bytes();
        let (mut text, mut joiners) = (String::with_capacity(original.len() + 64), Vec::new());
        let (mut copied, mut at) = (0, 0);
        while let Some(found) = memchr3(b'\\', b'*', b'~', &bytes[at..]) {
            at += found;
            let (start, byte) = (at, bytes[at]);
            at += match byte {
                b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => 2,
                b'\\' => 1,
                _ => bytes[at..].iter().take_while(|b| **b == byte).count(),
            };
            // One `~` never marks anything here, and three or more are a fence.
            if byte != b'*' && (byte != b'~' || at - start != 2) {
                continue;
            }
            let before = Beside::of(original[..start].chars().next_back());
            let after = Beside::of(original[at..].chars().next());
            for (place, wanted) in [
                (start, before.hinders_closing(after)),
                (at, after.hinders_opening(before)),
            ] {
                if wanted {
                    text.push_str(&original[copied..place]);
                    joiners.push(text.len());
                    text.push(JOINER);
                    copied = place;
                }
            }
        }
        text.push_str(&original[copied..]);
        Self {
            original,
            text,
            has_tab: memchr(b'\t', bytes).is_some(),
            joiners,
        }
    }

    /// Where a byte of the prepared text stands in the original.
    fn back(&self, at: usize) -> usize {
        at - JOINER.len_utf8() * self.joiners.partition_point(|joiner| *joiner < at)
    }

    /// Where a range of the prepared text stands in the original.
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        self.back(range.start)..self.back(range.end)
    }

    /// A range of the prepared text as the original has it.
    pub fn slice(&self, range: Range<usize>) -> &'a str {
        &self.original[self.range(range)]
    }

    /// Hands out what was typed in a range, piece by piece, each with its place in the original.
    pub fn typed(&self, range: Range<usize>, mut take: impl FnMut(&str, usize)) {
        let (mut start, mut place) = (range.start, self.back(range.start));
        let first = self.joiners.partition_point(|joiner| *joiner < range.start);
        for joiner in self.joiners[first..].iter().take_while(|joiner| **joiner < range.end) {
            take(&self.text[start..*joiner], place);
            place += joiner - start;
            start = joiner + JOINER.len_utf8();
        }
        take(&self.text[start..range.end], place);
    }

    /// Text that the parser made from a range (code, where line ends became spaces) without the joiners put in there.
    pub fn without_joiners(&self, made: &str, range: Range<usize>) -> String {
        let first = self.joiners.partition_point(|joiner| *joiner < range.start);
        let mut joiners = self.joiners[first..]
            .iter()
            .take_while(|joiner| **joiner < range.end)
            .peekable();
        // Typed joiners come out in the order in which they went in, so counting tells which is which.
        let mut typed = self.text[range.clone()].match_indices(JOINER).map(|(at, _)| {
            let put_in = joiners.next_if(|joiner| **joiner == range.start + at).is_some();
            !put_in
        });
        made.chars()
            .filter(|c| *c != JOINER || typed.next().unwrap_or(true))
            .collect()
    }
}

/// An address without joiners: those that were typed have no business there either.
pub(super) fn joinerless(url: &str) -> String {
    url.chars().filter(|c| *c != JOINER).collect()
}

impl Beside {
    fn of(c: Option<char>) -> Self {
        let Some(c) = c else { return Self::Space };
        match c {
            '_' => Self::Underscore,
            '(' | '[' | '{' | '（' | '［' | '｛' | '「' | '『' | '【' | '〔' | '〈' | '《' | '〖' | '〘' | '｟'
            | '｢' | '＜' | '“' | '‘' | '〝' | '«' => Self::Opening,
            ')' | ']' | '}' | '）' | '］' | '｝' | '」' | '』' | '】' | '〕' | '〉' | '》' | '〗' | '〙' | '｠'
            | '｣' | '＞' | '”' | '’' | '〟' | '〞' | '»' | '、' | '。' | '，' | '．' | '､' | '｡' | '：' | '；' => {
                Self::Closing
            }
            c if c.is_whitespace() => Self::Space,
            c if c.is_alphanumeric() => Self::Word,
            _ => Self::Other,
        }
    }

    /// Before a run: keeps it from closing although a reader would take it so. After `「` nobody closes.
    fn hinders_closing(self, after: Self) -> bool {
        match self {
            Self::Closing | Self::Other => after != Self::Space,
            Self::Underscore => after == Self::Word,
            Self::Space | Self::Word | Self::Opening => false,
        }
    }

    /// After a run: keeps it from opening although a reader would take it so. Before `」` or `。` nobody opens.
    fn hinders_opening(self, before: Self) -> bool {
        match self {
            Self::Opening | Self::Other => before != Self::Space,
            Self::Underscore => before == Self::Word,
            Self::Space | Self::Word | Self::Closing => false,
        }
    }
}

/// Whether a line end between two characters vanishes; otherwise it becomes a space.
pub(super) fn joins(before: char, after: char) -> bool {
    // Full-width punctuation carries its own space: `です。` and `IoT` need no other.
    (is_japanese(before) && is_japanese(after)) || is_wide_punctuation(before) || is_wide_punctuation(after)
}

/// Characters that stand in a Japanese line without spaces around them.
fn is_japanese(c: char) -> bool {
    matches!(c,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'   // dashes, quotes, …, ※: full-width in Japanese fonts
        | '\u{2190}'..='\u{22FF}' | '\u{2460}'..='\u{27BF}' // arrows, operators, ①, ─, ■, ☆
        | '\u{2E80}'..='\u{A4CF}'                           // radicals, CJK punctuation, kana, enclosed, ideographs
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{1B000}'..='\u{1B16F}' | '\u{1F200}'..='\u{1F2FF}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_wide_punctuation(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301B}'
        | '！' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '［' | '］' | '｛' | '｝' | '・')
}
