//! One row a file of an import: what became of it, as it was told.

use crate::document::DocumentId;
use crate::error::Error;
use crate::import::{ImportStatus, ImportedFile};
use crate::imports::ImportId;
use crate::near::Near;
use rusqlite::{Connection, Row, params};
use speech::Message;

/// `warnings` is a JSON list of messages. `document`, `older` and `near` may be gone since.
pub(crate) const CREATE: &str = "
CREATE TABLE import_files (
    import    INTEGER NOT NULL REFERENCES imports (number) ON DELETE CASCADE,
    nth       INTEGER NOT NULL,
    path      TEXT NOT NULL,
    status    TEXT NOT NULL CHECK (status IN ('imported', 'duplicate', 'version', 'skipped')),
    known     INTEGER NOT NULL,
    document  INTEGER,
    older     INTEGER,
    near      INTEGER,
    share     REAL,
    reason_zh TEXT,
    reason_en TEXT,
    warnings  TEXT NOT NULL,
    PRIMARY KEY (import, nth)
) STRICT, WITHOUT ROWID;
";

/// Adds what became of a file, the n-th of its import, from 0.
pub(crate) fn add(
    connection: &Connection,
    import: ImportId,
    nth: usize,
    file: &ImportedFile,
) -> Result<(), Error> {
    let reason = match &file.status {
        ImportStatus::Skipped(reason) => Some(reason),
        _ => None,
    };
    let mut statement = connection.prepare_cached(
        "INSERT INTO import_files
             (import, nth, path, status, known, document, older, near, share, reason_zh, reason_en, warnings)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let warnings: Vec<[&str; 2]> =
        file.warnings.iter().map(|warning| [warning.zh.as_str(), warning.en.as_str()]).collect();
    statement.execute(params![
        import.0,
        nth,
        file.path.to_string_lossy(),
        file.status.word(),
        file.known,
        file.status.document().map(|id| id.0),
        file.older.map(|id| id.0),
        file.near.map(|near| near.document.0),
        file.near.map(|near| near.share),
        reason.map(|reason| &reason.zh),
        reason.map(|reason| &reason.en),
        serde_json::to_value(warnings).unwrap_or_default().to_string(),
    ])?;
    Ok(())
}

/// The files of an import, in its order.
pub(crate) fn list(connection: &Connection, import: ImportId) -> Result<Vec<ImportedFile>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM import_files WHERE import = ? ORDER BY nth")?;
    let rows = statement.query_map([import.0], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ImportedFile> {
    let (path, status, warnings): (String, String, String) =
        (row.get("path")?, row.get("status")?, row.get("warnings")?);
    let document = DocumentId(row.get::<_, Option<i64>>("document")?.unwrap_or_default());
    let status = match status.as_str() {
        "imported" => ImportStatus::Imported(document),
        "duplicate" => ImportStatus::Duplicate(document),
        "version" => ImportStatus::Version(document),
        // The table's CHECK lets no other word in.
        _ => {
            let (zh, en): (Option<String>, Option<String>) = (row.get("reason_zh")?, row.get("reason_en")?);
            ImportStatus::Skipped(Message::new(zh.unwrap_or_default(), en.unwrap_or_default()))
        }
    };
    let (near, share): (Option<i64>, Option<f64>) = (row.get("near")?, row.get("share")?);
    let warnings: Vec<[String; 2]> = serde_json::from_str(&warnings).unwrap_or_default();
    Ok(ImportedFile {
        path: path.into(),
        status,
        known: row.get("known")?,
        older: row.get::<_, Option<i64>>("older")?.map(DocumentId),
        near: near.zip(share).map(|(id, share)| Near { document: DocumentId(id), share }),
        warnings: warnings.into_iter().map(|[zh, en]| Message::new(zh, en)).collect(),
    })
}
