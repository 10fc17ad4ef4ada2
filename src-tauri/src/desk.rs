//! What the program keeps while its window is open: the library, and the imports that
//! are under way.

use crate::commands::Result;
use crate::failure::{Code, Failure};
use library::Library;
use speech::{Lexicon, Message};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// The state behind all commands.
pub struct Desk {
    folder: Mutex<PathBuf>,
    library: Mutex<Option<Library>>,
    lexicon: Mutex<Option<Arc<Lexicon>>>,
    /// The file that was dropped last, until the page says what it is.
    dropped: Mutex<Option<PathBuf>>,
    jobs: Mutex<HashMap<u32, Arc<AtomicBool>>>,
    last_job: AtomicU32,
    last_closing: AtomicU32,
    /// The closing that waits for the page's word; 0 for none.
    closing: AtomicU32,
}

impl Desk {
    /// A desk on the library in that folder, which is not opened yet.
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder: Mutex::new(folder),
            library: Mutex::default(),
            lexicon: Mutex::default(),
            dropped: Mutex::default(),
            jobs: Mutex::default(),
            last_job: AtomicU32::default(),
            last_closing: AtomicU32::default(),
            closing: AtomicU32::default(),
        }
    }

    /// The folder of the library.
    pub fn folder(&self) -> PathBuf {
        held(&self.folder).clone()
    }

    /// The library is in another folder from now on, where it is not opened yet.
    pub fn move_to(&self, folder: PathBuf) {
        *held(&self.library) = None;
        *held(&self.folder) = folder;
        self.forget_lexicon();
    }

    /// Opens the library, if it isn't open.
    pub fn open(&self) -> Result<()> {
        let mut library = held(&self.library);
        if library.is_none() {
            // Whatever keeps it closed, the window has nothing else to show.
            let opened = Library::open(&held(&self.folder), SystemTime::now());
            let opened = opened.map_err(|error| Failure { code: Code::Closed, ..error.into() })?;
            // Where another program writes just now, it is done the next time.
            let _ = opened.thin(SystemTime::now());
            *library = Some(opened);
        }
        Ok(())
    }

    /// Asks the library something; one question after the other.
    pub fn with<T>(&self, ask: impl FnOnce(&Library) -> std::result::Result<T, library::Error>) -> Result<T> {
        match &*held(&self.library) {
            Some(library) => Ok(ask(library)?),
            None => Err(Failure {
                code: Code::Closed,
                message: Message::new(
                    "素材库还没有打开。请再试一次。",
                    "the library is not open yet; try again.",
                ),
                detail: "the library was not opened".to_owned(),
            }),
        }
    }

    /// The words and names that texts are understood with, those of the unit among them. They
    /// are read the first time, and kept until the unit's are set anew.
    pub fn lexicon(&self) -> Result<Arc<Lexicon>> {
        let mut kept = held(&self.lexicon);
        if let Some(lexicon) = &*kept {
            return Ok(Arc::clone(lexicon));
        }
        let lexicon = Arc::new(self.with(Library::lexicon)?);
        *kept = Some(Arc::clone(&lexicon));
        Ok(lexicon)
    }

    /// The unit's words are others now.
    pub fn forget_lexicon(&self) {
        *held(&self.lexicon) = None;
    }

    /// Keeps a file that was dropped until the page says what it is.
    pub fn keep_dropped(&self, path: PathBuf) {
        *held(&self.dropped) = Some(path);
    }

    /// The file that was dropped last; it is asked for once.
    pub fn take_dropped(&self) -> Option<PathBuf> {
        held(&self.dropped).take()
    }

    /// Begins a job: its number, and what says that it is to stop.
    pub fn begin_job(&self) -> (u32, Arc<AtomicBool>) {
        let job = self.last_job.fetch_add(1, Ordering::Relaxed) + 1;
        let stop = Arc::new(AtomicBool::new(false));
        held(&self.jobs).insert(job, Arc::clone(&stop));
        (job, stop)
    }

    /// Asks a job to stop.
    pub fn stop_job(&self, job: u32) {
        if let Some(stop) = held(&self.jobs).get(&job) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// The window is to close when its page lets it: the number of this closing.
    pub fn begin_closing(&self) -> u32 {
        let closing = self.last_closing.fetch_add(1, Ordering::Relaxed) + 1;
        self.closing.store(closing, Ordering::Relaxed);
        closing
    }

    /// Whether that closing still waits for the page's word.
    pub fn is_closing(&self, closing: u32) -> bool {
        self.closing.load(Ordering::Relaxed) == closing
    }

    /// The window is not to close.
    pub fn end_closing(&self) {
        self.closing.store(0, Ordering::Relaxed);
    }

    /// A job has ended.
    pub fn end_job(&self, job: u32) {
        held(&self.jobs).remove(&job);
    }
}

/// What a lock guards. A command that panicked has left nothing half done: a library's
/// changes are transactions.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
