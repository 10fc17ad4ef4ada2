//! OpenDocument texts, as LibreOffice, WPS and Word save them.
//!
//! Lines are those of [docx](super::docx): a paragraph, cut at soft breaks; a row of a
//! table with its cells joined by TAB; the number of a list item, which the file has
//! not, counted and written in front; tracked changes as if accepted, as what was
//! deleted stands apart. Headers, footers, notes and annotations are no lines.

mod body;
mod flow;
mod lists;
mod styles;

use super::properties;
use crate::error::{Error, LooksLike};
use crate::extracted::{Extracted, Metadata};
use crate::format::Format;
use crate::limits::Limits;
use crate::xml::{Node, Xml, text_of};
use crate::zip::Container;
use body::Body;
use lists::Lists;
use styles::Styles;

/// What OpenDocument calls title, author and time of making.
const PROPERTIES: [&str; 3] = ["title", "initial-creator", "creation-date"];

/// How the kinds of texts begin: texts, templates, master documents.
const TEXT: &str = "application/vnd.oasis.opendocument.text";

/// Whether a packed file is of this family.
pub(super) fn is_open_document(container: &Container<'_>) -> bool {
    container.has("mimetype") || container.has("META-INF/manifest.xml") && container.has("content.xml")
}

/// Reads an OpenDocument text.
pub(super) fn read(mut container: Container<'_>, limits: &Limits) -> Result<Extracted, Error> {
    if let Some(looks_like) = other(&mut container)? {
        return Err(Error::UnknownFormat { looks_like });
    }
    if is_protected(&mut container, limits)? {
        return Err(Error::Protected);
    }
    let named = part(&mut container, "styles.xml")?.unwrap_or_default();
    let content = part(&mut container, "content.xml")?
        .ok_or_else(|| Error::Damaged { detail: "content.xml is missing".to_owned() })?;
    let (mut styles, mut lists) = (Styles::default(), Lists::default());
    for (text, name) in [(&named, "styles.xml"), (&content, "content.xml")] {
        styles.read(text, name, limits)?;
        lists.read(text, name, limits)?;
    }
    let (paragraphs, seen) = Body::new(&styles, lists, limits).read(&content, "content.xml")?;
    let metadata = match part(&mut container, "meta.xml")? {
        Some(meta) => properties::read(&meta, "meta.xml", PROPERTIES, limits)?,
        None => Metadata::default(),
    };
    Ok(Extracted { format: Format::Odt, encoding: None, paragraphs, metadata, warnings: seen.warnings() })
}

/// What a file of the family is that is no text.
pub(super) fn other(container: &mut Container<'_>) -> Result<Option<LooksLike>, Error> {
    let Some(kind) = container.part("mimetype")? else { return Ok(None) };
    let kind = String::from_utf8_lossy(&kind);
    let kind = kind.trim();
    Ok(if kind.starts_with(TEXT) {
        None
    } else if kind.contains("opendocument.spreadsheet") {
        Some(LooksLike::Spreadsheet)
    } else if kind.contains("opendocument.presentation") {
        Some(LooksLike::Presentation)
    } else {
        Some(LooksLike::Archive)
    })
}

fn part(container: &mut Container<'_>, name: &str) -> Result<Option<String>, Error> {
    container.part(name)?.map(|part| text_of(part, name)).transpose()
}

/// Whether a file of the family has a password: its list of parts says how to decrypt one.
pub(super) fn is_protected(container: &mut Container<'_>, limits: &Limits) -> Result<bool, Error> {
    let manifest = part(container, "META-INF/manifest.xml")?.unwrap_or_default();
    // Programs before 2008 name the type of this part, and of no other.
    let mut xml = Xml::new(&manifest, "META-INF/manifest.xml", limits).naming_its_type();
    loop {
        match xml.next()? {
            Node::Start(element) if element.local_name().as_ref() == "encryption-data" => return Ok(true),
            Node::Eof => return Ok(false),
            Node::Start(_) | Node::End | Node::Text(_) => {}
        }
    }
}
