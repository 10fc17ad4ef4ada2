//! 素材库. One folder with everything in it:
//!
//! - `library.db`: documents, drafts, settings; the truth;
//! - `originals/`: the imported files, byte for byte;
//! - `styles/`: the office's own house styles, one text file each;
//! - `index/`: what makes search quick; it can be deleted at any time;
//! - `lock`: held by whoever writes.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use crate::index::Index;
use crate::lock::{self, Lock};
use crate::stamp::stamp;
use crate::store::{Store, sqlite, table};
use crate::{originals, starters};
use formats::Apart;
use speech::Speech;
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// An open library. Reading works while other programs write; a change waits a few
/// seconds for its turn and is durable when it returns.
pub struct Library {
    folder: PathBuf,
    pub(crate) store: Store,
    /// Opened at the first search or import: most commands need none.
    pub(crate) index: RefCell<Index>,
    lock_wait: Duration,
    /// Who reads what could bring the program down.
    pub(crate) apart: Option<Apart>,
}

/// How long a writer waits for another one, unless told otherwise.
const LOCK_WAIT: Duration = Duration::from_secs(5);

impl Library {
    /// Opens the library in a folder; where there is none, makes it, with the starters
    /// in it, stored as of `now`.
    ///
    /// A file that is no library, or one of a newer Lectern, is an error, and nothing
    /// in the folder is changed.
    pub fn open(folder: &Path, now: SystemTime) -> Result<Self, Error> {
        let path = folder.join("library.db");
        if !path.try_exists().map_err(Error::io(&path))? {
            create(folder, &path, now)?;
        }
        let store = Store::open(&path)?;
        let folder = folder.to_owned();
        let index = RefCell::new(Index::new(folder.join("index")));
        Ok(Self { folder, store, index, lock_wait: LOCK_WAIT, apart: None })
    }

    /// The same library, with another patience for other writers.
    pub fn with_lock_wait(self, lock_wait: Duration) -> Self {
        Self { lock_wait, ..self }
    }

    /// The same library, with files read apart where they could bring the program down:
    /// every program says so, as a library can't know which one it is part of.
    pub fn with_apart(self, apart: Option<Apart>) -> Self {
        Self { apart, ..self }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All documents, or those of one kind, the one changed last first.
    pub fn documents(&self, kind: Option<DocumentKind>) -> Result<Vec<Document>, Error> {
        self.store.read(|connection| table::documents::list(connection, kind))
    }

    /// A document and its text; of a draft, its last revision.
    pub fn document(&self, id: DocumentId) -> Result<(Document, Speech), Error> {
        self.store.read(|connection| {
            let unknown = || Error::UnknownDocument { id: id.to_string() };
            let document = table::documents::get(connection, id)?.ok_or_else(unknown)?;
            let speech = table::revisions::last(connection, id)?.ok_or_else(unknown)?;
            Ok((document, speech))
        })
    }

    /// What is known of a document, its text left out.
    pub fn describe(&self, id: DocumentId) -> Result<Document, Error> {
        let found = self.store.read(|connection| table::documents::get(connection, id))?;
        found.ok_or_else(|| Error::UnknownDocument { id: id.to_string() })
    }

    /// Becomes the one writer, or [`Error::Busy`].
    pub(crate) fn lock(&self) -> Result<Lock, Error> {
        lock::take(&self.folder, self.lock_wait)
    }

    /// Lets other writers have a turn, in the middle of a long job.
    pub(crate) fn give_way(&self, lock: Lock) -> Result<Lock, Error> {
        lock.give_way(&self.folder, self.lock_wait)
    }

    /// The folder of the imported files.
    pub(crate) fn originals(&self) -> PathBuf {
        self.folder.join("originals")
    }
}

fn create(folder: &Path, path: &Path, now: SystemTime) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let _lock = lock::take(folder, LOCK_WAIT)?;
    // While this one waited, another may have made it.
    if path.try_exists().map_err(Error::io(path))? {
        return Ok(());
    }
    originals::prepare(&folder.join("originals"))?;
    sqlite::create(path, |connection| starters::insert(connection, &stamp(now)))
}
