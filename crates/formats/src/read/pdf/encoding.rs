//! Bytes as text where a PDF has no table for it.

use encoding_rs::{MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text outside of pages: a title, a substitute for what is drawn.
pub(super) fn text_string(bytes: &[u8]) -> String {
    let encoding = match bytes {
        [0xFE, 0xFF, ..] => UTF_16BE,
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xEF, 0xBB, 0xBF, ..] => UTF_8,
        // Programs that don't know better write what their system has.
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => encoding_rs::GB18030,
    };
    let text = encoding.decode_with_bom_removal(bytes).0;
    text.trim_end_matches('\0').to_owned()
}

/// A named encoding of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bytes {
    Windows,
    Mac,
    /// That of the font's own, which tells nothing of characters.
    Unknown,
}

impl Bytes {
    /// The encoding of that name.
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        match name {
            // Adobe's standard encoding has the same letters and signs below 128, but for two
            // quotation marks.
            b"WinAnsiEncoding" | b"StandardEncoding" => Some(Self::Windows),
            b"MacRomanEncoding" => Some(Self::Mac),
            _ => None,
        }
    }

    /// The character of a byte.
    pub(super) fn character(self, byte: u8) -> Option<char> {
        let encoding = match self {
            Self::Windows => WINDOWS_1252,
            Self::Mac => MACINTOSH,
            Self::Unknown => return None,
        };
        let decoded = encoding.decode_without_bom_handling(&[byte]).0.chars().next();
        decoded.filter(|character| !character.is_control())
    }
}
