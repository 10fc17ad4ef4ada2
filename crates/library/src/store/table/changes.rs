//! Which document changed last at which number: what the index follows. A document
//! that is deleted keeps its row here, so that the index hears of that too.

use crate::document::DocumentId;
use crate::error::Error;
use crate::store::Seq;
use rusqlite::Connection;

pub(crate) const CREATE: &str = "
CREATE TABLE changes (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL UNIQUE
) STRICT;
";

/// Notes that a document changed, in the transaction of the change.
pub(crate) fn note(connection: &Connection, id: DocumentId) -> Result<(), Error> {
    connection.prepare_cached("INSERT OR REPLACE INTO changes (document) VALUES (?)")?.execute([id.0])?;
    Ok(())
}

/// The number of the last change.
pub(crate) fn last(connection: &Connection) -> Result<Seq, Error> {
    Ok(connection.query_row("SELECT coalesce(max(seq), 0) FROM changes", [], |row| row.get(0))?)
}

/// The documents that changed after that number, in the order of their changes.
pub(crate) fn since(connection: &Connection, seq: Seq) -> Result<Vec<DocumentId>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT document FROM changes WHERE seq > ? ORDER BY seq")?;
    let rows = statement.query_map([seq], |row| row.get(0).map(DocumentId))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
