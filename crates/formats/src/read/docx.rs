//! Word files since 2007, as Word, WPS, LibreOffice and scripts write them.
//!
//! A line is a paragraph of the body in reading order. A soft break starts a line, a
//! page break doesn't; a row of a table is one line, its cells joined by TAB.
//! Tracked changes are read as if accepted, as they are shown when printed. The
//! number of a numbered paragraph is not in the file's text, yet what the reader
//! sees: it is counted and written in front. Headers, footers, comments and notes
//! are no lines.

mod body;
mod control;
mod flow;
mod look;
mod numbering;
mod styles;
mod tag;

use super::numbering::Numbering;
use crate::error::{Error, LooksLike};
use crate::extracted::{Extracted, Metadata};
use crate::format::Format;
use crate::limits::Limits;
use crate::read::package::Package;
use crate::read::properties;
use crate::zip::Container;
use body::Body;
use styles::Styles;

/// What Word calls title, author and time of making.
const PROPERTIES: [&str; 3] = ["title", "creator", "created"];

/// Reads a Word file.
pub(super) fn read(container: Container<'_>, limits: &Limits) -> Result<Extracted, Error> {
    let mut package = Package::open(container, limits)?;
    if package.looks_like != LooksLike::WordDocument {
        return Err(Error::UnknownFormat { looks_like: package.looks_like });
    }
    let styles = match package.related("styles")? {
        Some(part) => Styles::read(&part.text, &part.name, limits)?,
        None => Styles::default(),
    };
    let numbering = match package.related("numbering")? {
        Some(part) => numbering::read(&part.text, &part.name, limits)?,
        None => Numbering::default(),
    };
    let main = package.main()?;
    let (paragraphs, mut seen) = Body::new(&styles, numbering, limits).read(&main.text, &main.name)?;
    seen.macros = package.has_related("vbaProject");
    let metadata = match package.properties()? {
        Some(part) => properties::read(&part.text, &part.name, PROPERTIES, limits)?,
        None => Metadata::default(),
    };
    Ok(Extracted { format: Format::Docx, encoding: None, paragraphs, metadata, warnings: seen.warnings() })
}
