//! One row a passage: what search finds, reads and shows. Made from the last
//! revision of its document, in the same transaction.

use crate::document::{DocumentId, DocumentKind};
use crate::error::Error;
use crate::region::Regions;
use crate::store::Seq;
use rusqlite::{Connection, OptionalExtension, Row, params};
use speech::text::is_blank;
use speech::{Role, Speech, passages};

pub(crate) const CREATE: &str = "
CREATE TABLE passages (
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    line     INTEGER NOT NULL,
    role     TEXT NOT NULL,
    regions  INTEGER NOT NULL,
    path     TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (document, line)
) STRICT;
";

/// A passage with what a search asks of its document.
#[derive(Clone, Debug)]
pub(crate) struct PassageRow {
    pub(crate) document: DocumentId,
    /// The line of the imported file; of a draft, that of its shown text.
    pub(crate) line: usize,
    pub(crate) role: Role,
    pub(crate) regions: Regions,
    /// The headings that it stands under.
    pub(crate) path: Vec<String>,
    pub(crate) text: String,
    pub(crate) kind: DocumentKind,
    pub(crate) year: Option<i32>,
    /// The title of its document.
    pub(crate) title: String,
}

/// Puts the passages of a speech in the place of those that the document had, the
/// n-th on the n-th of the lines.
pub(crate) fn replace(
    connection: &Connection,
    id: DocumentId,
    speech: &Speech,
    lines: &[usize],
) -> Result<(), Error> {
    connection.prepare_cached("DELETE FROM passages WHERE document = ?")?.execute([id.0])?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO passages (document, line, role, regions, path, text) VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    let mut line = 0;
    for (passage_idx, passage) in passages(speech).iter().enumerate() {
        // Where no line is given, the next one: so they are counted in a draft.
        line = lines.get(passage_idx).copied().unwrap_or(0).max(line + 1);
        // A line that the writer has still to write is no passage.
        if passage.text.chars().all(is_blank) {
            continue;
        }
        let path = serde_json::to_string(&passage.path)
            .map_err(|error| Error::Stored { id, reason: error.to_string() })?;
        statement.execute(params![
            id.0,
            line,
            passage.role.word(),
            Regions::of(passage).bits(),
            path,
            passage.text
        ])?;
    }
    Ok(())
}

const SELECT: &str = "SELECT p.document, p.line, p.role, p.regions, p.path, p.text, d.kind, d.year, d.title
                      FROM passages p JOIN documents d ON d.number = p.document";

/// The passage on a line of a document.
pub(crate) fn get(connection: &Connection, id: DocumentId, line: usize) -> Result<Option<PassageRow>, Error> {
    let mut statement =
        connection.prepare_cached(&format!("{SELECT} WHERE p.document = ? AND p.line = ?"))?;
    Ok(statement.query_row(params![id.0, line], read).optional()?)
}

/// The lines that the passages of a document stand on, in their order.
pub(crate) fn lines(connection: &Connection, id: DocumentId) -> Result<Vec<usize>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT line FROM passages WHERE document = ? ORDER BY line")?;
    let rows = statement.query_map([id.0], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many passages of a document stand above a line.
pub(crate) fn count_above(connection: &Connection, id: DocumentId, line: usize) -> Result<usize, Error> {
    let mut statement =
        connection.prepare_cached("SELECT count(*) FROM passages WHERE document = ? AND line < ?")?;
    Ok(statement.query_row(params![id.0, line], |row| row.get(0))?)
}

/// Hands over the passages of a document, in their order.
pub(crate) fn for_each(
    connection: &Connection,
    id: DocumentId,
    mut take: impl FnMut(PassageRow) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut statement =
        connection.prepare_cached(&format!("{SELECT} WHERE p.document = ? ORDER BY p.line"))?;
    let mut rows = statement.query([id.0])?;
    while let Some(row) = rows.next()? {
        take(read(row)?)?;
    }
    Ok(())
}

/// How many passages there are.
pub(crate) fn count(connection: &Connection) -> Result<usize, Error> {
    Ok(connection.query_row("SELECT count(*) FROM passages", [], |row| row.get(0))?)
}

/// How many passages the documents have that changed after that number.
pub(crate) fn count_changed(connection: &Connection, seq: Seq) -> Result<usize, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT count(*) FROM changes c JOIN passages p ON p.document = c.document WHERE c.seq > ?",
    )?;
    Ok(statement.query_row([seq], |row| row.get(0))?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<PassageRow> {
    let role: String = row.get("role")?;
    let kind: String = row.get("kind")?;
    let path: String = row.get("path")?;
    Ok(PassageRow {
        document: DocumentId(row.get("document")?),
        line: row.get("line")?,
        role: ROLES.into_iter().find(|known| known.word() == role).unwrap_or(Role::Paragraph),
        regions: Regions::from_bits(row.get("regions")?),
        path: serde_json::from_str(&path).unwrap_or_default(),
        text: row.get("text")?,
        kind: DocumentKind::read(&kind).unwrap_or(DocumentKind::Speech),
        year: row.get("year")?,
        title: row.get("title")?,
    })
}

/// The roles that a passage can have.
const ROLES: [Role; 7] =
    [Role::Title, Role::Byline, Role::Date, Role::Salutation, Role::Heading, Role::Paragraph, Role::Closing];
