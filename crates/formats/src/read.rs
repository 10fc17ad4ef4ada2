//! Reading: one function a format, each from bytes to [`Extracted`].

mod doc;
mod docx;
mod html;
mod markdown;
mod number_format;
mod numbering;
mod ods;
mod odt;
pub(crate) mod package;
mod pdf;
mod properties;
mod rtf;
mod seen;
mod sheet;
mod style_names;
mod symbols;
mod text;
mod words;
mod workbook;
mod xls;

use crate::apart::Apart;
use crate::error::{Error, LooksLike};
use crate::extracted::Extracted;
use crate::limits::Limits;
use crate::ole::Ole;
use crate::sniff::{Content, sniff};
use crate::zip::Container;
use speech::Paragraph;
use speech::fill::DataSheet;
use speech::returned::{Returned, ReturnedLine};

pub(crate) use html::is_archive as is_web_archive;

/// How a file is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The encoding of a text file or a web page by its label (`gbk`), where the writer
    /// knows it better. Formats that say it themselves don't ask.
    pub encoding: Option<String>,
    /// What the file may ask of the machine.
    pub limits: Limits,
    /// Who reads what could bring the program down: PDF, and files of the old Office. Read
    /// where it is without, which is for tests.
    pub apart: Option<Apart>,
}

/// Reads a file. Its name tells Markdown (`.md`, `.markdown`) and data sheets (`.csv`,
/// `.tsv`), which are no speeches, from plain text, WPS from Word, and nothing else. An empty file has
/// no lines and is no error.
///
/// # Errors
/// Any [`Error`] but those of writing. Nothing of a broken file is handed over.
pub fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Extracted, Error> {
    check_size(bytes, &options.limits)?;
    match (sniff(bytes, name)?, &options.apart) {
        (Content::Ole | Content::Pdf, Some(apart)) => apart.read(bytes, name, &options.limits),
        (content, _) => read_here(content, bytes, name, options),
    }
}

fn read_here(content: Content, bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Extracted, Error> {
    match content {
        Content::Packed => packed(bytes, &options.limits),
        Content::Ole => doc::read(bytes, name, &options.limits),
        Content::Pdf => pdf::read(bytes, &options.limits),
        Content::Rtf => rtf::read(bytes, &options.limits),
        Content::Html => html::read(bytes, options),
        Content::Text(_) if is_sheet_name(name) => {
            Err(Error::UnknownFormat { looks_like: LooksLike::DataSheet })
        }
        Content::Text(format) => text::read(bytes, format, options),
    }
}

/// Reads what a program has put on the clipboard as a piece of a web page: its lines, and what
/// it says of them. Pictures, styles and scripts are passed over.
///
/// # Errors
/// A limit is exceeded.
pub fn read_clipboard(html: &str, limits: &Limits) -> Result<Vec<Paragraph>, Error> {
    check_size(html.as_bytes(), limits)?;
    let options =
        ReadOptions { encoding: Some("utf-8".into()), limits: limits.clone(), ..ReadOptions::default() };
    Ok(html::read(html.as_bytes(), &options)?.paragraphs)
}

/// Reads a packed file: which one it is, its parts tell.
fn packed(bytes: &[u8], limits: &Limits) -> Result<Extracted, Error> {
    let container = Container::open(bytes, limits)?;
    if !container.has(package::CONTENT_TYPES) && odt::is_open_document(&container) {
        return odt::read(container, limits);
    }
    docx::read(container, limits)
}

/// Reads a file that came back changed. A Word file gives both its texts, who changed what and
/// the comments; any other only what it says now.
///
/// # Errors
/// As [`read()`].
pub fn read_returned(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Returned, Error> {
    check_size(bytes, &options.limits)?;
    if sniff(bytes, name)? == Content::Packed {
        let container = Container::open(bytes, &options.limits)?;
        if container.has(package::CONTENT_TYPES) {
            return docx::read_returned(container, &options.limits);
        }
    }
    let paragraphs = read(bytes, name, options)?.paragraphs;
    let line = |paragraph| ReturnedLine { paragraph, ..ReturnedLine::default() };
    Ok(Returned { before: None, after: paragraphs.into_iter().map(line).collect() })
}

/// Labels and values in a text file look like any text.
fn is_sheet_name(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| ["csv", "tsv"].contains(&extension.as_str()))
}

/// Reads labels and values from a data sheet: the first two columns of a file in CSV,
/// UTF-8 or GB18030, parted by comma, semicolon or TAB; or those of the first sheet of a
/// workbook (`.xlsx`, `.ods`, `.xls` since Excel 97) that has any, numbers as they are shown, of
/// formulas what they came to. A header is left out, and
/// so is a row without label or value, which says nothing.
///
/// # Errors
/// [`Error::NotSheet`] for a file that is something else; else as [`read()`].
pub fn read_sheet(bytes: &[u8], name: &str, limits: &Limits) -> Result<DataSheet, Error> {
    check_size(bytes, limits)?;
    let sheet = match sniff(bytes, name) {
        Ok(Content::Packed) => packed_sheet(bytes, limits),
        Ok(Content::Ole) => old_sheet(bytes, limits),
        Ok(Content::Pdf) => Err(Error::UnknownFormat { looks_like: LooksLike::Pdf }),
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

/// Reads a data sheet out of a file of the old Office.
fn old_sheet(bytes: &[u8], limits: &Limits) -> Result<DataSheet, Error> {
    match Ole::open(bytes)?.stream("Workbook") {
        Some(workbook) => xls::read(&workbook, limits),
        None => Err(doc::not_a_sheet(bytes)),
    }
}

/// Reads a data sheet out of a packed file.
fn packed_sheet(bytes: &[u8], limits: &Limits) -> Result<DataSheet, Error> {
    let mut container = Container::open(bytes, limits)?;
    if !container.has(package::CONTENT_TYPES) && odt::is_open_document(&container) {
        return match odt::other(&mut container)?.unwrap_or(LooksLike::OpenDocument) {
            LooksLike::Spreadsheet => ods::read(container, limits),
            looks_like => Err(Error::UnknownFormat { looks_like }),
        };
    }
    workbook::read(container, limits)
}

fn check_size(bytes: &[u8], limits: &Limits) -> Result<(), Error> {
    let size = bytes.len() as u64;
    if size > limits.file_bytes {
        return Err(Error::FileTooLarge { bytes: size, limit_bytes: limits.file_bytes });
    }
    Ok(())
}
