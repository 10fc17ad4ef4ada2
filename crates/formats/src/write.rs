//! Writing: one function a format, each from a speech to bytes.

mod docx;
mod markdown;
mod text;

use crate::error::Error;
use crate::format::Format;
use crate::house_style::HouseStyle;
use speech::Speech;

/// A speech as a file: what `show` prints, in that format. Plain formats have no use
/// for the style. Slots that nobody filled are written as their placeholders.
///
/// # Errors
/// [`Error::NotWritten`] where a packed file can't be put together, and for a format
/// that is not in [`Format::WRITTEN`].
pub fn write(speech: &Speech, style: &HouseStyle, format: Format) -> Result<Vec<u8>, Error> {
    match format {
        Format::Txt => Ok(text::write(speech)),
        Format::Md => Ok(markdown::write(speech)),
        Format::Docx => docx::write(speech, style),
        Format::Doc | Format::Wps | Format::Rtf | Format::Odt | Format::Html | Format::Pdf => {
            Err(Error::NotWritten { detail: format!("{} is only read", format.word()) })
        }
    }
}
