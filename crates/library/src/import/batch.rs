//! A batch: some files read at once, by as many threads as there are processors, and stored
//! as one transaction after their bytes are on the disk.
//!
//! Waiting for the disk takes longer than reading a speech. A batch waits for it once, for its
//! originals, which are one file; that what is said of them is on the disk, too, is waited for when
//! the import ends. Meanwhile the next batch is read. It is
//! short (half a second): where the writer stops the import it is thrown away as it is, and
//! read again another time.

use super::given::{Given, LookedAt};
use super::walk::Found;
use super::{ImportOptions, ImportStatus, ImportedFile, Item};
use crate::collection;
use crate::document::{DocumentId, DocumentKind};
use crate::error::Error;
use crate::file;
use crate::imports::ImportId;
use crate::library::Library;
use crate::near::Neighbours;
use crate::originals;
use crate::stamp::stamp;
use crate::store::table::files::Stat;
use crate::store::table::{documents, files, hash, import_files, text_hash};
use crate::store::{self, NewDocument};
use formats::{Limits, ReadOptions};
use rusqlite::Connection;
use speech::about::{About, about_file};
use speech::overlap::{Stock, sketch};
use speech::parse::{Parsed, parse};
use speech::{Message, Speech, shown, timing};
use std::fs;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{self, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The most files of a batch.
const MOST_FILES: usize = 64;
/// The most bytes of their originals, which are held until they are stored: 16 MiB. A file
/// that has more is a batch of its own.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// After this time no other file is begun.
const LONGEST: Duration = Duration::from_millis(500);

/// While a file takes longer than this, `tell` is asked again.
const PATIENCE: Duration = Duration::from_millis(100);

/// Files that are being read.
pub(super) struct Reading {
    work: Arc<Work>,
    heard: Receiver<Heard>,
}

/// Files that are read and not stored yet.
pub(super) struct Batch {
    files: Vec<Ready>,
}

/// What the readers of a batch share.
struct Work {
    tasks: Vec<Task>,
    options: ReadOptions,
    stock: Arc<Stock>,
    /// The first task that none has taken.
    next: AtomicUsize,
    /// Nobody waits any more.
    stop: AtomicBool,
    started: Instant,
}

/// What a reader says of a task.
enum Heard {
    Begun(usize),
    Read(usize, Box<Ready>),
}

/// A file to be read.
struct Task {
    path: PathBuf,
    /// The same from the root, as it is stored; nothing for a text that stands in no file.
    absolute: Option<String>,
    /// The text, where it stands in no file.
    given: Option<Arc<Given>>,
    /// The folder that was given, from the root; nothing where the file itself was.
    root: Option<Arc<Path>>,
    /// Its size and when it changed, as the system says; nothing where it doesn't.
    stat: Option<Stat>,
    /// What is known without reading it.
    known: Option<What>,
}

/// A file, looked at.
struct Ready {
    path: PathBuf,
    absolute: Option<String>,
    given: Option<Arc<Given>>,
    root: Option<Arc<Path>>,
    stat: Option<Stat>,
    what: What,
}

#[derive(Clone)]
enum What {
    /// Taken in before and unchanged.
    Known(DocumentId),
    /// Not taken in.
    Passed(Message),
    /// A text, understood.
    Text(Box<Text>),
}

/// What is stored of a file.
#[derive(Clone)]
struct Text {
    bytes: Vec<u8>,
    original: String,
    parsed: Parsed,
    text: String,
    sketch: Vec<u32>,
    warnings: Vec<Message>,
}

impl What {
    fn of(understood: Result<Box<Text>, Message>) -> Self {
        understood.map_or_else(Self::Passed, Self::Text)
    }
}

impl Reading {
    /// Begins to read the first of some files, as many as make a batch. Where this is dropped,
    /// no other file is begun.
    pub(super) fn begin(
        library: &Library,
        items: &[Item],
        options: &ImportOptions,
        stock: &Arc<Stock>,
    ) -> Result<Self, Error> {
        let work = Arc::new(Work {
            tasks: tasks(library, items)?,
            options: ReadOptions {
                encoding: options.encoding.clone(),
                limits: Limits::default(),
                apart: library.apart.clone(),
            },
            stock: Arc::clone(stock),
            next: AtomicUsize::new(0),
            stop: AtomicBool::new(false),
            started: Instant::now(),
        });
        let (sender, heard) = channel();
        let n_readers = thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..n_readers.min(work.tasks.len()) {
            let (work, sender) = (Arc::clone(&work), sender.clone());
            // Not waited for: a broken PDF may take its reader half a minute, a writer who
            // stops the import shall not.
            thread::spawn(move || work.run(&sender));
        }
        Ok(Self { work, heard })
    }

    /// Waits until they are read; a break where `tell` said to stop. It is asked before each
    /// file and, while one takes long, ten times a second.
    pub(super) fn finish(self, tell: &mut dyn FnMut(&Path) -> ControlFlow<()>) -> ControlFlow<(), Batch> {
        let mut ready: Vec<Option<Ready>> = Vec::new();
        let mut reading = 0;
        loop {
            match self.heard.recv_timeout(PATIENCE) {
                Ok(Heard::Begun(idx)) => {
                    reading = idx;
                    ready.resize_with(ready.len().max(idx + 1), || None);
                }
                Ok(Heard::Read(idx, file)) => {
                    ready[idx] = Some(*file);
                    continue;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if self.work.tasks.get(reading).is_some_and(|task| tell(&task.path).is_break()) {
                return ControlFlow::Break(());
            }
        }
        // What was taken was taken in a row, so nothing is missing between.
        ControlFlow::Continue(Batch { files: ready.into_iter().flatten().collect() })
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.work.stop.store(true, Ordering::Relaxed);
    }
}

impl Batch {
    /// How many files it has; at least one.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// Stores what was read, with its lines of the report: first the bytes, then, in one
    /// transaction, the rest. All of it is stored when this returns, or, on an error or where
    /// `tell` said to stop, nothing.
    pub(super) fn store(
        self,
        library: &Library,
        report: ImportId,
        first: usize,
        options: &ImportOptions,
        neighbours: &mut Neighbours,
        tell: &mut dyn FnMut(&Path) -> ControlFlow<()>,
    ) -> Result<ControlFlow<(), Vec<ImportedFile>>, Error> {
        library.store.change_soon(|connection| {
            let mut originals = Vec::new();
            let mut told = Vec::new();
            for (nth, ready) in (first..).zip(&self.files) {
                if tell(&ready.path).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                let file = ready.store(connection, options, neighbours, &mut originals)?;
                ready.file_under(connection, &file)?;
                if let Some((path, stat)) = ready.absolute.as_ref().zip(ready.stat) {
                    files::set(connection, path, stat, options.now, file.status.document())?;
                }
                import_files::add(connection, report, nth, &file)?;
                told.push(file);
            }
            originals::keep(connection, &library.originals(), &originals)?;
            Ok(ControlFlow::Continue(told))
        })
    }
}

impl Work {
    /// Reads one file after the other, until the batch is full or nobody listens.
    fn run(&self, sender: &Sender<Heard>) {
        loop {
            let idx = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = self.tasks.get(idx) else { break };
            if sender.send(Heard::Begun(idx)).is_err() {
                break;
            }
            let ready = task.read(&self.options, &self.stock);
            let is_heard = sender.send(Heard::Read(idx, Box::new(ready))).is_ok();
            if !is_heard || self.stop.load(Ordering::Relaxed) || self.started.elapsed() > LONGEST {
                break;
            }
        }
    }
}

/// The files of a batch, and what is known of them already.
fn tasks(library: &Library, items: &[Item]) -> Result<Vec<Task>, Error> {
    let mut tasks = Vec::new();
    let mut n_bytes = 0;
    library.store.read(|connection| {
        for item in items.iter().take(MOST_FILES) {
            let task = Task::new(connection, item)?;
            n_bytes += task.stat.map_or(0, |stat| stat.bytes);
            if n_bytes > MOST_BYTES && !tasks.is_empty() {
                break;
            }
            tasks.push(task);
        }
        Ok(tasks)
    })
}

/// Whether a file was never looked at, or has changed since.
pub(super) fn is_new(connection: &Connection, item: &Item) -> Result<bool, Error> {
    let Found::File(path) = &item.found else { return Ok(false) };
    let Ok(there) = fs::metadata(path) else { return Ok(false) };
    let absolute = path::absolute(path).map_err(Error::io(path))?;
    Ok(!files::is_seen(connection, &absolute.to_string_lossy(), Stat::of(&there))?)
}

impl Task {
    fn new(connection: &Connection, item: &Item) -> Result<Self, Error> {
        let path = item.found.path().to_owned();
        if let Found::Given(given) = &item.found {
            let given = Some(Arc::clone(given));
            return Ok(Self { path, absolute: None, given, root: None, stat: None, known: None });
        }
        let absolute = path::absolute(&path).map_err(Error::io(&path))?.to_string_lossy().into_owned();
        let (stat, known) = match &item.found {
            Found::Given(_) => (None, None),
            Found::Passed(_, reason) => (None, Some(What::Passed(reason.clone()))),
            Found::File(path) => {
                let stat = fs::metadata(path).ok().map(|there| Stat::of(&there));
                let document = stat.map(|stat| files::unchanged(connection, &absolute, stat)).transpose()?;
                (stat, document.flatten().map(What::Known))
            }
        };
        Ok(Self { path, absolute: Some(absolute), given: None, root: item.root.clone(), stat, known })
    }

    fn read(&self, options: &ReadOptions, stock: &Stock) -> Ready {
        let what = self.known.clone().unwrap_or_else(|| {
            // A mistake of a reader shall cost its file and nothing else.
            let read = AssertUnwindSafe(|| match &self.given {
                Some(given) => What::of(understand(given.bytes.clone(), &given.name, options, stock)),
                None => read(&self.path, options, stock),
            });
            catch_unwind(read).unwrap_or_else(|_| {
                let gave_up = formats::Error::GaveUp { detail: "panic".to_owned() };
                What::Passed(Error::file(&self.path)(gave_up).without_name())
            })
        });
        Ready {
            path: self.path.clone(),
            absolute: self.absolute.clone(),
            given: self.given.clone(),
            root: self.root.clone(),
            stat: self.stat,
            what,
        }
    }
}

/// Reads a file and understands it.
fn read(path: &Path, options: &ReadOptions, stock: &Stock) -> What {
    match file::bytes(path, &options.limits) {
        Err(error) => What::Passed(error.without_name()),
        Ok(bytes) => What::of(understand(bytes, path, options, stock)),
    }
}

/// Understands the bytes of a file, or says why it is not taken in.
fn understand(
    bytes: Vec<u8>,
    path: &Path,
    options: &ReadOptions,
    stock: &Stock,
) -> Result<Box<Text>, Message> {
    let refused = |error| Error::file(path)(error).without_name();
    let extracted = formats::read(&bytes, &file::name(path), options).map_err(refused)?;
    if bytes.is_empty() {
        return Err(Message::new("文件是空的", "the file is empty"));
    }
    let parsed = parse(&extracted.paragraphs);
    let text = shown::text(&parsed.speech);
    if speech::text::trim(&text).is_empty() {
        return Err(Message::new("文件里没有讲话稿的文字", "there is no text of a speech in the file"));
    }
    let (original, sketch) = (hash(&bytes), sketch(&text, stock));
    Ok(Box::new(Text { bytes, original, parsed, text, sketch, warnings: extracted.warnings }))
}

/// What an import would make of a text that stands in no file; nothing is stored.
pub(super) fn look(
    connection: &Connection,
    given: &Given,
    options: &ReadOptions,
) -> Result<Result<LookedAt, Message>, Error> {
    let text = match understand(given.bytes.clone(), &given.name, options, &Stock::built_in()) {
        Ok(text) => text,
        Err(reason) => return Ok(Err(reason)),
    };
    let speech = &text.parsed.speech;
    let same = documents::same(connection, &text.original, &text_hash(&text.text))?;
    let near = match same {
        Some(_) => None,
        None => Neighbours::default().near(connection, &text.text, &text.sketch)?,
    };
    Ok(Ok(LookedAt {
        title: given.title(speech),
        about: about_file(speech, "", &[]),
        has_slots: !speech.fields.is_empty(),
        characters: timing::characters(&text.text),
        text: text.text,
        same,
        near,
    }))
}

impl Ready {
    /// Stores what a file says; its bytes are added to those that are to be kept.
    fn store<'a>(
        &'a self,
        connection: &Connection,
        options: &ImportOptions,
        neighbours: &mut Neighbours,
        originals: &mut Vec<(&'a str, &'a [u8])>,
    ) -> Result<ImportedFile, Error> {
        let told = |status| ImportedFile {
            path: self.path.clone(),
            status,
            known: false,
            older: None,
            near: None,
            warnings: Vec::new(),
        };
        let text = match &self.what {
            What::Known(id) => return Ok(ImportedFile { known: true, ..told(ImportStatus::Duplicate(*id)) }),
            What::Passed(reason) => return Ok(told(ImportStatus::Skipped(reason.clone()))),
            What::Text(text) => text,
        };
        let warnings = text.warnings.clone();
        if let Some(id) = documents::same(connection, &text.original, &text_hash(&text.text))? {
            return Ok(ImportedFile { warnings, ..told(ImportStatus::Duplicate(id)) });
        }
        originals.push((&text.original, &text.bytes));
        let older = self.absolute.as_ref().map(|path| documents::last_of_path(connection, path));
        let older = older.transpose()?.flatten();
        let speech = &text.parsed.speech;
        let new = NewDocument {
            kind: if speech.fields.is_empty() { DocumentKind::Speech } else { DocumentKind::Template },
            title: self.given.as_ref().map(|given| given.title(speech)),
            about: self.about(speech),
            date: None,
            path: self.absolute.clone(),
            original: Some(text.original.clone()),
            changed: stamp(options.now),
            speech,
            lines: text.parsed.lines(),
            sketch: Some(&text.sketch),
        };
        let near = neighbours.near(connection, &text.text, &text.sketch)?;
        let id = store::insert(connection, new)?;
        neighbours.add(id, &text.sketch);
        let status = if older.is_some() { ImportStatus::Version(id) } else { ImportStatus::Imported(id) };
        Ok(ImportedFile { older, near, warnings, ..told(status) })
    }
    /// What the text, the name of the file and its folders say.
    fn about(&self, speech: &Speech) -> About {
        let folders = self.folders();
        let names: Vec<String> = folders
            .iter()
            .filter_map(|folder| folder.file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        // What no file has says nothing by its name.
        let name = if self.given.is_some() { String::new() } else { file::name(&self.path) };
        about_file(speech, &name, &names)
    }

    /// Puts the document of a file into the collections of its folders.
    fn file_under(&self, connection: &Connection, file: &ImportedFile) -> Result<(), Error> {
        match (&self.root, &self.absolute, file.status.document()) {
            (Some(root), Some(path), Some(id)) if !file.known => {
                collection::file_under(connection, root, Path::new(path), id)
            }
            _ => Ok(()),
        }
    }

    /// The folders that it stands in, its own first, up to the one that was given.
    fn folders(&self) -> Vec<&Path> {
        let both = self.root.as_deref().zip(self.absolute.as_deref());
        both.map(|(root, path)| collection::folders(root, Path::new(path))).unwrap_or_default()
    }
}
