//! Taking files in: begun by a dialog or by dropping files on the window, told by
//! events, stopped by the job's number.

use super::Result;
use crate::desk::Desk;
use crate::dialog;
use crate::failure::Failure;
use formats::Apart;
use library::{
    Import, ImportId, ImportOptions, ImportState, ImportStatus, ImportStep, Imported, ImportedFile, Library,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::Message;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};
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

/// How far an import is.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct ImportProgress {
    /// The import.
    pub job: JobId,
    /// How many files are stored.
    pub done: u32,
    /// How many there are.
    pub total: u32,
    /// They have been counted: `total` grows no more.
    pub counted: bool,
    /// How long it will take from now, in seconds; nothing while that can't be told.
    pub seconds: Option<u32>,
    /// The file that is read; nothing while files are counted.
    pub file: Option<String>,
}

/// An import has ended.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct ImportEnded {
    /// The import.
    pub job: JobId,
    /// The name of its report; nothing where there is nothing to report.
    pub report: Option<String>,
    /// How many files came to what.
    pub count: ImportCount,
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
    /// Of a new document: another one that says nearly the same.
    pub near: Option<NearRow>,
    /// Why it was not taken in.
    pub reason: Option<Message>,
    /// What a writer should know about the reading.
    pub warnings: Vec<Message>,
}

/// Another document that says nearly the same.
#[derive(Clone, Debug, Serialize, Type)]
pub struct NearRow {
    /// The other document.
    pub document: String,
    /// Its title; empty if it has none.
    pub title: String,
    /// How much of each is in the other, in percent.
    pub share: u32,
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
        let ended = run(&app, &desk.folder(), job, &paths, &stop);
        desk.end_job(job.0);
        // Nobody to tell is no fault: the window was closed meanwhile.
        let _ = ended.emit(&app);
    });
    JobId(job)
}

/// The least time between two tidings, so that a quick import doesn't drown the page in them.
const PACE: Duration = Duration::from_millis(60);

fn run(app: &AppHandle, folder: &Path, job: JobId, paths: &[PathBuf], stop: &AtomicBool) -> ImportEnded {
    let mut ended =
        ImportEnded { job, report: None, count: ImportCount::default(), cancelled: false, failure: None };
    let begun = ImportProgress { job, done: 0, total: 0, counted: false, seconds: None, file: None };
    let _ = begun.emit(app);
    // A handle of its own: the window goes on with the other one.
    let now = SystemTime::now();
    let mut told = Instant::now();
    let done = Library::open(folder, now).and_then(|library| {
        let library = library.with_apart(Apart::by_this_program());
        library.import_by_steps(paths, &ImportOptions { encoding: None, now }, &mut |step| {
            if told.elapsed() > PACE {
                told = Instant::now();
                let _ = ImportProgress::of(job, step).emit(app);
            }
            ended.cancelled = stop.load(Ordering::Relaxed);
            if ended.cancelled { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    });
    match done {
        Ok(done) => {
            ended.report = done.report.map(|report| report.to_string());
            ended.count = ImportCount::from(&done);
        }
        Err(error) => ended.failure = Some(error.into()),
    }
    ended
}

impl ImportProgress {
    fn of(job: JobId, step: &ImportStep<'_>) -> Self {
        let left = step.total.saturating_sub(step.done) as f64;
        let known = step.counted && step.rate > 0.0;
        let name = step.reading.and_then(Path::file_name);
        Self {
            job,
            done: step.done as u32,
            total: step.total as u32,
            counted: step.counted,
            seconds: known.then(|| (left / step.rate).ceil() as u32),
            file: name.map(|name| name.to_string_lossy().into_owned()),
        }
    }
}

impl From<&Imported> for ImportCount {
    fn from(done: &Imported) -> Self {
        Self {
            files: done.files as u32,
            imported: done.imported as u32,
            duplicate: done.duplicate as u32,
            version: done.version as u32,
            skipped: done.skipped as u32,
        }
    }
}

impl From<&Import> for ImportCount {
    fn from(import: &Import) -> Self {
        Self {
            files: import.files as u32,
            imported: import.imported as u32,
            duplicate: import.duplicate as u32,
            version: import.version as u32,
            skipped: import.skipped as u32,
        }
    }
}

/// All imports that looked at something, the last one first.
#[tauri::command(async)]
#[specta::specta]
pub fn import_reports(desk: State<'_, Desk>) -> Result<Vec<ReportRow>> {
    desk.with(|library| Ok(library.imports()?.iter().map(ReportRow::from).collect()))
}

/// What became of each file of an import, in its order.
#[tauri::command(async)]
#[specta::specta]
pub fn import_report(desk: State<'_, Desk>, report: String) -> Result<Vec<ImportedRow>> {
    desk.with(|library| {
        let (_, files) = library.import_report(report_id(&report)?)?;
        Ok(files.iter().map(|file| row(file, library)).collect())
    })
}

/// Asks where to, and writes a report as a table for Excel and WPS, in Chinese or English; the
/// file's name, or nothing if the writer changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn save_import_report(
    app: AppHandle,
    desk: State<'_, Desk>,
    report: String,
    chinese: bool,
) -> Result<Option<String>> {
    let id = report_id(&report)?;
    let name = if chinese { "导入记录.csv" } else { "import.csv" };
    let Some(path) = dialog::save_table_as(&app, name) else { return Ok(None) };
    let words: fn(&Message) -> &str = if chinese { |words| &words.zh } else { |words| &words.en };
    desk.with(|library| library.save_import_report(id, &path, words))?;
    Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()))
}

fn report_id(written: &str) -> std::result::Result<ImportId, library::Error> {
    ImportId::read(written).ok_or_else(|| library::Error::UnknownImport { id: written.to_owned() })
}

/// An import, its files only counted.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ReportRow {
    /// `i3`
    pub id: String,
    /// When it began, ISO 8601 in UTC.
    pub started: String,
    /// The names of the files and folders that were given.
    pub names: Vec<String>,
    /// How many files came to what.
    pub count: ImportCount,
    /// It didn't come to its end: stopped, failed or killed. To import the same again goes on.
    pub unfinished: bool,
}

impl From<&Import> for ReportRow {
    fn from(import: &Import) -> Self {
        let name = |path: &String| {
            let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
            name.unwrap_or_else(|| path.clone())
        };
        Self {
            id: import.id.to_string(),
            started: import.started.clone(),
            names: import.paths.iter().map(name).collect(),
            count: import.into(),
            unfinished: import.state != ImportState::Finished,
        }
    }
}

pub(crate) fn row(file: &ImportedFile, library: &Library) -> ImportedRow {
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
        near: file.near.map(|near| NearRow {
            document: near.document.to_string(),
            // A document that is gone has no title any more.
            title: library.describe(near.document).map(|row| row.title.replace('\n', "")).unwrap_or_default(),
            share: (near.share * 100.0) as u32,
        }),
        reason,
        warnings: file.warnings.clone(),
    }
}
