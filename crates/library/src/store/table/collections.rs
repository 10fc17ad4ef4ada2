//! One row a collection, and one a document in it. A document that the writer took out of
//! one keeps its row, so that an import does not put it in again.

use crate::collection::{Collection, CollectionId};
use crate::document::DocumentId;
use crate::error::Error;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// `folder` is the path, from the root, of the folder that a collection was made from.
pub(crate) const CREATE: &str = "
CREATE TABLE collections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL,
    parent INTEGER REFERENCES collections (number) ON DELETE CASCADE,
    folder TEXT UNIQUE
) STRICT;
CREATE TABLE collected (
    collection INTEGER NOT NULL REFERENCES collections (number) ON DELETE CASCADE,
    document   INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    taken_out  INTEGER NOT NULL,
    PRIMARY KEY (collection, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX collected_by_document ON collected (document);
";

/// One that the writer removed keeps its row: it can be brought back, and a followed folder
/// doesn't make it again.
pub(crate) const ADD_REMOVED: &str = "ALTER TABLE collections ADD COLUMN removed INTEGER NOT NULL DEFAULT 0";

const SELECT: &str = "
SELECT c.number, c.name, c.parent, c.folder, c.removed,
       (SELECT count(*) FROM collected d WHERE d.collection = c.number AND NOT d.taken_out) AS documents
FROM collections c";

/// All collections, in the order in which they were made.
pub(crate) fn list(connection: &Connection) -> Result<Vec<Collection>, Error> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} ORDER BY c.number"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The collection of that id.
pub(crate) fn get(connection: &Connection, id: CollectionId) -> Result<Option<Collection>, Error> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE c.number = ?"))?;
    Ok(statement.query_row([id.0], read).optional()?)
}

/// Makes a collection.
pub(crate) fn insert(
    connection: &Connection,
    name: &str,
    parent: Option<CollectionId>,
    folder: Option<&str>,
) -> Result<CollectionId, Error> {
    let mut statement =
        connection.prepare_cached("INSERT INTO collections (name, parent, folder) VALUES (?, ?, ?)")?;
    statement.execute(params![name, parent.map(|parent| parent.0), folder])?;
    Ok(CollectionId(connection.last_insert_rowid()))
}

/// The collection of a folder. One that was imported by itself before gets its parent now.
pub(crate) fn of_folder(
    connection: &Connection,
    folder: &str,
    name: &str,
    parent: Option<CollectionId>,
) -> Result<CollectionId, Error> {
    let mut statement =
        connection.prepare_cached("SELECT number, parent FROM collections WHERE folder = ?")?;
    let found: Option<(i64, Option<i64>)> =
        statement.query_row([folder], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((number, known_parent)) = found else { return insert(connection, name, parent, Some(folder)) };
    if known_parent.is_none() && parent.is_some() {
        let mut statement =
            connection.prepare_cached("UPDATE collections SET parent = ? WHERE number = ?")?;
        statement.execute(params![parent.map(|parent| parent.0), number])?;
    }
    Ok(CollectionId(number))
}

/// Gives it another name.
pub(crate) fn rename(connection: &Connection, id: CollectionId, name: &str) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE collections SET name = ? WHERE number = ?")?
        .execute(params![name, id.0])?;
    Ok(())
}

/// Removes it, or brings it back.
pub(crate) fn set_removed(connection: &Connection, id: CollectionId, removed: bool) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE collections SET removed = ? WHERE number = ?")?
        .execute(params![removed, id.0])?;
    Ok(())
}

/// Puts a document in, unless the writer took it out.
pub(crate) fn found_in(connection: &Connection, id: CollectionId, document: DocumentId) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "INSERT OR IGNORE INTO collected (collection, document, taken_out) VALUES (?, ?, 0)",
    )?;
    statement.execute([id.0, document.0])?;
    Ok(())
}

/// Puts a document into a collection and those that it stands in.
pub(crate) fn put(connection: &Connection, id: CollectionId, document: DocumentId) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE above (number) AS (
             SELECT ?1 UNION SELECT c.parent FROM collections c JOIN above a ON c.number = a.number
             WHERE c.parent IS NOT NULL)
         INSERT OR REPLACE INTO collected (collection, document, taken_out) SELECT number, ?2, 0 FROM above",
    )?;
    statement.execute([id.0, document.0])?;
    Ok(())
}

/// Takes a document out of a collection and those that stand in it.
pub(crate) fn take_out(connection: &Connection, id: CollectionId, document: DocumentId) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE below (number) AS (
             SELECT ?1 UNION SELECT c.number FROM collections c JOIN below b ON c.parent = b.number)
         UPDATE collected SET taken_out = 1
         WHERE document = ?2 AND collection IN (SELECT number FROM below)",
    )?;
    statement.execute([id.0, document.0])?;
    Ok(())
}

/// The documents in a collection.
pub(crate) fn documents(connection: &Connection, id: CollectionId) -> Result<Vec<DocumentId>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT document FROM collected WHERE collection = ? AND NOT taken_out")?;
    let rows = statement.query_map([id.0], |row| row.get(0).map(DocumentId))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The collections that a document is in.
pub(crate) fn of_document(connection: &Connection, id: DocumentId) -> Result<Vec<CollectionId>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT collection FROM collected WHERE document = ? AND NOT taken_out ORDER BY collection",
    )?;
    let rows = statement.query_map([id.0], |row| row.get(0).map(CollectionId))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Collection> {
    Ok(Collection {
        id: CollectionId(row.get("number")?),
        name: row.get("name")?,
        parent: row.get::<_, Option<i64>>("parent")?.map(CollectionId),
        folder: row.get("folder")?,
        documents: row.get("documents")?,
        removed: row.get("removed")?,
    })
}
