//! The little print sheet of one edition: its title in the margin of every printed page. A stylesheet of its own because
//! the text is the edition's and a strict policy allows no inline styles.

use crate::{
    draft::Draft,
    model::{Edition, Publication},
};

/// `print.css`.
pub(crate) fn styles(publication: &Publication, edition: &Edition, draft: Option<&Draft>) -> String {
    let title = format!("{}　{} 進行管理報告書", publication.city.name, edition.year.long());
    let mut sheet = format!(
        "@page {{\n  @top-right {{ content: \"{}\"; font: 9pt sans-serif; color: #333; }}\n}}\n@page cover {{\n  @top-right {{ content: none; }}\n}}\n",
        css_text(&title)
    );
    if let Some(draft) = draft {
        sheet.push_str(&self::draft(draft));
    }
    sheet
}

/// On every printed page of a draft, the cover too: that it is one, and which.
pub(crate) fn draft(draft: &Draft) -> String {
    let mark = css_text(&format!("【案】{}", draft.label.text()));
    let margin = format!("@top-left {{ content: \"{mark}\"; font: bold 10pt sans-serif; color: #1a1a1a; }}");
    let cover = "@top-right { content: none; }";
    format!("@page {{\n  {margin}\n}}\n@page cover {{\n  {margin}\n  {cover}\n}}\n")
}

/// Inside a CSS string: everything that could end it, or the tag around it, is written as an escape.
fn css_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' => out.push_str(&format!("\\{:x} ", c as u32)),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_leave_its_string() {
        assert_eq!(css_text("柏崎市\"}</style>\n"), "柏崎市\\22 }\\3c /style\\3e ");
    }
}
