//! Folders that are followed: what is new in them comes in beside everything else.

use crate::commands::import::ImportCount;
use crate::desk::Desk;
use formats::Apart;
use library::{ImportOptions, Library, Looked, Watcher};
use serde::Serialize;
use specta::Type;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

/// A look at the followed folders has brought something.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct Followed {
    /// How many files came to what.
    pub count: ImportCount,
    /// The name of the report; nothing where no file is new.
    pub report: Option<String>,
    /// How many documents have lost their files.
    pub gone: u32,
}

/// How often it is looked whether other folders are followed now, or the library is elsewhere.
const PACE: Duration = Duration::from_secs(3);

/// Follows the folders of the library for as long as the program runs.
pub(crate) fn begin(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || {
        loop {
            let folders = look(&app);
            let watcher = Watcher::new(&folders).map(|(watcher, _)| watcher);
            wait(&app, &folders, watcher.as_ref());
        }
    });
}

/// Takes in what is new; the folders that are followed.
fn look(app: &AppHandle) -> Vec<PathBuf> {
    let desk = app.state::<Desk>();
    // Whatever hinders it now, it is tried again; the window tells of a closed library.
    let Ok(folders) = desk.with(Library::watched) else { return Vec::new() };
    if folders.is_empty() {
        return folders;
    }
    let now = SystemTime::now();
    // A handle of its own: the window goes on with the other one.
    let looked = Library::open(&desk.folder(), now).and_then(|library| {
        let library = library.with_apart(Apart::by_this_program());
        library.look(&ImportOptions { encoding: None, now }, &mut |_| ControlFlow::Continue(()))
    });
    if let Ok(Looked { imported, gone, back }) = looked
        && (imported.report.is_some() || !gone.is_empty() || !back.is_empty())
    {
        let report = imported.report.map(|report| report.to_string());
        let followed = Followed { count: (&imported).into(), report, gone: gone.len() as u32 };
        // Nobody to tell is no fault: the window was closed meanwhile.
        let _ = followed.emit(app);
    }
    folders
}

/// Waits until something has changed in the folders, or others are followed.
fn wait(app: &AppHandle, folders: &[PathBuf], watcher: Option<&Watcher>) {
    let desk = app.state::<Desk>();
    loop {
        let changed = match watcher {
            Some(watcher) if !folders.is_empty() => watcher.changed(PACE),
            _ => {
                thread::sleep(PACE);
                false
            }
        };
        if changed || desk.with(Library::watched).is_ok_and(|now| now != folders) {
            return;
        }
    }
}
