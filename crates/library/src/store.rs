//! What is kept: the one truth of a library. Documents, their passages and their
//! revisions stand in SQLite; everything in `index/` can be made from here.
//!
//! Every change of a document is one transaction, which also gives it a number
//! ([`Seq`]); the index follows these numbers.

pub(crate) mod sqlite;
pub(crate) mod table;

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use speech::about::About;
use speech::{BlockKind, Speech, overlap, shown, text, timing};
use std::ops::ControlFlow;
use std::path::Path;

/// The number of a change; it only grows. 0 is before the first change.
pub(crate) type Seq = u64;

/// The open database of a library.
pub(crate) struct Store {
    connection: Connection,
}

impl Store {
    /// Opens the database of an existing library.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        Ok(Self { connection: sqlite::open(path)? })
    }

    /// Runs changes as one transaction, durable when this returns and undone as a
    /// whole on any error.
    pub(crate) fn change<T>(
        &self,
        make: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        let made = make(&transaction)?;
        transaction.commit()?;
        Ok(made)
    }

    /// The same in a row of many, without a wait for the disk, and undone as a whole also where
    /// `make` breaks off. A crash of the program takes nothing of it back; a power cut may, the
    /// last of them first, until the next [`change`](Self::change) or [`settle`](Self::settle).
    pub(crate) fn change_soon<T>(
        &self,
        make: impl FnOnce(&Transaction<'_>) -> Result<ControlFlow<(), T>, Error>,
    ) -> Result<ControlFlow<(), T>, Error> {
        let _soon = sqlite::Soon::begin(&self.connection)?;
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        let made = make(&transaction)?;
        if made.is_continue() {
            transaction.commit()?;
        }
        Ok(made)
    }

    /// Makes durable what was committed up to now, by whomever.
    pub(crate) fn settle(&self) -> Result<(), Error> {
        sqlite::settle(&self.connection)
    }

    /// Asks several questions of one state of the library, whatever others write.
    pub(crate) fn read<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?;
        let answer = ask(&transaction)?;
        transaction.commit()?;
        Ok(answer)
    }
}

/// A document to be stored: what the writer's file or draft gave.
pub(crate) struct NewDocument<'a> {
    pub(crate) kind: DocumentKind,
    /// Instead of the title of the text itself.
    pub(crate) title: Option<String>,
    /// What it is filed under, as it was told.
    pub(crate) about: About,
    pub(crate) date: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) original: Option<String>,
    pub(crate) changed: String,
    pub(crate) speech: &'a Speech,
    /// The line of the file that each passage stands on, in order; none for a draft.
    pub(crate) lines: Vec<usize>,
    /// The sketch of its text, where it is made already.
    pub(crate) sketch: Option<&'a [u32]>,
}

/// Stores a document with its first revision and its passages.
pub(crate) fn insert(connection: &Connection, new: NewDocument<'_>) -> Result<DocumentId, Error> {
    let text = shown::text(new.speech);
    let row = Document {
        id: DocumentId(0),
        kind: new.kind,
        title: new.title.unwrap_or_else(|| title(new.speech)),
        about: new.about,
        date: new.date,
        minutes: None,
        audience: None,
        characters: timing::characters(&text),
        path: new.path,
        original: new.original,
        changed: new.changed,
        gone: false,
    };
    let id = table::documents::insert(connection, &row, &table::text_hash(&text))?;
    table::filings::tell(connection, id, &row.about)?;
    table::revisions::append(connection, id, &row.changed, new.speech)?;
    table::passages::replace(connection, id, new.speech, &new.lines)?;
    match new.sketch {
        Some(sketch) => table::sketches::replace(connection, id, sketch)?,
        None => sketch(connection, id, new.kind, &text)?,
    }
    table::changes::note(connection, id)?;
    Ok(id)
}

/// Stores what a document has become: one more revision, and what search finds of it, on
/// the lines that are given (none for a draft). `about` is what is told now; what the writer
/// says goes on to hold.
pub(crate) fn revise(
    connection: &Connection,
    mut row: Document,
    about: About,
    changed: String,
    speech: &Speech,
    lines: &[usize],
) -> Result<(), Error> {
    let text = shown::text(speech);
    table::filings::tell(connection, row.id, &about)?;
    row.about = table::filings::said(connection, row.id)?.over(&about);
    row.title = title(speech);
    row.characters = timing::characters(&text);
    row.changed = changed;
    table::documents::update(connection, &row, &table::text_hash(&text))?;
    table::revisions::append(connection, row.id, &row.changed, speech)?;
    table::passages::replace(connection, row.id, speech, lines)?;
    sketch(connection, row.id, row.kind, &text)?;
    table::changes::note(connection, row.id)?;
    Ok(())
}

/// Keeps the sketch of a text. A draft is looked for in others, and never found itself: it
/// has an empty one.
fn sketch(connection: &Connection, id: DocumentId, kind: DocumentKind, text: &str) -> Result<(), Error> {
    let sketch = match kind {
        DocumentKind::Draft => Vec::new(),
        _ => overlap::sketch(text, &overlap::Stock::built_in()),
    };
    table::sketches::replace(connection, id, &sketch)
}

/// The lines of the title, as they are read, joined by `\n`.
pub(crate) fn title(speech: &Speech) -> String {
    let shown = shown::shown(speech);
    let lines = shown.iter().filter(|shown| shown.block.kind == BlockKind::Title);
    let lines = lines.map(|line| text::trim(&line.text()).to_owned());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
