//! The plotters backend that writes our SVG: small, classed, escaped, 0.1 px precise.
//!
//! Plotters' pixel is our tenth of a pixel. Colours and widths of plotters' styles are not used: the look of a shape is
//! the [`Mark`] that is set when it is drawn. Neither `style` attributes nor `<style>` nor scripts may enter (a strict
//! content-security policy refuses them), nor ids other than the caller's (many charts share a page).

use super::mark::Mark;
use super::{FONT, Tenths, text};
use crate::model::digits;
use memchr::memchr_iter;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;

/// What stands in the root element.
pub(super) struct Root<'a> {
    pub id: &'a str,
    pub class: &'a str,
    pub title: &'a str,
    /// May be empty: then the title alone names the picture.
    pub description: &'a str,
    pub width: Tenths,
    pub height: Tenths,
}

/// An SVG document being written.
pub(super) struct Svg<'o> {
    out: &'o mut String,
    size: (u32, u32),
    mark: Option<Mark>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'o> Svg<'o> {
    /// Writes the root's start tag with its title and description.
    pub(super) fn open(out: &'o mut String, root: &Root<'_>) -> Self {
        let mut id = String::with_capacity(root.id.len());
        escape(&mut id, root.id);
        out.extend([
            r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" id=""#,
            &id,
            r#"" aria-labelledby=""#,
            &id,
            "-title",
        ]);
        if !root.description.is_empty() {
            out.extend([" ", &id, "-desc"]);
        }
        out.extend([r#"" class=""#, root.class]);
        // Width and height give the picture a sane size where no page style reaches it.
        for (before, length) in [
            (r#"" viewBox="0 0 "#, root.width),
            (" ", root.height),
            (r#"" width=""#, root.width),
            (r#"" height=""#, root.height),
            (
                r##"" fill="#333" font-family="&quot;BIZ UDGothic&quot;,&quot;Noto Sans JP&quot;,sans-serif" font-size=""##,
                FONT,
            ),
        ] {
            out.push_str(before);
            tenths(out, length);
        }
        out.extend([r#"" text-anchor="middle"><title id=""#, &id, r#"-title">"#]);
        escape(out, root.title);
        out.push_str("</title>");
        if !root.description.is_empty() {
            out.extend([r#"<desc id=""#, &id, r#"-desc">"#]);
            escape(out, root.description);
            out.push_str("</desc>");
        }
        let size = (root.width.unsigned_abs(), root.height.unsigned_abs());
        Self { out, size, mark: None }
    }

    /// Sets the look of what is drawn next; without a mark it looks like its group.
    pub(super) fn set_mark(&mut self, mark: Option<Mark>) {
        self.mark = mark;
    }

    /// Begins a group that lends its look to what is in it, and may say what it stands for.
    pub(super) fn open_group(&mut self, mark: Mark, title: Option<&str>) {
        self.out.push_str("<g");
        self.out.push_str(mark.attributes());
        self.out.push('>');
        if let Some(title) = title {
            self.out.push_str("<title>");
            escape(self.out, title);
            self.out.push_str("</title>");
        }
    }

    /// Ends the innermost group.
    pub(super) fn close_group(&mut self) {
        self.out.push_str("</g>");
    }

    /// `begin` is what stands before the value, quotes and all.
    fn attribute(&mut self, begin: &str, value: Tenths) {
        self.out.push_str(begin);
        tenths(self.out, value);
        self.out.push('"');
    }

    fn end_tag(&mut self) {
        self.out.push_str(self.mark.map_or("", Mark::attributes));
        self.out.push_str("/>");
    }

    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, end: &str) {
        self.out.push_str("<path d=\"");
        let mut last: Option<BackendCoord> = None;
        for (x, y) in points {
            match last {
                Some((_, before)) if before == y => {
                    self.out.push('H');
                    tenths(self.out, x);
                }
                Some((before, _)) if before == x => {
                    self.out.push('V');
                    tenths(self.out, y);
                }
                _ => {
                    self.out.push(if last.is_none() { 'M' } else { 'L' });
                    tenths(self.out, x);
                    self.out.push(' ');
                    tenths(self.out, y);
                }
            }
            last = Some((x, y));
        }
        self.out.push_str(end);
        self.out.push('"');
        self.end_tag();
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    /// Writes the root's end tag; nothing may be drawn after it.
    fn present(&mut self) -> Drawn {
        self.out.push_str("</svg>");
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S) -> Drawn {
        self.path([from, to], "");
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        self.out.push_str("<rect");
        self.attribute(r#" x=""#, from.0.min(to.0));
        self.attribute(r#" y=""#, from.1.min(to.1));
        self.attribute(r#" width=""#, (to.0 - from.0).abs());
        self.attribute(r#" height=""#, (to.1 - from.1).abs());
        self.end_tag();
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        self.path(path, "");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, _: &S, _: bool) -> Drawn {
        self.out.push_str("<circle");
        self.attribute(r#" cx=""#, x);
        self.attribute(r#" cy=""#, y);
        self.attribute(r#" r=""#, Tenths::try_from(radius).unwrap_or(Tenths::MAX));
        self.end_tag();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vertices: I, _: &S) -> Drawn {
        self.path(vertices, "Z");
        Ok(())
    }

    /// The baseline is at `VPos::Bottom`; no `dominant-baseline`, which PDF tools ignore.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let size = style.size() as Tenths;
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + size * 88 / 100,
            VPos::Center => y + size * 35 / 100,
            VPos::Bottom => y,
        };
        self.out.push_str("<text");
        self.attribute(r#" x=""#, x);
        self.attribute(r#" y=""#, baseline);
        match style.anchor().h_pos {
            HPos::Left => self.out.push_str(r#" text-anchor="start""#),
            HPos::Right => self.out.push_str(r#" text-anchor="end""#),
            HPos::Center => {}
        }
        if size != FONT {
            self.attribute(r#" font-size=""#, size);
        }
        self.out.push_str(self.mark.map_or("", Mark::attributes));
        self.out.push('>');
        escape(self.out, text);
        self.out.push_str("</text>");
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as Tenths;
        Ok((
            text::width(text, size, self.mark.is_some_and(Mark::is_bold)).unsigned_abs(),
            size.unsigned_abs(),
        ))
    }
}

/// Writes tenths of a pixel as pixels, without a needless `.0`.
fn tenths(out: &mut String, value: Tenths) {
    if value < 0 {
        out.push('-');
    }
    // Half of what a chart has is such numbers, and the formatter is slow with them.
    let (whole, tenth) = (value.unsigned_abs() / 10, value.unsigned_abs() % 10);
    digits::push(out, whole.into(), 1);
    if tenth != 0 {
        out.push('.');
        digits::push(out, tenth.into(), 1);
    }
}

/// Writes text for element content or a double-quoted attribute. Line ends and tabs become spaces; what neither XML nor
/// HTML may contain is left out.
fn escape(out: &mut String, text: &str) {
    // By the bytes that such a character begins with. Hardly any text has one: all of it is looked at without a stop.
    let special =
        |byte: u8| (byte < b' ') | matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'') | matches!(byte, 0x7F | 0xC2);
    let no_character = |at: usize| text.as_bytes().get(at + 1) == Some(&0xBF);
    if !text.bytes().fold(false, |found, byte| found | special(byte))
        && !memchr_iter(0xEF, text.as_bytes()).any(no_character)
    {
        return out.push_str(text);
    }
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}
