//! Handing in beside the one file: what files are called, several drafts at once, and paper.

use super::Result;
use super::document::id;
use super::import::JobId;
use crate::desk::Desk;
use crate::dialog;
use crate::failure::{Code, Failure};
use formats::{Format, Sketch};
use library::{DocumentId, ExportedOne, Library, NameParts, file_name};
use serde::Serialize;
use specta::Type;
use speech::{Message, Speech};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::Ordering;
use tauri::{AppHandle, State};
use tauri_specta::Event;

/// What files are called: `{年}{月}{日} {标题}（{稿次}）`.
#[tauri::command(async)]
#[specta::specta]
pub fn file_name_pattern(desk: State<'_, Desk>) -> Result<String> {
    desk.with(|library| Ok(library.settings()?.file_name))
}

/// Sets it; an empty one is the usual one again.
#[tauri::command(async)]
#[specta::specta]
pub fn set_file_name_pattern(desk: State<'_, Desk>, pattern: String) -> Result<()> {
    let pattern = pattern.trim();
    let pattern = if pattern.is_empty() { library::USUAL_PATTERN } else { pattern };
    desk.with(|library| {
        library.set(&library::Settings { file_name: pattern.to_owned(), ..library.settings()? })
    })
}

/// What the file of a document is called, without its ending: by a pattern, or by the one that is
/// set; an example where there is no document.
#[tauri::command(async)]
#[specta::specta]
pub fn named_file(
    desk: State<'_, Desk>,
    document: Option<String>,
    pattern: Option<String>,
) -> Result<String> {
    desk.with(|library| {
        let parts = match &document {
            Some(document) => library.name_parts(id(document)?)?,
            None => example(),
        };
        let pattern = match pattern.as_deref().map(str::trim) {
            Some("") => library::USUAL_PATTERN.to_owned(),
            Some(pattern) => pattern.to_owned(),
            None => library.settings()?.file_name,
        };
        Ok(file_name(&pattern, &parts))
    })
}

fn example() -> NameParts {
    NameParts {
        title: "在全县优化营商环境大会上的讲话".to_owned(),
        date: speech::Day::read("2026-03-18"),
        version: Some("送审稿".to_owned()),
    }
}

/// Asks for a folder, and writes drafts into it in a house style, as files of that ending (docx,
/// pdf, txt, md); nothing if the writer changed their mind. How it goes is told by
/// [`ExportProgress`]; it can be cancelled as an import can.
#[tauri::command(async)]
#[specta::specta]
pub fn export_many(
    app: AppHandle,
    desk: State<'_, Desk>,
    documents: Vec<String>,
    style: String,
    ending: String,
) -> Result<Option<ExportedMany>> {
    let ids: Vec<DocumentId> =
        documents.iter().map(|document| id(document)).collect::<std::result::Result<_, _>>()?;
    let style = desk.with(|library| library.read_aloud(library.house_styles()?.get(&style)?))?;
    let format = Format::by_extension(&ending).unwrap_or(Format::Docx);
    let Some(folder) = dialog::export_folder(&app) else { return Ok(None) };
    let (job, stop) = desk.begin_job();
    let total = ids.len() as u32;
    // A handle of its own: the window goes on with the other one.
    let done = Library::open(&desk.folder(), std::time::SystemTime::now()).and_then(|library| {
        library.export_many(&ids, &style, &folder, format, &mut |done, title| {
            let title = title.to_owned();
            let _ = ExportProgress { job: JobId(job), done: done as u32, total, title }.emit(&app);
            if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    });
    desk.end_job(job);
    let rows = done?.into_iter().map(row).collect();
    Ok(Some(ExportedMany { folder: named(&folder), rows }))
}

fn row(one: ExportedOne) -> ExportedRow {
    let ExportedOne { id, title, result } = one;
    let document = id.to_string();
    match result {
        Ok((path, exported)) => ExportedRow {
            document,
            title,
            file: Some(named(&path)),
            open: exported.open.len() as u32,
            problem: None,
        },
        Err(error) => {
            ExportedRow { document, title, file: None, open: 0, problem: Some(Failure::from(error).message) }
        }
    }
}

fn named(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// How far the export of several drafts is.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct ExportProgress {
    /// The job, to cancel it.
    pub job: JobId,
    /// How many are written.
    pub done: u32,
    /// How many there are.
    pub total: u32,
    /// The title of the one that is written now.
    pub title: String,
}

/// What became of several drafts; those after a cancel are not among them.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ExportedMany {
    /// The folder's name.
    pub folder: String,
    /// Each that was looked at.
    pub rows: Vec<ExportedRow>,
}

/// What became of one of them.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ExportedRow {
    /// The draft.
    pub document: String,
    /// Its title; empty where it has none.
    pub title: String,
    /// The file's name; nothing where there is none.
    pub file: Option<String>,
    /// How many fields still show their placeholder.
    pub open: u32,
    /// Why there is none.
    pub problem: Option<Message>,
}

/// All pages of a speech in a house style, to be drawn for the printer.
#[tauri::command(async)]
#[specta::specta]
pub fn printed_pages(desk: State<'_, Desk>, speech: Speech, style: String) -> Result<Sketch> {
    let style = desk.with(|library| library.read_aloud(library.house_styles()?.get(&style)?))?;
    formats::sketch(&speech, &style, 0..usize::MAX).map_err(|error| Failure {
        code: Code::Failed,
        message: error.message(),
        detail: error.to_string(),
    })
}
