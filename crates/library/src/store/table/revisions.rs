//! The texts. A document has one revision, and one more each time that its file was read
//! again; a draft gets one at every change. None is ever written over; a draft's old ones are
//! thinned out.

use crate::document::DocumentId;
use crate::error::Error;
use crate::history::{Revision, Version};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;
use speech::{Block, BlockId, BlockKind, Field, STORED_VERSION, Speech};
use std::collections::HashMap;

pub(crate) const CREATE: &str = "
CREATE TABLE revisions (
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    changed  TEXT NOT NULL,
    speech   TEXT NOT NULL,
    PRIMARY KEY (document, revision)
) STRICT;
";

/// Versions have names: 一稿, 送审稿.
pub(crate) const NAME: &str = "ALTER TABLE revisions ADD COLUMN name TEXT;";

/// The names alone: a revision is read over several pages, and most have none.
pub(crate) const INDEX_NAMES: &str =
    "CREATE INDEX revisions_by_name ON revisions (document, revision, name) WHERE name IS NOT NULL;";

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

const LAST: &str = "SELECT speech FROM revisions WHERE document = ? ORDER BY revision DESC LIMIT 1";

/// The last revision of a document; nothing if there is no such document.
pub(crate) fn last(connection: &Connection, id: DocumentId) -> Result<Option<Speech>, Error> {
    let mut statement = connection.prepare_cached(LAST)?;
    let stored: Option<String> = statement.query_row([id.0], |row| row.get(0)).optional()?;
    stored.map(|stored| read(id, &stored)).transpose()
}

/// The last revision of a document without its words: what its blocks are, in a tenth of
/// the time. Nothing if it can't be read.
pub(crate) fn last_bare(connection: &Connection, id: DocumentId) -> Result<Option<Speech>, Error> {
    #[derive(Deserialize)]
    struct Bare {
        blocks: Vec<BareBlock>,
    }
    #[derive(Deserialize)]
    struct BareBlock {
        id: BlockId,
        kind: BlockKind,
    }
    let mut statement = connection.prepare_cached(LAST)?;
    let bare: Option<Option<Bare>> = statement
        .query_row([id.0], |row| Ok(serde_json::from_str(row.get_ref(0)?.as_str()?).ok()))
        .optional()?;
    let block = |bare: BareBlock| Block {
        id: bare.id,
        kind: bare.kind,
        numeral: None,
        inlines: Vec::new(),
        origin: None,
    };
    Ok(bare
        .flatten()
        .map(|bare| Speech { blocks: bare.blocks.into_iter().map(block).collect(), ..Speech::default() }))
}

/// The fields of the last revision of a document, read without its words; none if it can't be
/// read.
pub(crate) fn last_fields(connection: &Connection, id: DocumentId) -> Result<Vec<Field>, Error> {
    #[derive(Deserialize)]
    struct Bare {
        fields: Vec<Field>,
    }
    let mut statement = connection.prepare_cached(LAST)?;
    let bare: Option<Option<Bare>> = statement
        .query_row([id.0], |row| Ok(serde_json::from_str(row.get_ref(0)?.as_str()?).ok()))
        .optional()?;
    Ok(bare.flatten().map(|bare| bare.fields).unwrap_or_default())
}

/// The revisions of a document, the newest first.
pub(crate) fn list(connection: &Connection, id: DocumentId) -> Result<Vec<Revision>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT revision, changed, name FROM revisions WHERE document = ? ORDER BY revision DESC",
    )?;
    let rows = statement.query_map([id.0], |row| {
        Ok(Revision { number: row.get(0)?, changed: row.get(1)?, name: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A revision of a document; nothing where it isn't kept.
pub(crate) fn get(connection: &Connection, id: DocumentId, number: u32) -> Result<Option<Speech>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT speech FROM revisions WHERE document = ? AND revision = ?")?;
    let stored: Option<String> = statement.query_row(params![id.0, number], |row| row.get(0)).optional()?;
    stored.map(|stored| read(id, &stored)).transpose()
}

/// Gives a revision a name, or takes it away; false where it isn't kept.
pub(crate) fn set_name(
    connection: &Connection,
    id: DocumentId,
    number: u32,
    name: Option<&str>,
) -> Result<bool, Error> {
    let mut statement =
        connection.prepare_cached("UPDATE revisions SET name = ? WHERE document = ? AND revision = ?")?;
    Ok(statement.execute(params![name, id.0, number])? > 0)
}

/// The last name that each document's revisions have, and whether it was changed since.
pub(crate) fn versions(connection: &Connection) -> Result<HashMap<DocumentId, Version>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT document, name, EXISTS (
             SELECT 1 FROM revisions AS later
             WHERE later.document = revisions.document AND later.revision > revisions.revision)
         FROM revisions WHERE name IS NOT NULL ORDER BY document, revision",
    )?;
    let rows = statement.query_map([], |row| {
        let version = Version { name: row.get(1)?, changed_since: row.get(2)? };
        Ok((DocumentId(row.get(0)?), version))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Thins old revisions of drafts out: of those from before `day_ago` the last of each hour is kept, of
/// those from before `month_ago` the last of each day. What has a name stays, and so does the
/// last of a document.
pub(crate) fn thin(connection: &Connection, day_ago: &str, month_ago: &str) -> Result<usize, Error> {
    // 2026-03-18T09 is an hour of ISO 8601, 2026-03-18 a day.
    let mut statement = connection.prepare_cached(
        "DELETE FROM revisions WHERE name IS NULL AND changed < ?1
           AND document IN (SELECT number FROM documents WHERE kind = 'draft') AND EXISTS (
             SELECT 1 FROM revisions AS later
             WHERE later.document = revisions.document AND later.revision > revisions.revision
               AND later.changed < ?1
               AND substr(later.changed, 1, iif(revisions.changed < ?2, 10, 13))
                 = substr(revisions.changed, 1, iif(revisions.changed < ?2, 10, 13)))",
    )?;
    Ok(statement.execute([day_ago, month_ago])?)
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
