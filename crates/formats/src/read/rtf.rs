//! Rich text, as Word, WPS, WordPad and LibreOffice save it.
//!
//! A file is one text with control words in it, and groups in braces that keep what
//! holds outside of them. Characters stand as bytes of the encoding that the font or
//! the document names, or as `\u` with a substitute for programs that don't know it.
//! Lines are those of [docx](super::docx): a paragraph, cut at soft breaks; a row of a
//! table with its cells joined by TAB; tracked changes as if accepted; the number of a
//! numbered paragraph, which stands in the file; no headers, notes and comments.

mod charset;
mod flow;
mod state;
mod tables;
mod text;
mod token;
mod walk;

use crate::error::Error;
use crate::extracted::Extracted;
use crate::format::Format;
use crate::limits::Limits;

/// Reads rich text.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Extracted, Error> {
    let (paragraphs, metadata, seen) = walk::Walk::new(bytes, limits).read()?;
    Ok(Extracted { format: Format::Rtf, encoding: None, paragraphs, metadata, warnings: seen.warnings() })
}
