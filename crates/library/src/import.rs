//! Taking files in: 讲话.docx becomes a speech that is found, its bytes are kept, and
//! no file is lost that was told of. Junk in a folder costs a line of the report
//! and nothing else.
//!
//! Files go in by batches, each of which is one transaction: a file is told of when its batch is
//! stored, and a crash of the program takes nothing of that back. All is durable when the import
//! ends, also where it was stopped; after a power cut before that the last seconds may be missing,
//! and the same import, run again, takes them in. What became of each file is kept with the library
//! ([`crate::imports`]).

mod batch;
mod follower;
mod given;
mod rate;
mod walk;

use crate::document::DocumentId;
use crate::error::Error;
use crate::imports::{ImportId, ImportState};
use crate::index::Pace;
use crate::library::Library;
use crate::lock::Lock;
use crate::near::{Near, Neighbours};
use crate::originals;
use crate::stamp::stamp;
use crate::store::table;
use batch::Reading;
use follower::Follower;
use formats::ReadOptions;
pub use given::{Given, LookedAt};
use rate::Rate;
use speech::Message;
use speech::overlap::Stock;
use std::io;
use std::ops::ControlFlow;
use std::path::{self, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};
use walk::Found;

/// How files are to be taken in.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The encoding of text files by its label (`gbk`), where the writer knows it
    /// better.
    pub encoding: Option<String>,
    /// The time that is stored.
    pub now: SystemTime,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedFile {
    /// Its path as it was given, or below the folder that was given.
    pub path: PathBuf,
    /// What was done.
    pub status: ImportStatus,
    /// This very file was taken in before and has not changed since; it was not read again.
    pub known: bool,
    /// Of a new state of a file: the document that the file was before.
    pub older: Option<DocumentId>,
    /// Of a new document: another one that says nearly the same.
    pub near: Option<Near>,
    /// What a writer should know about the reading.
    pub warnings: Vec<Message>,
}

/// What was done with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportStatus {
    /// It is a new document.
    Imported(DocumentId),
    /// The library has the same bytes, or the same text, as this document.
    Duplicate(DocumentId),
    /// A file at this path was imported before and said something else: this is a new
    /// document beside the old one.
    Version(DocumentId),
    /// It was not taken in; why.
    Skipped(Message),
}

impl ImportStatus {
    /// The word for it in JSON, SQL and the docs.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Imported(_) => "imported",
            Self::Duplicate(_) => "duplicate",
            Self::Version(_) => "version",
            Self::Skipped(_) => "skipped",
        }
    }

    /// The document that the file is, or is the same as.
    pub fn document(&self) -> Option<DocumentId> {
        match self {
            Self::Imported(id) | Self::Duplicate(id) | Self::Version(id) => Some(*id),
            Self::Skipped(_) => None,
        }
    }
}

/// What an import did, all in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The name of its report; nothing where there was nothing to report.
    pub report: Option<ImportId>,
    /// How many files were looked at.
    pub files: usize,
    /// How many of them are new documents at a new path.
    pub imported: usize,
    /// How many the library had.
    pub duplicate: usize,
    /// How many are new states of a file imported before.
    pub version: usize,
    /// How many were not taken in.
    pub skipped: usize,
    /// The paths given that are not there. They count nowhere above.
    pub missing: Vec<PathBuf>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug)]
pub struct ImportStep<'a> {
    /// The file that is read next; nothing while files are counted, and where files have
    /// been stored.
    pub reading: Option<&'a Path>,
    /// The files that were stored since the last step, in their order.
    pub files: &'a [ImportedFile],
    /// How many are stored.
    pub done: usize,
    /// How many there are.
    pub total: usize,
    /// The counting is done: `total` grows no more.
    pub counted: bool,
    /// Files a second, over the last seconds; 0 before the first.
    pub rate: f64,
}

/// So often a long counting is told of.
const COUNT_STEP: Duration = Duration::from_millis(100);

/// Who is told, and may stop it.
type Told<'a> = &'a mut dyn FnMut(&ImportStep<'_>) -> ControlFlow<()>;

impl Library {
    /// Takes in files, and folders with all below, in the order of their names. Files
    /// whose name begins with a dot or `~$` are passed over, unless given themselves.
    ///
    /// `progress` hears of each file when it is stored, and may stop the import: then it
    /// still hears of those that were stored with it, and they stay. An error ends
    /// the import, with the same promise. What was stored is durable when this returns, and,
    /// where it was not stopped, in the index.
    pub fn import(
        &self,
        paths: &[PathBuf],
        options: &ImportOptions,
        progress: &mut dyn FnMut(&ImportedFile) -> ControlFlow<()>,
    ) -> Result<Imported, Error> {
        self.import_by_steps(paths, options, &mut |step| {
            let told: Vec<_> = step.files.iter().map(&mut *progress).collect();
            told.into_iter().find(ControlFlow::is_break).unwrap_or(ControlFlow::Continue(()))
        })
    }

    /// The same, told more closely: while the files are counted, before each one is read and
    /// before it is stored, while one takes long, and when some are stored. It can be stopped
    /// at each step, which takes effect at once: what is not stored then is thrown away. Run
    /// again, it passes over files that were taken in and have not changed since.
    pub fn import_by_steps(
        &self,
        paths: &[PathBuf],
        options: &ImportOptions,
        tell: Told<'_>,
    ) -> Result<Imported, Error> {
        let mut done = Imported::default();
        if let ControlFlow::Continue(found) = find(paths, self.folder(), tell, &mut done)? {
            self.import_found(paths, &found, options, tell, &mut done)?;
        }
        Ok(done)
    }

    /// Takes in a text that stands in no file: pasted, or from another program. Its bytes are kept
    /// as those of a file are, and what became of it stands in a report. What it is called and
    /// filed under is told from the text alone; it is no newer state of anything.
    pub fn import_given(
        &self,
        given: Given,
        options: &ImportOptions,
        progress: &mut dyn FnMut(&ImportedFile),
    ) -> Result<Imported, Error> {
        let names = [given.name.clone()];
        let found = [Item { found: Found::Given(Arc::new(given)), root: None }];
        let mut done = Imported::default();
        let tell: Told<'_> = &mut |step| {
            step.files.iter().for_each(&mut *progress);
            ControlFlow::Continue(())
        };
        self.import_found(&names, &found, options, tell, &mut done)?;
        Ok(done)
    }

    /// What an import would make of such a text, or why it would not take it in. Nothing is
    /// stored.
    pub fn look_at(&self, given: &Given) -> Result<Result<LookedAt, Message>, Error> {
        let options = ReadOptions { apart: self.apart.clone(), ..ReadOptions::default() };
        self.store.read(|connection| batch::look(connection, given, &options))
    }

    /// The same for what is new or has changed in folders; what is not, and what is no file,
    /// is not told of.
    pub(crate) fn import_new(
        &self,
        folders: &[PathBuf],
        options: &ImportOptions,
        tell: Told<'_>,
    ) -> Result<Imported, Error> {
        let mut done = Imported::default();
        if let ControlFlow::Continue(mut found) = find(folders, self.folder(), tell, &mut done)? {
            self.store.read(|connection| {
                let mut new = Vec::new();
                for item in found.drain(..) {
                    if batch::is_new(connection, &item)? {
                        new.push(item);
                    }
                }
                found = new;
                Ok(())
            })?;
            self.import_found(folders, &found, options, tell, &mut done)?;
        }
        Ok(done)
    }

    /// Takes in what was found, and keeps a report where that is something.
    fn import_found(
        &self,
        paths: &[PathBuf],
        found: &[Item],
        options: &ImportOptions,
        tell: Told<'_>,
        done: &mut Imported,
    ) -> Result<(), Error> {
        if found.is_empty() {
            return Ok(());
        }
        let lock = self.lock()?;
        originals::prepare(&self.originals())?;
        let report = self.store.change(|connection| {
            let paths: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
            table::imports::begin(connection, &stamp(options.now), &paths)
        })?;
        done.report = Some(report);
        let follower = Follower::begin(self.folder(), options.now);
        let state = match self.import_batches(report, found, options, lock, tell, done) {
            Ok(ControlFlow::Continue(())) => Ok(ImportState::Finished),
            Ok(ControlFlow::Break(())) => Ok(ImportState::Stopped),
            Err(error) => Err(error),
        };
        let word = state.as_ref().map_or(ImportState::Failed, |state| *state);
        // With this change all is durable that was stored before it.
        let ended = originals::settle(&self.originals())
            .and_then(|()| self.store.change(|connection| table::imports::end(connection, report, word)));
        if word == ImportState::Stopped {
            // What the index lacks of the last seconds, the next search makes up for.
            drop(follower);
        } else if done.imported + done.version > 0 {
            follower.end();
            // The documents are safe; if this fails, the next search makes up for it.
            let _ = self.index.borrow_mut().follow(&self.store, Pace::Settled);
        }
        // The error that matters is the first one.
        state.and(ended)
    }

    fn import_batches(
        &self,
        report: ImportId,
        found: &[Item],
        options: &ImportOptions,
        mut lock: Lock,
        tell: Told<'_>,
        done: &mut Imported,
    ) -> Result<ControlFlow<()>, Error> {
        let mut rate = Rate::default();
        let mut neighbours = Neighbours::default();
        let total = found.len();
        let stock = Arc::new(Stock::built_in());
        let mut reading = Some(Reading::begin(self, found, options, &stock)?);
        while let Some(read) = reading.take() {
            let (n_done, per_second) = (done.files, rate.per_second());
            let mut goes_on = |path: &Path| {
                let reading = Some(path);
                tell(&ImportStep {
                    reading,
                    files: &[],
                    done: n_done,
                    total,
                    counted: true,
                    rate: per_second,
                })
            };
            let stopped = Ok(ControlFlow::Break(()));
            let ControlFlow::Continue(batch) = read.finish(&mut goes_on) else {
                return stopped;
            };
            // Read while this one is stored.
            let rest = &found[n_done + batch.len()..];
            reading = if rest.is_empty() { None } else { Some(Reading::begin(self, rest, options, &stock)?) };
            let ControlFlow::Continue(files) =
                batch.store(self, report, n_done, options, &mut neighbours, &mut goes_on)?
            else {
                return stopped;
            };
            files.iter().for_each(|file| done.count(&file.status));
            rate.add(files.len());
            let rate = rate.per_second();
            let stored =
                ImportStep { reading: None, files: &files, done: done.files, total, counted: true, rate };
            if tell(&stored).is_break() {
                return stopped;
            }
            lock = self.give_way(lock)?;
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// The files that paths stand for, those of the library itself left out; a break where the
/// writer stopped the counting.
fn find(
    paths: &[PathBuf],
    library: &Path,
    tell: Told<'_>,
    done: &mut Imported,
) -> Result<ControlFlow<(), Vec<Item>>, Error> {
    let own = path::absolute(library).map_err(Error::io(library))?;
    let mut found = Vec::new();
    let mut told = Instant::now();
    for path in paths {
        if is_missing(path) {
            done.missing.push(path.clone());
            continue;
        }
        let root = root(path)?;
        for one in walk::files(path) {
            if path::absolute(one.path()).is_ok_and(|path| path.starts_with(&own)) {
                continue;
            }
            found.push(Item { found: one, root: root.clone() });
            if told.elapsed() > COUNT_STEP {
                told = Instant::now();
                if tell(&counting(found.len(), false)).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
    }
    let stopped = tell(&counting(found.len(), true)).is_break();
    Ok(if stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(found) })
}

/// A file that was found, and the folder that was given for it, from the root.
struct Item {
    found: Found,
    root: Option<Arc<Path>>,
}

/// The path of a folder from the root; nothing for a file.
fn root(path: &Path) -> Result<Option<Arc<Path>>, Error> {
    if !path.is_dir() {
        return Ok(None);
    }
    let absolute = path::absolute(path).map_err(Error::io(path))?;
    Ok(Some(Arc::from(absolute.components().collect::<PathBuf>())))
}

impl Imported {
    fn count(&mut self, status: &ImportStatus) {
        self.files += 1;
        *match status {
            ImportStatus::Imported(_) => &mut self.imported,
            ImportStatus::Duplicate(_) => &mut self.duplicate,
            ImportStatus::Version(_) => &mut self.version,
            ImportStatus::Skipped(_) => &mut self.skipped,
        } += 1;
    }
}

fn counting(total: usize, counted: bool) -> ImportStep<'static> {
    ImportStep { reading: None, files: &[], done: 0, total, counted, rate: 0.0 }
}

pub(crate) fn is_missing(path: &Path) -> bool {
    let missing =
        |error: io::Error| matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    path.symlink_metadata().is_err_and(missing)
}
