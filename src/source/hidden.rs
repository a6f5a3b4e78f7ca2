//! Characters that nobody can see, wherever they stand: in names of files, in values, in what is typed into a sheet.

/// Control characters, line feeds and tabs among them; what has no width; what turns the direction of reading; tags.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
        || matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
