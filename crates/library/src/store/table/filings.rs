//! What documents are filed under: as it was told from text and file, one row a document,
//! and as the writer says, one row an entry. What holds stands in the documents' own row.

use crate::document::DocumentId;
use crate::error::Error;
use crate::filing::{Edit, FilingEdit};
use rusqlite::{Connection, OptionalExtension, Row, params};
use speech::about::About;

/// `said.value` is nothing where the writer says that there is none. What a library of
/// before holds was told.
pub(crate) const CREATE: &str = "
CREATE TABLE told (
    document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    occasion TEXT,
    genre    TEXT,
    year     INTEGER,
    level    TEXT,
    speaker  TEXT,
    domain   TEXT
) STRICT;
INSERT INTO told SELECT number, occasion, genre, year, level, speaker, domain FROM documents;
CREATE TABLE said (
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    entry    TEXT NOT NULL CHECK (entry IN ('occasion', 'genre', 'year', 'level', 'speaker', 'domain')),
    value    TEXT,
    PRIMARY KEY (document, entry)
) STRICT, WITHOUT ROWID;
";

/// Notes what was told of a document.
pub(crate) fn tell(connection: &Connection, id: DocumentId, about: &About) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "INSERT OR REPLACE INTO told (document, occasion, genre, year, level, speaker, domain)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?;
    let About { occasion, genre, year, level, speaker, domain } = about;
    statement.execute(params![id.0, occasion, genre, year, level, speaker, domain])?;
    Ok(())
}

/// What was told of a document.
pub(crate) fn told(connection: &Connection, id: DocumentId) -> Result<About, Error> {
    let mut statement = connection.prepare_cached("SELECT * FROM told WHERE document = ?")?;
    Ok(statement.query_row([id.0], read).optional()?.unwrap_or_default())
}

fn read(row: &Row<'_>) -> rusqlite::Result<About> {
    Ok(About {
        occasion: row.get("occasion")?,
        genre: row.get("genre")?,
        year: row.get("year")?,
        level: row.get("level")?,
        speaker: row.get("speaker")?,
        domain: row.get("domain")?,
    })
}

/// Keeps what the writer says of a document; entries that are left stay as they are.
pub(crate) fn say(connection: &Connection, id: DocumentId, edit: &FilingEdit) -> Result<(), Error> {
    for (entry, edit) in edit.entries() {
        let value = match edit {
            Edit::Leave => continue,
            Edit::AsTold => {
                let mut statement =
                    connection.prepare_cached("DELETE FROM said WHERE document = ? AND entry = ?")?;
                statement.execute(params![id.0, entry])?;
                continue;
            }
            Edit::Nothing => None,
            Edit::Say(value) => Some(value),
        };
        let mut statement = connection
            .prepare_cached("INSERT OR REPLACE INTO said (document, entry, value) VALUES (?, ?, ?)")?;
        statement.execute(params![id.0, entry, value])?;
    }
    Ok(())
}

/// What the writer says of a document; [`Edit::AsTold`] where nothing is said.
pub(crate) fn said(connection: &Connection, id: DocumentId) -> Result<FilingEdit, Error> {
    let mut statement = connection.prepare_cached("SELECT entry, value FROM said WHERE document = ?")?;
    let rows = statement.query_map([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(FilingEdit::of_entries(&rows.collect::<Result<Vec<(String, Option<String>)>, _>>()?))
}
