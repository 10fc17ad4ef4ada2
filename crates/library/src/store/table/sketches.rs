//! A sketch of each document: what tells quickly which others share much with it. Made from
//! its text, and made anew where it is missing.

use crate::document::DocumentId;
use crate::error::Error;
use rusqlite::{Connection, params};

/// Numbers of four bytes, little-endian, sorted: see `speech::overlap::sketch`.
pub(crate) const CREATE: &str = "
CREATE TABLE sketches (
    document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    sketch   BLOB NOT NULL
) STRICT;
";

/// Puts a sketch in the place of the one that the document had.
pub(crate) fn replace(connection: &Connection, id: DocumentId, sketch: &[u32]) -> Result<(), Error> {
    let bytes: Vec<u8> = sketch.iter().flat_map(|one| one.to_le_bytes()).collect();
    let mut statement =
        connection.prepare_cached("INSERT OR REPLACE INTO sketches (document, sketch) VALUES (?, ?)")?;
    statement.execute(params![id.0, bytes])?;
    Ok(())
}

/// Hands over all sketches, each with its document.
pub(crate) fn for_each(
    connection: &Connection,
    mut take: impl FnMut(DocumentId, &mut dyn Iterator<Item = u32>),
) -> Result<(), Error> {
    let mut statement = connection.prepare_cached("SELECT document, sketch FROM sketches")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = DocumentId(row.get(0)?);
        let bytes = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        let mut numbers =
            bytes.chunks_exact(4).map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]));
        take(id, &mut numbers);
    }
    Ok(())
}

/// The documents that have none: those of a library that was made before there were any.
pub(crate) fn missing(connection: &Connection) -> Result<Vec<DocumentId>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT number FROM documents WHERE number NOT IN (SELECT document FROM sketches) ORDER BY number",
    )?;
    let rows = statement.query_map([], |row| row.get(0).map(DocumentId))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
