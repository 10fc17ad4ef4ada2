//! What the writer set once for the whole library, a JSON value a name.

use crate::error::Error;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The library's own name is random, so that no index of another library, or of an
/// earlier one in the same place, is taken for its own.
pub(crate) const CREATE: &str = "
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('library', '\"' || lower(hex(randomblob(16))) || '\"');
";

/// A setting; nothing where it was never set, or is not what is expected.
pub(crate) fn get<T: DeserializeOwned>(connection: &Connection, name: &str) -> Result<Option<T>, Error> {
    let mut statement = connection.prepare_cached("SELECT value FROM settings WHERE name = ?")?;
    let value: Option<String> = statement.query_row([name], |row| row.get(0)).optional()?;
    Ok(value.and_then(|value| serde_json::from_str(&value).ok()))
}

/// Sets it.
pub(crate) fn set(connection: &Connection, name: &str, value: &impl Serialize) -> Result<(), Error> {
    let value = serde_json::to_value(value).unwrap_or_default().to_string();
    let mut statement =
        connection.prepare_cached("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)")?;
    statement.execute(params![name, value])?;
    Ok(())
}
