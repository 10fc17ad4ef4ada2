//! What makes search quick. The index can always be made again from the store, so
//! nothing that goes wrong with it is told to the writer: it is thrown away, and the
//! search goes on without it.
//!
//! Its last commit says which library it belongs to and the number of the last change
//! that it holds; from there it follows the store.

mod postings;
mod schema;
mod tokens;

use crate::document::DocumentId;
use crate::error::Error;
use crate::rank::Best;
use crate::sought::Sought;
use crate::store::table::{changes, hash, passages, settings};
use crate::store::{Seq, Store};
use schema::Fields;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tantivy::merge_policy::LogMergePolicy;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyError, Term};

/// The index of a library, opened when it is first needed.
pub(crate) struct Index {
    folder: PathBuf,
    open: Option<Open>,
}

struct Open {
    index: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
    /// The mark of the commit that the reader has loaded.
    loaded: Option<Mark>,
}

/// What a commit says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Mark {
    library: String,
    version: u32,
    seq: Seq,
    /// How many passages it holds, so that a segment that went missing is noticed.
    passages: usize,
    /// The hash of the rest, as a changed digit would be a number too.
    hash: String,
}

/// How far the index got in following the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Followed {
    /// It holds every change.
    Whole,
    /// Another program is just writing it.
    Busy,
}

/// How the index follows the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// As soon as it can be.
    AtOnce,
    /// As soon as it can be; then what was written is tidied up, which is waited for.
    Settled,
    /// Beside other work: with one processor and little memory.
    Beside,
}

/// An index up to this size is read through when it is opened, to find a wrong byte;
/// that takes some milliseconds. A larger one is when `verify` is asked for.
const READ_THROUGH_BYTES: u64 = 64 * 1024 * 1024;

/// Memory for sorting what is new, a thread: beyond it a segment is written.
const MEMORY_BYTES: usize = 50_000_000;
const THREADS: usize = 2;
/// Beside an import, which has its own needs.
const BESIDE_MEMORY_BYTES: usize = 40_000_000;
/// For a few drafts one thread and the smallest memory that tantivy takes are quicker.
const SMALL_MEMORY_BYTES: usize = 15_000_000;
const SMALL_DOCUMENTS: usize = 50;

impl Index {
    /// The index in a folder, which need not be there.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, open: None }
    }

    /// The number of the last change that the index holds; what was seen is at least
    /// as new. An index that is missing is made, empty; one that can't be used is
    /// thrown away and made anew.
    pub(crate) fn seq(&mut self, store: &Store) -> Result<Seq, Error> {
        let library = store.read(|connection| settings::get::<String>(connection, "library"))?;
        if let Ok(Some(seq)) = self.usable(&library.unwrap_or_default()) {
            // Asked after the index, so that it can't be behind but where the store was
            // put back to an earlier state.
            if seq <= store.read(changes::last)? {
                return Ok(seq);
            }
        }
        self.discard()?;
        self.open = Some(Open::create(&self.folder)?);
        Ok(0)
    }

    /// The number of the last change in an index of this library and version; nothing
    /// for any other index.
    fn usable(&mut self, library: &str) -> Result<Option<Seq>, Error> {
        if self.open.is_none() {
            if size_bytes(&self.folder) <= READ_THROUGH_BYTES && !self.is_sound() {
                return Ok(None);
            }
            self.open = Some(Open::existing(&self.folder)?);
        }
        let Some(open) = &mut self.open else { return Ok(None) };
        let mark = loop {
            let mark = open.mark()?;
            if mark.is_some() && mark == open.loaded {
                break mark;
            }
            // This takes milliseconds: only where there is something new.
            open.reader.reload()?;
            open.loaded.clone_from(&mark);
            // Another program may have committed in between; then what was loaded is
            // not what the mark speaks of.
            if open.mark()? == mark {
                break mark;
            }
            open.loaded = None;
        };
        let n_passages = open.reader.searcher().num_docs();
        Ok(match mark {
            // Made, and nothing committed yet.
            None => (n_passages == 0).then_some(0),
            Some(mark) if mark.is_of(library) && mark.passages as u64 == n_passages => Some(mark.seq),
            Some(_) => None,
        })
    }

    /// Takes in all that changed in the store.
    pub(crate) fn follow(&mut self, store: &Store, pace: Pace) -> Result<Followed, Error> {
        self.seq(store)?;
        let Some(open) = &self.open else { return Ok(Followed::Busy) };
        match open.follow(store, pace) {
            Err(Error::Index(TantivyError::LockFailure(..))) => Ok(Followed::Busy),
            followed => followed.map(|()| Followed::Whole),
        }
    }

    /// Adds the passages that are sought to the best, those of the documents to skip
    /// left out. [`seq`](Self::seq) must have been asked before.
    pub(crate) fn find(
        &self,
        sought: &Sought,
        skip: &HashSet<DocumentId>,
        best: &mut Best,
    ) -> Result<(), Error> {
        let Some(open) = &self.open else { return Ok(()) };
        for segment in open.reader.searcher().segment_readers() {
            postings::find(segment, &open.fields, sought, skip, best)?;
        }
        Ok(())
    }

    /// Throws the index away.
    pub(crate) fn discard(&mut self) -> Result<(), Error> {
        self.open = None;
        match fs::remove_dir_all(&self.folder) {
            // Somebody put a file there.
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                fs::remove_file(&self.folder).map_err(Error::io(&self.folder))
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(&self.folder)(error)),
            _ => Ok(()),
        }
    }

    /// Whether every byte of an existing index is the one that was written. A missing
    /// index has no wrong byte.
    pub(crate) fn is_sound(&self) -> bool {
        let exists = self.folder.join("meta.json").exists();
        !exists
            || tantivy::Index::open_in_dir(&self.folder)
                .and_then(|index| index.validate_checksum())
                .is_ok_and(|damaged| damaged.is_empty())
    }
}

impl Mark {
    fn new(library: String, seq: Seq, passages: usize) -> Self {
        let version = schema::VERSION;
        let hash = hash(format!("{library} {version} {seq} {passages}").as_bytes());
        Self { library, version, seq, passages, hash }
    }

    /// It says what was written, of this library, in this version.
    fn is_of(&self, library: &str) -> bool {
        *self == Self::new(library.to_owned(), self.seq, self.passages)
    }
}

/// The size of the files in a folder; what can't be read counts nothing.
fn size_bytes(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries.flatten().filter_map(|entry| entry.metadata().ok()).map(|file| file.len()).sum()
}

impl Open {
    fn create(folder: &Path) -> Result<Self, Error> {
        fs::create_dir_all(folder).map_err(Error::io(folder))?;
        let (schema, _) = schema::schema();
        Self::new(tantivy::Index::create_in_dir(folder, schema)?)
    }

    fn existing(folder: &Path) -> Result<Self, Error> {
        Self::new(tantivy::Index::open_in_dir(folder)?)
    }

    fn new(index: tantivy::Index) -> Result<Self, Error> {
        let (schema, fields) = schema::schema();
        if index.schema() != schema {
            return Err(TantivyError::SchemaError("another schema".to_owned()).into());
        }
        for (name, n) in [("characters", 1), ("pairs", 2)] {
            index.tokenizers().register(name, TextAnalyzer::from(tokens::Runs::of(n)));
        }
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { index, reader, fields, loaded: None })
    }

    /// What the last commit says of itself; nothing before the first.
    fn mark(&self) -> Result<Option<Mark>, Error> {
        let Some(payload) = self.index.load_metas()?.payload else { return Ok(None) };
        let mark = serde_json::from_str(&payload)
            .map_err(|error| TantivyError::SchemaError(format!("unknown mark: {error}")))?;
        Ok(Some(mark))
    }

    fn follow(&self, store: &Store, pace: Pace) -> Result<(), Error> {
        // Looked at before the writer is opened, which takes longer than most searches.
        let from = self.mark()?.map_or(0, |mark| mark.seq);
        let changed = store.read(|connection| changes::since(connection, from))?;
        if changed.is_empty() && from > 0 {
            return Ok(());
        }
        let (threads, memory_bytes) = match pace {
            _ if changed.len() <= SMALL_DOCUMENTS => (1, SMALL_MEMORY_BYTES),
            Pace::Beside => (1, BESIDE_MEMORY_BYTES),
            Pace::AtOnce | Pace::Settled => (THREADS, THREADS * MEMORY_BYTES),
        };
        let mut writer: IndexWriter = self.index.writer_with_num_threads(threads, memory_bytes)?;
        let mut merging = LogMergePolicy::default();
        // Left alone it never gets rid of what a draft said before.
        merging.set_del_docs_ratio_before_merge(0.3);
        writer.set_merge_policy(Box::new(merging));
        // With the writer's lock held: another program may have been quicker.
        let from = self.mark()?.map_or(0, |mark| mark.seq);
        let mark = store.read(|connection| {
            for id in changes::since(connection, from)? {
                if from > 0 {
                    writer.delete_term(Term::from_field_u64(self.fields.document, id.0.unsigned_abs()));
                }
                passages::for_each(connection, id, |row| {
                    writer.add_document(self.fields.entry(&row))?;
                    Ok(())
                })?;
            }
            let library: String = settings::get(connection, "library")?.unwrap_or_default();
            Ok(Mark::new(library, changes::last(connection)?, passages::count(connection)?))
        })?;
        // Never ahead of the store, also after a power cut while files come in.
        store.settle()?;
        let mut prepared = writer.prepare_commit()?;
        prepared.set_payload(&serde_json::to_string(&mark).expect("a mark is plain data"));
        prepared.commit()?;
        if pace == Pace::Settled {
            writer.wait_merging_threads()?;
        }
        Ok(())
    }
}
