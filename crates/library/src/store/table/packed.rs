//! One row a kept file that stands in a pack with others: in which one.

use crate::error::Error;
use rusqlite::{Connection, OptionalExtension, params};

/// `original` is the hash of the file's bytes, `pack` the name of a file in `originals/`.
pub(crate) const CREATE: &str = "
CREATE TABLE packed (
    original TEXT PRIMARY KEY,
    pack     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// Notes the pack of a kept file.
pub(crate) fn set(connection: &Connection, original: &str, pack: &str) -> Result<(), Error> {
    let mut statement =
        connection.prepare_cached("INSERT OR REPLACE INTO packed (original, pack) VALUES (?, ?)")?;
    statement.execute(params![original, pack])?;
    Ok(())
}

/// The pack of a kept file; nothing for one that stands by itself.
pub(crate) fn get(connection: &Connection, original: &str) -> Result<Option<String>, Error> {
    let mut statement = connection.prepare_cached("SELECT pack FROM packed WHERE original = ?")?;
    Ok(statement.query_row([original], |row| row.get(0)).optional()?)
}
