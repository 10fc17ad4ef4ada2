//! What the writer doesn't want to hear of again: one row a decision, for one draft or for
//! the whole library.

use crate::document::DocumentId;
use crate::error::Error;
use rusqlite::{Connection, params};
use speech::Decision;

/// A decision without a document is for all of them.
pub(crate) const CREATE: &str = "
CREATE TABLE decisions (
    number   INTEGER PRIMARY KEY,
    document INTEGER REFERENCES documents (number) ON DELETE CASCADE,
    decision TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX decisions_once ON decisions (coalesce(document, 0), decision);
";

/// Adds a decision; one that is there already is there once.
pub(crate) fn add(
    connection: &Connection,
    document: Option<DocumentId>,
    decision: &Decision,
) -> Result<(), Error> {
    let mut statement =
        connection.prepare_cached("INSERT OR IGNORE INTO decisions (document, decision) VALUES (?, ?)")?;
    statement.execute(params![document.map(|id| id.0), written(decision)])?;
    Ok(())
}

/// Takes a decision back.
pub(crate) fn remove(
    connection: &Connection,
    document: Option<DocumentId>,
    decision: &Decision,
) -> Result<(), Error> {
    let mut statement =
        connection.prepare_cached("DELETE FROM decisions WHERE document IS ? AND decision = ?")?;
    statement.execute(params![document.map(|id| id.0), written(decision)])?;
    Ok(())
}

/// The decisions for one draft, or for the whole library, in the order they were made. One
/// that a later Lectern may have made and this one can't read is passed over.
pub(crate) fn list(connection: &Connection, document: Option<DocumentId>) -> Result<Vec<Decision>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT decision FROM decisions WHERE document IS ? ORDER BY number")?;
    let rows = statement.query_map([document.map(|id| id.0)], |row| row.get::<_, String>(0))?;
    let written = rows.collect::<Result<Vec<_>, _>>()?;
    Ok(written.iter().filter_map(|decision| serde_json::from_str(decision).ok()).collect())
}

fn written(decision: &Decision) -> String {
    serde_json::to_string(decision).expect("a decision is strings and a number")
}
