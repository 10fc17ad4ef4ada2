//! One row a document: what `list` shows. Its text stands in the revisions.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use speech::about::About;
use std::collections::HashMap;

/// AUTOINCREMENT, so that no number is given twice, even after a deletion.
pub(crate) const CREATE: &str = "
CREATE TABLE documents (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL CHECK (kind IN ('speech', 'template', 'starter', 'draft')),
    title      TEXT NOT NULL,
    occasion   TEXT,
    genre      TEXT,
    year       INTEGER,
    level      TEXT,
    speaker    TEXT,
    domain     TEXT,
    date       TEXT,
    characters INTEGER NOT NULL,
    path       TEXT,
    original   TEXT,
    text_hash  TEXT NOT NULL,
    changed    TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_original ON documents (original);
CREATE INDEX documents_by_text ON documents (text_hash);
CREATE INDEX documents_by_path ON documents (path);
";

/// For whom and for how long a draft is written, beside its date.
pub(crate) const ADD_OCCASION: &str = "
ALTER TABLE documents ADD COLUMN minutes INTEGER;
ALTER TABLE documents ADD COLUMN audience TEXT;
";

const COLUMNS: &str = "d.number, d.kind, d.title, d.occasion, d.genre, d.year, d.level, d.speaker, d.domain, \
                       d.date, d.minutes, d.audience, d.characters, d.path, d.original, d.changed, \
                       coalesce((SELECT min(f.gone) FROM files f WHERE f.document = d.number), 0) AS gone";

/// Adds a row; its own id is not looked at.
pub(crate) fn insert(connection: &Connection, row: &Document, text_hash: &str) -> Result<DocumentId, Error> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO documents (kind, title, occasion, genre, year, level, speaker, domain, date, minutes,
             audience, characters, path, original, text_hash, changed)
         VALUES (:kind, :title, :occasion, :genre, :year, :level, :speaker, :domain, :date, :minutes,
             :audience, :characters, :path, :original, :text_hash, :changed)",
    )?;
    statement.execute(named_params! {
        ":kind": row.kind.word(),
        ":title": row.title,
        ":occasion": row.about.occasion,
        ":genre": row.about.genre,
        ":year": row.about.year,
        ":level": row.about.level,
        ":speaker": row.about.speaker,
        ":domain": row.about.domain,
        ":date": row.date,
        ":minutes": row.minutes,
        ":audience": row.audience,
        ":characters": row.characters,
        ":path": row.path,
        ":original": row.original,
        ":text_hash": text_hash,
        ":changed": row.changed,
    })?;
    Ok(DocumentId(connection.last_insert_rowid()))
}

/// Writes what changes of a document when it is revised.
pub(crate) fn update(connection: &Connection, row: &Document, text_hash: &str) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "UPDATE documents SET kind = :kind, title = :title, occasion = :occasion, genre = :genre, year = :year,
             level = :level, speaker = :speaker, domain = :domain, date = :date, characters = :characters,
             text_hash = :text_hash, changed = :changed
         WHERE number = :number",
    )?;
    statement.execute(named_params! {
        ":number": row.id.0,
        ":kind": row.kind.word(),
        ":title": row.title,
        ":occasion": row.about.occasion,
        ":genre": row.about.genre,
        ":year": row.about.year,
        ":level": row.about.level,
        ":speaker": row.about.speaker,
        ":domain": row.about.domain,
        ":date": row.date,
        ":characters": row.characters,
        ":text_hash": text_hash,
        ":changed": row.changed,
    })?;
    Ok(())
}

/// Writes when, for how long and for whom a document is given.
pub(crate) fn set_occasion(
    connection: &Connection,
    id: DocumentId,
    date: Option<&str>,
    minutes: Option<u32>,
    audience: Option<&str>,
) -> Result<(), Error> {
    let mut statement = connection
        .prepare_cached("UPDATE documents SET date = ?2, minutes = ?3, audience = ?4 WHERE number = ?1")?;
    statement.execute(params![id.0, date, minutes, audience])?;
    Ok(())
}

/// Files a document anew.
pub(crate) fn set_about(connection: &Connection, id: DocumentId, about: &About) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "UPDATE documents SET occasion = ?, genre = ?, year = ?, level = ?, speaker = ?, domain = ?
         WHERE number = ?",
    )?;
    let About { occasion, genre, year, level, speaker, domain } = about;
    statement.execute(params![occasion, genre, year, level, speaker, domain, id.0])?;
    Ok(())
}

/// The document of that id.
pub(crate) fn get(connection: &Connection, id: DocumentId) -> Result<Option<Document>, Error> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM documents d WHERE d.number = ?"))?;
    Ok(statement.query_row([id.0], read).optional()?)
}

/// All documents, or those of one kind, the one changed last first. By the number of
/// the change, as clocks go backwards.
pub(crate) fn list(connection: &Connection, kind: Option<DocumentKind>) -> Result<Vec<Document>, Error> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM documents d JOIN changes c ON c.document = d.number
         WHERE ?1 IS NULL OR d.kind = ?1 ORDER BY c.seq DESC"
    ))?;
    let rows = statement.query_map([kind.map(DocumentKind::word)], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Of what kind each document is.
pub(crate) fn kinds(connection: &Connection) -> Result<HashMap<DocumentId, DocumentKind>, Error> {
    let mut statement = connection.prepare_cached("SELECT number, kind FROM documents")?;
    let rows = statement.query_map([], |row| {
        let kind: String = row.get(1)?;
        Ok((DocumentId(row.get(0)?), DocumentKind::read(&kind).unwrap_or(DocumentKind::Speech)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The first document, drafts aside, made from the same bytes or saying the same.
pub(crate) fn same(
    connection: &Connection,
    original: &str,
    text_hash: &str,
) -> Result<Option<DocumentId>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT number FROM documents
         WHERE kind <> 'draft' AND (original = ?1 OR text_hash = ?2) ORDER BY number LIMIT 1",
    )?;
    let number = statement.query_row(params![original, text_hash], |row| row.get(0)).optional()?;
    Ok(number.map(DocumentId))
}

/// The last document that was imported from that path.
pub(crate) fn last_of_path(connection: &Connection, path: &str) -> Result<Option<DocumentId>, Error> {
    let mut statement = connection.prepare_cached("SELECT max(number) FROM documents WHERE path = ?")?;
    let number: Option<i64> = statement.query_row([path], |row| row.get(0))?;
    Ok(number.map(DocumentId))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Document> {
    let kind: String = row.get("kind")?;
    Ok(Document {
        id: DocumentId(row.get("number")?),
        // The table's CHECK lets no other word in.
        kind: DocumentKind::read(&kind).unwrap_or(DocumentKind::Speech),
        title: row.get("title")?,
        about: About {
            occasion: row.get("occasion")?,
            genre: row.get("genre")?,
            year: row.get("year")?,
            level: row.get("level")?,
            speaker: row.get("speaker")?,
            domain: row.get("domain")?,
        },
        date: row.get("date")?,
        minutes: row.get("minutes")?,
        audience: row.get("audience")?,
        characters: row.get("characters")?,
        path: row.get("path")?,
        original: row.get("original")?,
        changed: row.get("changed")?,
        gone: row.get("gone")?,
    })
}
