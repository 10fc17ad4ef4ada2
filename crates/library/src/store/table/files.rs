//! One row a file that an import has looked at: how large it was, when it had changed, and
//! the document that it is. What is still so need not be read again.

use crate::document::DocumentId;
use crate::error::Error;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;
use std::fs::Metadata;
use std::path::MAIN_SEPARATOR;
use std::time::{SystemTime, UNIX_EPOCH};

/// `bytes` is the size; `modified` and `seen` are nanoseconds since 1970, `seen` by the clock
/// of the import. Without a document the file was not taken in, by the program of the version
/// `reader`. `gone` says that it was not there any more when its folder was looked at.
pub(crate) const CREATE: &str = "
CREATE TABLE files (
    path     TEXT PRIMARY KEY,
    bytes    INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    seen     INTEGER NOT NULL,
    reader   TEXT NOT NULL,
    gone     INTEGER NOT NULL DEFAULT 0,
    document INTEGER REFERENCES documents (number) ON DELETE CASCADE
) STRICT;
CREATE INDEX files_by_document ON files (document);
";

/// What the system says of a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stat {
    pub(crate) bytes: u64,
    /// Nanoseconds since 1970.
    pub(crate) modified: i64,
}

impl Stat {
    pub(crate) fn of(there: &Metadata) -> Self {
        Self { bytes: there.len(), modified: there.modified().map_or(i64::MAX, nanoseconds) }
    }
}

/// A file that changed so shortly before it was looked at may change again without its time
/// telling: two seconds, as on the file systems of memory sticks.
const DOUBTFUL: i64 = 2_000_000_000;

/// This program. A later one may read what this one could not.
const READER: &str = env!("CARGO_PKG_VERSION");

/// Notes what a file was when it was looked at.
pub(crate) fn set(
    connection: &Connection,
    path: &str,
    stat: Stat,
    now: SystemTime,
    document: Option<DocumentId>,
) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "INSERT OR REPLACE INTO files (path, bytes, modified, seen, reader, document)
         VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    statement.execute(params![
        path,
        stat.bytes,
        stat.modified,
        nanoseconds(now),
        READER,
        document.map(|document| document.0)
    ])?;
    Ok(())
}

/// The document of a file that has the size and the time that it had; nothing for a file
/// that was not taken in.
pub(crate) fn unchanged(
    connection: &Connection,
    path: &str,
    stat: Stat,
) -> Result<Option<DocumentId>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT document FROM files
         WHERE path = ? AND bytes = ? AND modified = ? AND modified < seen - ? AND document IS NOT NULL",
    )?;
    let number = statement
        .query_row(params![path, stat.bytes, stat.modified, DOUBTFUL], |row| row.get(0))
        .optional()?;
    Ok(number.map(DocumentId))
}

/// Whether a file has the size and the time that it had, also one that was not taken in by
/// this program.
pub(crate) fn is_seen(connection: &Connection, path: &str, stat: Stat) -> Result<bool, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM files
         WHERE path = ? AND bytes = ? AND modified = ? AND modified < seen - ?
             AND (document IS NOT NULL OR reader = ?))",
    )?;
    let values = params![path, stat.bytes, stat.modified, DOUBTFUL, READER];
    Ok(statement.query_row(values, |row| row.get(0))?)
}

/// The files that were taken in from below a folder, and whether they are marked as gone.
pub(crate) fn below(connection: &Connection, folder: &str) -> Result<Vec<(String, bool)>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT path, gone FROM files
         WHERE document IS NOT NULL AND substr(path, 1, length(?1)) = ?1",
    )?;
    // 讲话2 is not below 讲话.
    let folder = format!("{}{MAIN_SEPARATOR}", folder.trim_end_matches(MAIN_SEPARATOR));
    let rows = statement.query_map([folder], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Marks a file as gone, or as there again; gives its document.
pub(crate) fn mark(connection: &Connection, path: &str, gone: bool) -> Result<Option<DocumentId>, Error> {
    let mut statement =
        connection.prepare_cached("UPDATE files SET gone = ? WHERE path = ? RETURNING document")?;
    let number: Option<Option<i64>> =
        statement.query_row(params![gone, path], |row| row.get(0)).optional()?;
    Ok(number.flatten().map(DocumentId))
}

/// When the files of the documents were changed; of several, the last.
pub(crate) fn modified(connection: &Connection) -> Result<HashMap<DocumentId, i64>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT document, max(modified) FROM files WHERE document IS NOT NULL GROUP BY document",
    )?;
    let rows = statement.query_map([], |row| Ok((DocumentId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn nanoseconds(time: SystemTime) -> i64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_nanos()).unwrap_or(i64::MAX))
}
