//! What single signs are to YAML of the everyday form: where names, texts and comments begin, and what is left to the
//! library.

use memchr::{memchr_iter, memmem};

/// Whether any character is no text to YAML, looks like a space and is none, or ends lines elsewhere. Told by bytes, and too
/// often rather than too seldom.
pub(super) fn has_odd(text: &str) -> bool {
    let bytes = text.as_bytes();
    // All of it is looked at without a stop: that is many bytes at once.
    let odd = |byte: u8| (byte < b' ') & (byte != b'\n') | matches!(byte, 0x7F | 0xC2 | 0xE1);
    let followed = |at: usize| (bytes.get(at + 1), bytes.get(at + 2));
    bytes.iter().fold(false, |found, byte| found | odd(*byte))
        || memchr_iter(0xE2, bytes).any(|at| {
            matches!(
                followed(at),
                (Some(0x80), Some(0x80..=0x8F | 0xA8..=0xAF)) | (Some(0x81), Some(0x9F..))
            )
        })
        || memchr_iter(0xEF, bytes)
            .any(|at| matches!(followed(at), (Some(0xBB), Some(0xBF)) | (Some(0xBF), Some(0xBE..))))
        || memmem::find(bytes, "\u{3000}".as_bytes()).is_some()
}

/// How many letters, digits, `_` and `-` a line begins with.
pub(super) fn name_length(line: &[u8]) -> usize {
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    line.iter().take_while(is_name).count()
}

/// Where the space stands that a comment begins behind.
pub(super) fn comment(line: &str) -> Option<usize> {
    let mut signs = memchr_iter(b'#', line.as_bytes()).filter_map(|sign| sign.checked_sub(1));
    signs.find(|before| line.as_bytes()[*before] == b' ')
}

/// A sign with which a text without quotes may begin: none of YAML's own.
pub(super) fn begins_text(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'/' | b'(' | b')' | b'_' | b'+' | b'.')
}
