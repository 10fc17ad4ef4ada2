//! Plain text and Markdown.
//!
//! A text file is its lines, blank ones included, so that line 7 here is line 7 in
//! every editor. A line ends at CR LF, LF or CR; also at what programs write for a
//! break within a paragraph or between pages (VT, FF, U+0085, U+2028, U+2029). An
//! end of line after the last line opens no other.

use super::ReadOptions;
use crate::encoding::decode;
use crate::error::{Error, Limit};
use crate::extracted::{Extracted, Metadata};
use crate::format::Format;
use crate::limits::Limits;
use speech::Paragraph;

/// Reads plain text, or Markdown where `format` says so.
pub(super) fn read(bytes: &[u8], format: Format, options: &ReadOptions) -> Result<Extracted, Error> {
    let decoded = decode(bytes, options.encoding.as_deref())?;
    let lines = lines(&decoded.text);
    lines.iter().try_for_each(|line| check_length(line, &options.limits))?;
    let paragraph = match format {
        Format::Md => super::markdown::paragraph,
        _ => |line: &str| Paragraph::plain(line),
    };
    Ok(Extracted {
        format,
        encoding: (!bytes.is_empty()).then(|| decoded.encoding.to_owned()),
        paragraphs: lines.into_iter().map(paragraph).collect(),
        metadata: Metadata::default(),
        warnings: decoded.warning().into_iter().collect(),
    })
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end_bytes = rest.find(is_line_end).unwrap_or(rest.len());
        let (line, ended) = rest.split_at(end_bytes);
        lines.push(line);
        rest = ended.strip_prefix("\r\n").unwrap_or_else(|| {
            let mut characters = ended.chars();
            characters.next();
            characters.as_str()
        });
    }
    lines
}

/// Whether a character ends a line.
pub(super) fn is_line_end(character: char) -> bool {
    matches!(character, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Refuses a line, or a cell of a sheet, that is longer than any text.
pub(super) fn check_length(line: &str, limits: &Limits) -> Result<(), Error> {
    let allowed = limits.paragraph_characters;
    // A character has a byte at least, so that most lines need no counting.
    if line.len() > allowed && speech::text::length(line) > allowed {
        return Err(Error::OverLimit { limit: Limit::ParagraphCharacters, allowed: allowed as u64 });
    }
    Ok(())
}
