//! One writer at a time. The lock is the operating system's, on a file in the
//! library's folder: it goes with the program that holds it, however that ends, and
//! the file staying there means nothing. Readers need none.

use crate::error::Error;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// Held while writing; freed when dropped.
pub(crate) struct Lock {
    file: File,
    since: Instant,
}

impl Lock {
    /// Once a second, frees the lock for long enough that a waiting writer sees it, and
    /// takes it again: a draft can be saved while thousands of files are imported.
    pub(crate) fn give_way(self, folder: &Path, wait: Duration) -> Result<Self, Error> {
        if self.since.elapsed() < TURN {
            return Ok(self);
        }
        drop(self.file);
        thread::sleep(2 * PAUSE);
        take(folder, wait)
    }
}

/// How often a waiting writer looks.
const PAUSE: Duration = Duration::from_millis(20);

/// How long a long job may write before it lets others have a turn.
const TURN: Duration = Duration::from_secs(1);

/// Takes the lock, waiting at most that long for another writer.
pub(crate) fn take(folder: &Path, wait: Duration) -> Result<Lock, Error> {
    let path = folder.join("lock");
    let file =
        OpenOptions::new().write(true).create(true).truncate(false).open(&path).map_err(Error::io(&path))?;
    let started = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { file, since: Instant::now() }),
            Err(TryLockError::WouldBlock) if started.elapsed() < wait => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(Error::Busy),
            Err(TryLockError::Error(error)) => return Err(Error::io(&path)(error)),
        }
    }
}
