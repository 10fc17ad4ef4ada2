//! Taking files in: begun by a dialog or by dropping files on the window, told by
//! events, stopped by the job's number.

use crate::desk::Desk;
use crate::dialog;
use crate::failure::Failure;
use formats::Apart;
use library::{ImportOptions, ImportStatus, ImportedFile, Library};
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::Message;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::SystemTime;
use tauri::{AppHandle, Manager, State};
use tauri_specta::Event;

/// Asks for files, or for a folder, and begins to import what was chosen; nothing if
/// nothing was. How it goes is told by [`ImportProgress`] and [`ImportEnded`].
#[tauri::command(async)]
#[specta::specta]
pub fn import(app: AppHandle, folder: bool) -> Option<JobId> {
    let paths = dialog::files_to_import(&app, folder);
    (!paths.is_empty()).then(|| begin(&app, paths))
}

/// Stops a job between two files; what it did stays.
#[tauri::command(async)]
#[specta::specta]
pub fn cancel(desk: State<'_, Desk>, job: JobId) {
    desk.stop_job(job.0);
}

/// Names a job while the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(transparent)]
pub struct JobId(pub u32);

/// How many files of an import came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct ImportCount {
    /// Looked at.
    pub files: u32,
    /// New documents.
    pub imported: u32,
    /// The library had them.
    pub duplicate: u32,
    /// New states of files imported before.
    pub version: u32,
    /// Not taken in.
    pub skipped: u32,
}

/// An import has begun, or has done one more file.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct ImportProgress {
    /// The import.
    pub job: JobId,
    /// How far it is.
    pub count: ImportCount,
    /// The file done last; nothing yet at the beginning.
    pub file: Option<String>,
}

/// An import has ended.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct ImportEnded {
    /// The import.
    pub job: JobId,
    /// How many files came to what.
    pub count: ImportCount,
    /// Each file, in the order of the import.
    pub files: Vec<ImportedRow>,
    /// The writer stopped it.
    pub cancelled: bool,
    /// Why it ended early, where it did. What is told above is done all the same.
    pub failure: Option<Failure>,
}

/// What became of a file.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ImportedRow {
    /// Its name.
    pub file: String,
    /// What was done.
    pub status: Status,
    /// The document that it is, or is the same as.
    pub document: Option<String>,
    /// Why it was not taken in.
    pub reason: Option<Message>,
    /// What a writer should know about the reading.
    pub warnings: Vec<Message>,
}

/// What was done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A new document.
    Imported,
    /// The library had it.
    Duplicate,
    /// A new state of a file imported before.
    Version,
    /// Not taken in.
    Skipped,
}

/// Begins to import files and folders beside everything else.
pub(crate) fn begin(app: &AppHandle, paths: Vec<PathBuf>) -> JobId {
    let (job, stop) = app.state::<Desk>().begin_job();
    let app = app.clone();
    thread::spawn(move || {
        let job = JobId(job);
        let desk = app.state::<Desk>();
        let ended = run(&app, desk.folder(), job, &paths, &stop);
        desk.end_job(job.0);
        // Nobody to tell is no fault: the window was closed meanwhile.
        let _ = ended.emit(&app);
    });
    JobId(job)
}

fn run(app: &AppHandle, folder: &Path, job: JobId, paths: &[PathBuf], stop: &AtomicBool) -> ImportEnded {
    let mut ended = ImportEnded {
        job,
        count: ImportCount::default(),
        files: Vec::new(),
        cancelled: false,
        failure: None,
    };
    let _ = ImportProgress { job, count: ended.count, file: None }.emit(app);
    // A handle of its own: the window goes on with the other one.
    let now = SystemTime::now();
    let done = Library::open(folder, now).and_then(|library| {
        let library = library.with_apart(Apart::by_this_program());
        library.import(paths, &ImportOptions { encoding: None, now }, &mut |file| {
            let row = row(file);
            ended.count.add(row.status);
            let _ = ImportProgress { job, count: ended.count, file: Some(row.file.clone()) }.emit(app);
            ended.files.push(row);
            ended.cancelled = stop.load(Ordering::Relaxed);
            if ended.cancelled { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    });
    ended.failure = done.err().map(Failure::from);
    ended
}

impl ImportCount {
    fn add(&mut self, status: Status) {
        self.files += 1;
        match status {
            Status::Imported => self.imported += 1,
            Status::Duplicate => self.duplicate += 1,
            Status::Version => self.version += 1,
            Status::Skipped => self.skipped += 1,
        }
    }
}

fn row(file: &ImportedFile) -> ImportedRow {
    let (status, reason) = match &file.status {
        ImportStatus::Imported(_) => (Status::Imported, None),
        ImportStatus::Duplicate(_) => (Status::Duplicate, None),
        ImportStatus::Version(_) => (Status::Version, None),
        ImportStatus::Skipped(reason) => (Status::Skipped, Some(reason.clone())),
    };
    let name = file.path.file_name().unwrap_or(file.path.as_os_str());
    ImportedRow {
        file: name.to_string_lossy().into_owned(),
        status,
        document: file.status.document().map(|id| id.to_string()),
        reason,
        warnings: file.warnings.clone(),
    }
}
