//! A file that came back from somebody who changed it: what is proposed, and taking some of it.

use super::Result;
use super::document::id;
use super::import::{self, JobId};
use crate::desk::Desk;
use crate::dialog;
use formats::{Apart, ReadOptions};
use serde::Serialize;
use specta::Type;
use speech::returned::{Proposal, Row, rows, take};
use speech::{Message, Speech};
use std::path::Path;
use tauri::{AppHandle, State};
use tauri_specta::Event;

/// Asks for the file that came back, and says what it changes in the text on the sheet; nothing
/// if none was chosen. Nothing is changed.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_returned(
    app: AppHandle,
    desk: State<'_, Desk>,
    draft: String,
    speech: Speech,
) -> Result<Option<CameBackRow>> {
    let Some(path) = dialog::returned_file(&app) else { return Ok(None) };
    came_back(&desk, &draft, &speech, &path).map(Some)
}

/// The same of the file that was dropped on the window last; nothing where none was.
#[tauri::command(async)]
#[specta::specta]
pub fn dropped_returned(desk: State<'_, Desk>, draft: String, speech: Speech) -> Result<Option<CameBackRow>> {
    let path = desk.take_dropped();
    path.map(|path| came_back(&desk, &draft, &speech, &path)).transpose()
}

/// Imports the file that was dropped on the window last.
#[tauri::command(async)]
#[specta::specta]
pub fn import_dropped(app: AppHandle, desk: State<'_, Desk>) -> Option<JobId> {
    desk.take_dropped().map(|path| import::begin(&app, vec![path]))
}

/// The text on the sheet with some of its proposals done. Changes nothing that is stored.
#[tauri::command(async)]
#[specta::specta]
pub fn apply_returned(speech: Speech, proposals: Vec<Proposal>) -> Speech {
    take(&speech, &proposals)
}

/// Keeps in mind that the last stored state of a draft went out.
#[tauri::command(async)]
#[specta::specta]
pub fn went_out(desk: State<'_, Desk>, draft: String) -> Result<()> {
    desk.with(|library| library.went_out(id(&draft)?))
}

/// Gives the last stored state of a draft a name, unless it has one: what it was before.
#[tauri::command(async)]
#[specta::specta]
pub fn name_last(desk: State<'_, Desk>, draft: String, name: String) -> Result<()> {
    desk.with(|library| library.name_last(id(&draft)?, &name))
}

/// A file was dropped on the window that may be new, or a draft that came back: the page knows
/// what is open, and says which by [`dropped_returned`] or [`import_dropped`].
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct FileDropped {
    /// Its name.
    pub name: String,
}

/// What came back.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CameBackRow {
    /// The file's name, without its ending.
    pub name: String,
    /// What was changed, in the order of the draft.
    pub proposals: Vec<Proposal>,
    /// How a list shows each.
    pub rows: Vec<Row>,
    /// The file says who changed what.
    pub tracked: bool,
    /// It may be no file of this draft.
    pub doubt: Option<Message>,
}

fn came_back(desk: &Desk, draft: &str, speech: &Speech, path: &Path) -> Result<CameBackRow> {
    let options = ReadOptions { apart: Apart::by_this_program(), ..ReadOptions::default() };
    let file = library::read_returned_file(path, &options)?;
    let came = desk.with(|library| library.came_back(id(draft)?, speech, &file))?;
    let library::CameBack { proposals, tracked, doubt } = came;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(CameBackRow { name, rows: rows(speech, &proposals), proposals, tracked, doubt })
}
