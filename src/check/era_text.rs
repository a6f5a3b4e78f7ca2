//! Years as people write them in running text: `令和2（2020）年度`, `R2（2020）`, `2020年（令和2年）`, `平成31年4月30日`,
//! `2021年2月30日`. Finds them with their place and what they say; whether that can be true is for the rules.
//!
//! One pass from left to right: every byte is looked at a bounded number of times.

mod begins;

use std::ops::Range;

use begins::{may_begin, next_beginning};

use crate::model::{Era, EraYear};

/// A year in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// From the first character of the year to the last of its date.
    pub span: Range<usize>,
    /// The year in an era; absent for a western year alone.
    pub era: Option<Written>,
    /// The western year, alone or beside the era's.
    pub western: Option<u16>,
    /// 年度 or 年, if either stands there.
    pub unit: Option<Unit>,
    /// The month behind it.
    pub month: Option<u16>,
    /// The day behind that.
    pub day: Option<u16>,
}

/// A year in an era, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// From the era's name to its number.
    pub span: Range<usize>,
    /// The era, spelt out or by its letter.
    pub era: Era,
    /// Its number.
    pub number: u16,
    /// How the number stands there.
    pub style: Style,
}

/// How an era's year is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 令和元.
    First,
    /// 令和2.
    Number,
    /// R2.
    Letter,
}

/// What a year is followed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 年度.
    Fiscal,
    /// 年.
    Calendar,
}

impl Mention {
    /// The western year it means, by what is written; `None` if the era had no such year and no other is given.
    pub fn year(&self) -> Option<u16> {
        self.western.or_else(|| self.era.as_ref()?.year().western())
    }
}

impl Written {
    /// As the model names it.
    pub fn year(&self) -> EraYear {
        EraYear {
            era: self.era,
            number: self.number,
        }
    }
}

/// Every year in the text, in order.
pub fn find(text: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut reader = Reader { text, at: 0 };
    let mut before = None;
    while let Some(c) = reader.peek() {
        // Nearly all of a text begins no year.
        if !may_begin(text.as_bytes(), reader.at) {
            reader.at = next_beginning(text.as_bytes(), reader.at);
            before = text[..reader.at].chars().next_back();
            continue;
        }
        let start = reader.at;
        let begins = match c {
            '昭' | '平' | '令' => reader.era_first(Style::Number),
            'S' | 'H' | 'R' | 'Ｓ' | 'Ｈ' | 'Ｒ' if !before.is_some_and(is_latin) => reader.era_first(Style::Letter),
            '0'..='9' | '０'..='９' if !before.is_some_and(in_number) => reader.western_first(),
            _ => None,
        };
        match begins {
            Some(mention) => {
                before = text[..reader.at].chars().next_back();
                found.push(mention);
            }
            None => {
                reader.at = start + c.len_utf8();
                before = Some(c);
            }
        }
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, word: &str) -> bool {
        let there = self.rest().starts_with(word);
        if there {
            self.at += word.len();
        }
        there
    }

    fn eat_any(&mut self, chars: &[char]) -> bool {
        let there = self.peek().filter(|c| chars.contains(c));
        self.at += there.map_or(0, char::len_utf8);
        there.is_some()
    }

    /// A space or two: people and PDF readers leave them within dates.
    fn blanks(&mut self) {
        for _ in 0..2 {
            self.eat_any(&[' ', '\u{3000}']);
        }
    }

    /// Digits of either width, at most four (a fifth makes it no year).
    fn number(&mut self) -> Option<(u16, usize)> {
        let start = self.at;
        let (mut value, mut digits) = (0u16, 0);
        while let Some(digit) = self.peek().and_then(digit) {
            digits += 1;
            if digits > 4 {
                self.at = start;
                return None;
            }
            value = value * 10 + digit;
            self.at += self.peek().map_or(0, char::len_utf8);
        }
        (digits > 0).then_some((value, digits))
    }

    /// 二, 十一, 三十: what stands in formal texts.
    fn kanji(&mut self) -> Option<u16> {
        let start = self.at;
        let mut value: u16 = 0;
        let mut last: Option<u16> = None;
        while let Some(c) = self.peek() {
            match ("一二三四五六七八九".chars().position(|known| known == c), c) {
                (Some(at), _) if last.is_none() => last = Some(at as u16 + 1),
                (None, '十') if value == 0 => value = last.take().unwrap_or(1) * 10,
                _ => break,
            }
            self.at += c.len_utf8();
        }
        value += last.unwrap_or(0);
        (self.at > start).then_some(value)
    }

    fn era_first(&mut self, style: Style) -> Option<Mention> {
        let start = self.at;
        let written = self.era_year(style)?;
        let named = self.at;
        let mut western = self.western_aside();
        self.blanks();
        let unit = self.unit();
        if unit.is_none() {
            self.at = self
                .at
                .min(named.max(western.as_ref().map_or(named, |aside| aside.end)));
        }
        if western.is_none() && unit.is_some() {
            western = self.western_aside();
        }
        // 令和3年（2020年度）: January to March lie in the fiscal year before; that is no slip.
        let western = western.filter(|aside| aside.unit.is_none() || unit.is_none() || aside.unit == unit);
        let (month, day) = self.month_and_day(unit, style);
        let known = western.is_some() || unit.is_some() || month.is_some();
        if style == Style::Letter && !known {
            return None;
        }
        Some(Mention {
            span: start..self.at,
            era: Some(written),
            western: western.map(|aside| aside.year),
            unit,
            month,
            day,
        })
    }

    fn era_year(&mut self, style: Style) -> Option<Written> {
        let start = self.at;
        let era = Era::ALL.into_iter().find(|era| match style {
            Style::Letter => self.eat_any(&[era.letter(), wide(era.letter())]),
            Style::First | Style::Number => self.eat(era.name()),
        })?;
        if style != Style::Letter {
            self.blanks();
            if self.eat("元") {
                return Some(Written {
                    span: start..self.at,
                    era,
                    number: 1,
                    style: Style::First,
                });
            }
        }
        let number = match self.number() {
            Some((number, digits)) if digits <= 2 || style != Style::Letter => number,
            Some(_) => return None,
            None if style == Style::Letter => return None,
            None => self
                .kanji()
                .filter(|_| self.rest().starts_with('年') || self.rest().starts_with('（'))?,
        };
        Some(Written {
            span: start..self.at,
            era,
            number,
            style,
        })
    }

    /// 2020年度（令和2年度）, or a western date.
    fn western_first(&mut self) -> Option<Mention> {
        let start = self.at;
        let (year, digits) = self.number()?;
        if digits != 4 || !(1868..=2200).contains(&year) {
            return None;
        }
        let mut era = self.era_aside();
        let named = self.at;
        self.blanks();
        let unit = self.unit();
        if unit.is_none() {
            self.at = named;
        } else if era.is_none() {
            era = self.era_aside();
        }
        let (month, day) = self.month_and_day(unit, Style::Number);
        if era.is_none() && unit.is_none() {
            return None;
        }
        let era = era.filter(|(_, inner)| inner.is_none() || unit.is_none() || *inner == unit);
        Some(Mention {
            span: start..self.at,
            era: era.map(|(written, _)| written),
            western: Some(year),
            unit,
            month,
            day,
        })
    }

    /// `（2020）`, `(西暦2020年)`; anything else in brackets is left where it stands.
    fn western_aside(&mut self) -> Option<Aside> {
        self.aside(|reader| {
            reader.eat("西暦");
            let (year, digits) = reader.number()?;
            let unit = reader.unit();
            (digits == 4).then_some((year, unit))
        })
        .map(|((year, unit), end)| Aside { year, unit, end })
    }

    fn era_aside(&mut self) -> Option<(Written, Option<Unit>)> {
        self.aside(|reader| {
            let style = match reader.peek()? {
                '昭' | '平' | '令' => Style::Number,
                _ => Style::Letter,
            };
            let written = reader.era_year(style)?;
            let unit = reader.unit();
            Some((written, unit))
        })
        .map(|(inner, _)| inner)
    }

    fn aside<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<(T, usize)> {
        let start = self.at;
        let inner = if self.eat_any(&['（', '(']) { read(self) } else { None };
        match inner {
            Some(inner) if self.eat_any(&['）', ')']) => Some((inner, self.at)),
            _ => {
                self.at = start;
                None
            }
        }
    }

    fn unit(&mut self) -> Option<Unit> {
        if self.eat("年度") {
            Some(Unit::Fiscal)
        } else if self.rest().starts_with("年") && !self.rest().starts_with("年間") {
            self.at += "年".len();
            Some(Unit::Calendar)
        } else {
            None
        }
    }

    /// 4月1日 behind 年; 4.1 behind R2.
    fn month_and_day(&mut self, unit: Option<Unit>, style: Style) -> (Option<u16>, Option<u16>) {
        let start = self.at;
        let spelt = unit == Some(Unit::Calendar);
        let dotted = unit.is_none() && style == Style::Letter && self.eat_any(&['.', '．']);
        if !spelt && !dotted {
            return (None, None);
        }
        self.blanks();
        let month = self.number().filter(|(_, digits)| *digits <= 2).map(|(month, _)| month);
        let goes_on = if dotted {
            self.eat_any(&['.', '．'])
        } else {
            self.eat("月")
        };
        let Some(month) = month.filter(|_| goes_on && !self.rest().starts_with("間")) else {
            self.at = start;
            return (None, None);
        };
        let end = self.at;
        self.blanks();
        let day = self.number().filter(|(_, digits)| *digits <= 2).map(|(day, _)| day);
        if let Some(day) = day.filter(|_| dotted || self.eat("日")) {
            return (Some(month), Some(day));
        }
        if dotted {
            self.at = start;
            return (None, None);
        }
        self.at = end;
        (Some(month), None)
    }
}

/// What stands in brackets behind an era's year.
struct Aside {
    year: u16,
    unit: Option<Unit>,
    end: usize,
}

fn digit(c: char) -> Option<u16> {
    let ascii = match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0)?,
        other => other,
    };
    ascii.to_digit(10).and_then(|digit| u16::try_from(digit).ok())
}

fn wide(letter: char) -> char {
    char::from_u32(letter as u32 + 0xFEE0).unwrap_or(letter)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || ('Ａ'..='ｚ').contains(&c)
}

fn in_number(c: char) -> bool {
    digit(c).is_some() || matches!(c, '.' | ',' | '．' | '，') || is_latin(c)
}

#[cfg(test)]
mod tests;
