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
    _file: File,
}

/// How often a waiting writer looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Takes the lock, waiting at most that long for another writer.
pub(crate) fn take(folder: &Path, wait: Duration) -> Result<Lock, Error> {
    let path = folder.join("lock");
    let file =
        OpenOptions::new().write(true).create(true).truncate(false).open(&path).map_err(Error::io(&path))?;
    let started = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) if started.elapsed() < wait => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(Error::Busy),
            Err(TryLockError::Error(error)) => return Err(Error::io(&path)(error)),
        }
    }
}
