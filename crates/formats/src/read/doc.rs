//! Word files before 2007, `.doc`, and those of WPS, `.wps`, which are the same inside.
//!
//! Word 97 to 2003 write one text for all of a document, cut into pieces by quick saves,
//! and beside it pages with what holds for stretches of the *file* ([MS-DOC]). Lines are
//! those of [docx](super::docx): a paragraph of the body, cut at soft breaks; a row of a
//! table with its cells joined by TAB; the numbers of numbered paragraphs counted and
//! written in front; tracked changes as if accepted; text boxes after the paragraph that
//! they stand in; no headers, notes and comments.
//!
//! Word 95 and before store bytes in the encoding of each font and are told apart.

mod fib;
mod lists;
mod looks;
mod pieces;
mod properties;
mod sprm;
mod styles;
mod text_boxes;
mod walk;

use crate::error::{Error, LooksLike};
use crate::extracted::Extracted;
use crate::format::Format;
use crate::limits::Limits;
use crate::ole::Ole;
use fib::Fib;
use looks::Looks;
use pieces::Pieces;
use styles::Styles;
use walk::Walk;

/// Reads a file of the old Office, if it is a text. Those of WPS have but another name.
///
/// # Errors
/// [`Error::UnknownFormat`] with what it is otherwise.
pub(super) fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<Extracted, Error> {
    let ole = Ole::open(bytes)?;
    let Some(main) = ole.stream("WordDocument") else { return Err(other(&ole)) };
    let fib = Fib::read(&main)?;
    let table = ole.stream(fib.table_stream()).ok_or_else(|| damaged("no table stream"))?;
    let data = ole.stream("Data").unwrap_or_default();

    let pieces = Pieces::read(&main, &table, &fib)?;
    let styles = Styles::read(fib.part(&table, fib::STYLES));
    let numbering = lists::read(&table, &fib);
    let paragraphs = looks::paragraphs(&main, &data, fib.part(&table, fib::PARAGRAPHS))?;
    let runs = looks::runs(&main, fib.part(&table, fib::RUNS))?;
    let looks = Looks { paragraphs, runs, styles };

    let mut walk = Walk::new(&looks, numbering, limits);
    let boxes = text_boxes::read(&table, &fib);
    let sections = fib::positions(fib.part(&table, fib::SECTIONS), 12);
    let paragraphs = walk.document(&pieces, &boxes, &sections)?;
    let mut seen = walk.seen;
    seen.macros = ole.names().any(|name| name == "Macros");
    seen.embedded = ole.names().any(|name| name == "ObjectPool") && seen.embedded;
    Ok(Extracted {
        format: if is_named_wps(name) { Format::Wps } else { Format::Doc },
        encoding: None,
        paragraphs,
        metadata: ole.stream("\u{5}SummaryInformation").map(|it| properties::read(&it)).unwrap_or_default(),
        warnings: seen.warnings(),
    })
}

fn is_named_wps(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("wps"))
}

/// Why a file of the old Office is no data sheet.
pub(super) fn not_a_sheet(bytes: &[u8]) -> Error {
    match Ole::open(bytes) {
        Ok(ole) if ole.stream("WordDocument").is_some() => {
            Error::UnknownFormat { looks_like: LooksLike::OldWord }
        }
        Ok(ole) => other(&ole),
        Err(error) => error,
    }
}

/// What a file is that has no text for Word. A new Word file with a password is packed
/// into such a file too.
fn other(ole: &Ole<'_>) -> Error {
    let holds = |name: &str| ole.names().any(|it| it.eq_ignore_ascii_case(name));
    let looks_like = match () {
        () if holds("EncryptedPackage") => return Error::Protected,
        () if holds("Workbook") || holds("Book") => LooksLike::OldSpreadsheet,
        () if holds("PowerPoint Document") => LooksLike::OldPresentation,
        () => LooksLike::OldOffice,
    };
    Error::UnknownFormat { looks_like }
}

fn damaged(detail: &str) -> Error {
    Error::Damaged { detail: detail.to_owned() }
}
