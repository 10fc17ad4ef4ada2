//! Hears from the system that something changed in a folder.

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Tells when it is time to look at the followed folders again. It knows of no library: a
/// host waits for it in a thread of its own, and then calls `Library::look`.
///
/// What it misses (a folder over the network, a full queue) the next look finds.
pub struct Watcher {
    events: Receiver<()>,
    /// The folders that the system tells of.
    watching: RecommendedWatcher,
}

/// Only after so long without a change it is time: programs write a file in several steps,
/// and a folder is copied file by file.
const QUIET: Duration = Duration::from_secs(2);

/// After so long it is time in any case.
const LONGEST: Duration = Duration::from_secs(30);

impl Watcher {
    /// Listens to folders with all below; those that can't be listened to are given back.
    /// Nothing where the system can't tell of changes at all.
    pub fn new(folders: &[PathBuf]) -> Option<(Self, Vec<PathBuf>)> {
        let (sender, events) = channel();
        let watching = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // An error is a reason to look, too.
            if event.map_or(true, |event| is_change(&event.kind)) {
                // Nobody listens any more: then nobody needs to know.
                let _ = sender.send(());
            }
        });
        let mut watcher = Self { events, watching: watching.ok()? };
        let deaf = folders.iter().filter(|folder| !watcher.add(folder)).cloned().collect();
        Some((watcher, deaf))
    }

    fn add(&mut self, folder: &Path) -> bool {
        self.watching.watch(folder, RecursiveMode::Recursive).is_ok()
    }

    /// Waits until something has changed and it is quiet again; false where nothing has
    /// within that time.
    pub fn changed(&self, within: Duration) -> bool {
        if self.events.recv_timeout(within).is_err() {
            return false;
        }
        let started = Instant::now();
        while started.elapsed() < LONGEST {
            match self.events.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        true
    }
}

/// Reading a file is no change; a look reads many.
fn is_change(kind: &EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if *access != AccessKind::Close(AccessMode::Write))
}
