//! Bytes to text: UTF-8 with or without a BOM, else CP932 (what Excel and old editors on Japanese Windows write).

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
pub fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), DecodeFault> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(DecodeFault::Utf16);
    }
    let (bytes, encoding) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest.to_vec(), Encoding::Utf8Bom),
        None => (bytes, Encoding::Utf8),
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, encoding)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            match cp932(&bytes) {
                Some(text) => Ok((text, Encoding::Cp932)),
                None => {
                    let line = bytes[..good].iter().filter(|b| **b == b'\n').count() + 1;
                    Err(DecodeFault::Unknown {
                        line: u32::try_from(line).unwrap_or(u32::MAX),
                    })
                }
            }
        }
    }
}

/// CP932 without errors. Its Microsoft mapping gives the characters that a Windows keyboard types (～, －), so that a name is
/// the same in files of either encoding.
fn cp932(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_with_and_without_bom() {
        assert_eq!(decode("市".into()), Ok(("市".to_owned(), Encoding::Utf8)));
        assert_eq!(
            decode(b"\xEF\xBB\xBFa".to_vec()),
            Ok(("a".to_owned(), Encoding::Utf8Bom))
        );
    }

    #[test]
    fn excel_on_windows() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("柏崎市①～－");
        assert_eq!(
            decode(bytes.into_owned()),
            Ok(("柏崎市①～－".to_owned(), Encoding::Cp932))
        );
    }

    #[test]
    fn what_is_neither_is_refused_with_its_line() {
        assert_eq!(decode(b"\xFF\xFEa\0".to_vec()), Err(DecodeFault::Utf16));
        assert_eq!(
            decode(b"a\nb\n\x80\xFFx".to_vec()),
            Err(DecodeFault::Unknown { line: 3 })
        );
    }
}
