//! The folders that are followed.

use crate::error::Error;
use rusqlite::Connection;

/// Paths from the root.
pub(crate) const CREATE: &str = "
CREATE TABLE watched (
    folder TEXT PRIMARY KEY
) STRICT;
";

/// All of them, in the order of their names.
pub(crate) fn list(connection: &Connection) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare_cached("SELECT folder FROM watched ORDER BY folder")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds one; nothing happens where it is there.
pub(crate) fn add(connection: &Connection, folder: &str) -> Result<(), Error> {
    connection.prepare_cached("INSERT OR IGNORE INTO watched (folder) VALUES (?)")?.execute([folder])?;
    Ok(())
}

/// Removes one; whether it was there.
pub(crate) fn remove(connection: &Connection, folder: &str) -> Result<bool, Error> {
    Ok(connection.prepare_cached("DELETE FROM watched WHERE folder = ?")?.execute([folder])? > 0)
}
