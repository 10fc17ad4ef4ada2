//! The texts. A document has one revision; a draft gets one more at every change,
//! and none is ever written over.

use crate::document::DocumentId;
use crate::error::Error;
use rusqlite::{Connection, OptionalExtension, params};
use speech::{STORED_VERSION, Speech};

pub(crate) const CREATE: &str = "
CREATE TABLE revisions (
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    changed  TEXT NOT NULL,
    speech   TEXT NOT NULL,
    PRIMARY KEY (document, revision)
) STRICT;
";

/// Adds a revision, counted by its number and not by the clock.
pub(crate) fn append(
    connection: &Connection,
    id: DocumentId,
    changed: &str,
    speech: &Speech,
) -> Result<(), Error> {
    let speech = serde_json::to_string(speech).map_err(|error| unreadable(id, error))?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO revisions (document, revision, changed, speech)
         SELECT ?1, 1 + coalesce(max(revision), 0), ?2, ?3 FROM revisions WHERE document = ?1",
    )?;
    statement.execute(params![id.0, changed, speech])?;
    Ok(())
}

/// The last revision of a document; nothing if there is no such document.
pub(crate) fn last(connection: &Connection, id: DocumentId) -> Result<Option<Speech>, Error> {
    let mut statement = connection
        .prepare_cached("SELECT speech FROM revisions WHERE document = ? ORDER BY revision DESC LIMIT 1")?;
    let stored: Option<String> = statement.query_row([id.0], |row| row.get(0)).optional()?;
    stored.map(|stored| read(id, &stored)).transpose()
}

/// How many revisions a document has.
pub(crate) fn count(connection: &Connection, id: DocumentId) -> Result<usize, Error> {
    let mut statement = connection.prepare_cached("SELECT count(*) FROM revisions WHERE document = ?")?;
    Ok(statement.query_row([id.0], |row| row.get(0))?)
}

fn read(id: DocumentId, stored: &str) -> Result<Speech, Error> {
    let speech: Speech = serde_json::from_str(stored).map_err(|error| unreadable(id, error))?;
    if speech.version != STORED_VERSION {
        return Err(Error::Stored { id, reason: format!("version {}", speech.version) });
    }
    Ok(speech)
}

fn unreadable(id: DocumentId, error: serde_json::Error) -> Error {
    Error::Stored { id, reason: error.to_string() }
}
