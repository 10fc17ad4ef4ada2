//! Word files since 2007, as Word, WPS, LibreOffice and scripts write them.
//!
//! A line is a paragraph of the body in reading order. A soft break starts a line, a
//! page break doesn't; a row of a table is one line, its cells joined by TAB.
//! Tracked changes are read as if accepted, as they are shown when printed. The
//! number of a numbered paragraph is not in the file's text, yet what the reader
//! sees: it is counted and written in front. Headers, footers, comments and notes
//! are no lines.

mod body;
mod flow;
mod look;
mod numbering;
mod package;
mod styles;
mod tag;

use crate::error::{Error, LooksLike};
use crate::extracted::{Extracted, Metadata};
use crate::format::Format;
use crate::limits::Limits;
use crate::xml::{Node, Xml};
use body::Body;
use numbering::Numbering;
use package::Package;
use styles::Styles;

/// Reads a Word file.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Extracted, Error> {
    let mut package = Package::open(bytes, limits)?;
    let styles = match package.related("styles")? {
        Some(part) => Styles::read(&part.text, &part.name, limits)?,
        None => Styles::default(),
    };
    let numbering = match package.related("numbering")? {
        Some(part) => Numbering::read(&part.text, &part.name, limits)?,
        None => Numbering::default(),
    };
    let main = package.main()?;
    let (paragraphs, mut seen) = Body::new(&styles, numbering, limits).read(&main.text, &main.name)?;
    seen.macros = package.has_related("vbaProject");
    let metadata = match package.properties()? {
        Some(part) => metadata(&part.text, &part.name, limits)?,
        None => Metadata::default(),
    };
    Ok(Extracted { format: Format::Docx, encoding: None, paragraphs, metadata, warnings: seen.warnings() })
}

/// Why a packed file is no data sheet.
pub(super) fn not_a_sheet(bytes: &[u8], limits: &Limits) -> Error {
    match Package::open(bytes, limits) {
        Ok(_) => Error::UnknownFormat { looks_like: LooksLike::WordDocument },
        Err(error) => error,
    }
}

/// Reads the file's properties.
fn metadata(text: &str, part: &str, limits: &Limits) -> Result<Metadata, Error> {
    let mut metadata = Metadata::default();
    let mut xml = Xml::new(text, part, limits);
    let mut names: Vec<String> = Vec::new();
    loop {
        match xml.next()? {
            Node::Start(element) => names.push(element.local_name().as_ref().to_owned()),
            Node::End => drop(names.pop()),
            Node::Text(text) => {
                let value = match names.last().map(String::as_str) {
                    Some("title") => &mut metadata.title,
                    Some("creator") => &mut metadata.author,
                    Some("created") => &mut metadata.created,
                    _ => continue,
                };
                value.get_or_insert_default().push_str(&text);
            }
            Node::Eof => break,
        }
    }
    for value in [&mut metadata.title, &mut metadata.author, &mut metadata.created] {
        *value = value.take().filter(|value| !speech::text::trim(value).is_empty());
    }
    Ok(metadata)
}
