//! One row an import: when, from where, how it ended. Its files stand in a table beside.

use crate::error::Error;
use crate::imports::{Import, ImportId, ImportState};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// `paths` is a JSON list of what was given. An import that was killed stays `unfinished`.
pub(crate) const CREATE: &str = "
CREATE TABLE imports (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    started TEXT NOT NULL,
    paths   TEXT NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('unfinished', 'finished', 'stopped', 'failed'))
) STRICT;
";

/// Begins an import.
pub(crate) fn begin(connection: &Connection, started: &str, paths: &[String]) -> Result<ImportId, Error> {
    let paths = serde_json::to_value(paths).unwrap_or_default().to_string();
    let mut statement = connection
        .prepare_cached("INSERT INTO imports (started, paths, state) VALUES (?, ?, 'unfinished')")?;
    statement.execute(params![started, paths])?;
    Ok(ImportId(connection.last_insert_rowid()))
}

/// Says how it ended.
pub(crate) fn end(connection: &Connection, id: ImportId, state: ImportState) -> Result<(), Error> {
    let mut statement = connection.prepare_cached("UPDATE imports SET state = ? WHERE number = ?")?;
    statement.execute(params![state.word(), id.0])?;
    Ok(())
}

const SELECT: &str = "
SELECT i.number, i.started, i.paths, i.state,
       count(f.nth) AS files,
       count(*) FILTER (WHERE f.status = 'imported') AS imported,
       count(*) FILTER (WHERE f.status = 'duplicate') AS duplicate,
       count(*) FILTER (WHERE f.status = 'version') AS version,
       count(*) FILTER (WHERE f.status = 'skipped') AS skipped
FROM imports i LEFT JOIN import_files f ON f.import = i.number";

/// All imports, the last one first.
pub(crate) fn list(connection: &Connection) -> Result<Vec<Import>, Error> {
    let mut statement =
        connection.prepare_cached(&format!("{SELECT} GROUP BY i.number ORDER BY i.number DESC"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The import of that id.
pub(crate) fn get(connection: &Connection, id: ImportId) -> Result<Option<Import>, Error> {
    let mut statement =
        connection.prepare_cached(&format!("{SELECT} WHERE i.number = ? GROUP BY i.number"))?;
    Ok(statement.query_row([id.0], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Import> {
    let (paths, state): (String, String) = (row.get("paths")?, row.get("state")?);
    Ok(Import {
        id: ImportId(row.get("number")?),
        started: row.get("started")?,
        paths: serde_json::from_str(&paths).unwrap_or_default(),
        // The table's CHECK lets no other word in.
        state: ImportState::read(&state).unwrap_or(ImportState::Unfinished),
        files: row.get("files")?,
        imported: row.get("imported")?,
        duplicate: row.get("duplicate")?,
        version: row.get("version")?,
        skipped: row.get("skipped")?,
    })
}
