//! The index, kept up while files come in: a writer who searches meanwhile finds what is
//! stored, and an import that is stopped leaves no long work behind.

use crate::index::Pace;
use crate::library::Library;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime};

/// So often the index follows: seldom enough that it is not made of crumbs.
const EVERY: Duration = Duration::from_secs(2);

/// So many times as long as it takes, where the machine is busy with other work.
const RARELY: u32 = 4;

/// A thread that lets the index follow the store. It ends when this is dropped, which doesn't
/// wait for it.
pub(super) struct Follower {
    going_on: Sender<()>,
    thread: JoinHandle<()>,
}

impl Follower {
    /// Begins to follow the library in a folder, which is there.
    pub(super) fn begin(folder: &Path, now: SystemTime) -> Self {
        let (going_on, ended) = channel();
        let folder = folder.to_owned();
        let thread = thread::spawn(move || {
            let Ok(library) = Library::open(&folder, now) else { return };
            let mut pause = EVERY;
            while matches!(ended.recv_timeout(pause), Err(RecvTimeoutError::Timeout)) {
                let began = Instant::now();
                // What fails here, the end of the import or the next search makes up for.
                let _ = library.index.borrow_mut().follow(&library.store, Pace::Beside);
                pause = EVERY.max(began.elapsed() * RARELY);
            }
        });
        Self { going_on, thread }
    }

    /// Ends it, and waits until the index is free.
    pub(super) fn end(self) {
        drop(self.going_on);
        // One that panicked has left an index that is looked at before it is used.
        let _ = self.thread.join();
    }
}
