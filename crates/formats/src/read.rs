//! Reading: one function a format, each from bytes to [`Extracted`].

mod docx;
mod html;
mod markdown;
mod number_format;
mod odt;
mod properties;
mod rtf;
mod seen;
mod sheet;
mod style_names;
mod symbols;
mod text;
mod words;

use crate::error::{Error, LooksLike};
use crate::extracted::Extracted;
use crate::limits::Limits;
use crate::sniff::{Content, sniff};
use crate::zip::Container;
use speech::fill::DataSheet;

pub(crate) use html::is_archive as is_web_archive;

/// How a file is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The encoding of a text file or a web page by its label (`gbk`), where the writer
    /// knows it better. Formats that say it themselves don't ask.
    pub encoding: Option<String>,
    /// What the file may ask of the machine.
    pub limits: Limits,
}

/// Reads a file. Its name tells Markdown (`.md`, `.markdown`) and data sheets (`.csv`,
/// `.tsv`), which are no speeches, from plain text, and nothing else. An empty file has
/// no lines and is no error.
///
/// # Errors
/// Any [`Error`] but those of writing. Nothing of a broken file is handed over.
pub fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Extracted, Error> {
    check_size(bytes, &options.limits)?;
    match sniff(bytes, name)? {
        Content::Packed => packed(bytes, &options.limits),
        Content::Rtf => rtf::read(bytes, &options.limits),
        Content::Html => html::read(bytes, options),
        Content::Text(_) if is_sheet_name(name) => {
            Err(Error::UnknownFormat { looks_like: LooksLike::DataSheet })
        }
        Content::Text(format) => text::read(bytes, format, options),
    }
}

/// Reads a packed file: which one it is, its parts tell.
fn packed(bytes: &[u8], limits: &Limits) -> Result<Extracted, Error> {
    let container = Container::open(bytes, limits)?;
    if !container.has(docx::CONTENT_TYPES) && odt::is_open_document(&container) {
        return odt::read(container, limits);
    }
    docx::read(container, limits)
}

/// Labels and values in a text file look like any text.
fn is_sheet_name(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| ["csv", "tsv"].contains(&extension.as_str()))
}

/// Reads labels and values from a data sheet in CSV, UTF-8 or GB18030: its first
/// two columns, parted by comma, semicolon or TAB, a header left out. A row without
/// label or value says nothing and is left out too.
///
/// # Errors
/// [`Error::NotSheet`] for a file that is something else; else as [`read()`].
pub fn read_sheet(bytes: &[u8], name: &str, limits: &Limits) -> Result<DataSheet, Error> {
    check_size(bytes, limits)?;
    let sheet = match sniff(bytes, name) {
        Ok(Content::Packed) => Err(not_a_sheet(bytes, limits)),
        Ok(Content::Rtf) => Err(Error::UnknownFormat { looks_like: LooksLike::Rtf }),
        Ok(Content::Html) => Err(Error::UnknownFormat { looks_like: LooksLike::Html }),
        Ok(Content::Text(_)) => sheet::read(bytes, limits),
        Err(error) => Err(error),
    };
    sheet.map_err(|error| match error {
        Error::UnknownFormat { looks_like } => Error::NotSheet { looks_like },
        error => error,
    })
}

/// Why a packed file is no data sheet.
fn not_a_sheet(bytes: &[u8], limits: &Limits) -> Error {
    let looks_like = Container::open(bytes, limits).and_then(|mut container| {
        if !container.has(docx::CONTENT_TYPES) && odt::is_open_document(&container) {
            return Ok(odt::other(&mut container)?.unwrap_or(LooksLike::OpenDocument));
        }
        docx::looks_like(container, limits)
    });
    looks_like.map_or_else(|error| error, |looks_like| Error::UnknownFormat { looks_like })
}

fn check_size(bytes: &[u8], limits: &Limits) -> Result<(), Error> {
    let size = bytes.len() as u64;
    if size > limits.file_bytes {
        return Err(Error::FileTooLarge { bytes: size, limit_bytes: limits.file_bytes });
    }
    Ok(())
}
