//! Bytes to text: UTF-8 with or without a BOM, else CP932 (what Excel and old editors on Japanese Windows write).

use memchr::memchr_iter;

/// How a file was encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 behind a byte order mark, as Notepad writes it.
    Utf8Bom,
    /// CP932 (Windows-31J).
    Cp932,
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecodeFault {
    /// UTF-16 (「Unicode」 in old Notepads).
    Utf16,
    /// Neither UTF-8 nor CP932; the 1-based line of the first byte that is not.
    Unknown {
        /// Line of the first bad byte.
        line: u32,
    },
}

/// The text of a file's bytes.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), DecodeFault> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(DecodeFault::Utf16);
    }
    let (bytes, encoding) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, Encoding::Utf8Bom),
        None => (bytes, Encoding::Utf8),
    };
    if let Some(text) = strictly(encoding_rs::UTF_8, bytes) {
        return Ok((text, encoding));
    }
    if let Some(text) = strictly(encoding_rs::SHIFT_JIS, bytes) {
        return Ok((text, Encoding::Cp932));
    }
    let good = encoding_rs::Encoding::utf8_valid_up_to(bytes);
    let line = memchr_iter(b'\n', &bytes[..good]).count() + 1;
    Err(DecodeFault::Unknown {
        line: u32::try_from(line).unwrap_or(u32::MAX),
    })
}

/// Text in an encoding, without errors. CP932's Microsoft mapping gives the characters that a Windows keyboard types (～, －),
/// so that a name is the same in files of either encoding.
fn strictly(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_with_and_without_bom() {
        assert_eq!(decode("市".as_bytes()), Ok(("市".to_owned(), Encoding::Utf8)));
        assert_eq!(decode(b"\xEF\xBB\xBFa"), Ok(("a".to_owned(), Encoding::Utf8Bom)));
    }

    #[test]
    fn excel_on_windows() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("柏崎市①～－");
        assert_eq!(decode(&bytes), Ok(("柏崎市①～－".to_owned(), Encoding::Cp932)));
    }

    #[test]
    fn what_is_neither_is_refused_with_its_line() {
        assert_eq!(decode(b"\xFF\xFEa\0"), Err(DecodeFault::Utf16));
        assert_eq!(decode(b"a\nb\n\x80\xFFx"), Err(DecodeFault::Unknown { line: 3 }));
    }
}
