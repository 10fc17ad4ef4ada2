//! Writing: one function a format, each from a speech to bytes.

mod css;
mod docx;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod text;

pub use css::{LineCss, css};
#[cfg(feature = "pdf")]
pub use pdf::missing_fonts;

use crate::error::Error;
use crate::format::Format;
use crate::house_style::HouseStyle;
use crate::page::Appendix;
use speech::{Message, Speech};

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its content.
    pub bytes: Vec<u8>,
    /// How many pages it has: of a PDF. A Word file has as many as Word makes of it: about those of
    /// [`paging`](crate::paging()).
    pub n_pages: Option<u32>,
    /// What is not as the style has it: fonts that this machine does not have.
    pub warnings: Vec<Message>,
}

/// A speech as a file: what `show` prints, in that format. Plain formats have no use
/// for the style. Slots that nobody filled are written as their placeholders.
///
/// # Errors
/// [`Error::NotWritten`] where a packed file can't be put together, and for a format
/// that is not in [`Format::WRITTEN`]; [`Error::NoFont`] for PDF without a Chinese font.
pub fn write(speech: &Speech, style: &HouseStyle, format: Format) -> Result<Written, Error> {
    write_with(speech, style, format, &[])
}

/// A speech as a file, with lists behind it. Plain formats have the speech alone.
///
/// # Errors
/// As [`write`].
pub fn write_with(
    speech: &Speech,
    style: &HouseStyle,
    format: Format,
    appendices: &[Appendix],
) -> Result<Written, Error> {
    let as_meant = |bytes| Written { bytes, n_pages: None, warnings: Vec::new() };
    match format {
        Format::Txt => Ok(as_meant(text::write(speech))),
        Format::Md => Ok(as_meant(markdown::write(speech))),
        Format::Docx => docx::write(speech, style, appendices).map(as_meant),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::write(speech, style, appendices),
        _ => Err(Error::NotWritten { detail: format!("{} is only read", format.word()) }),
    }
}
