//! What the library pane asks for.

use super::Result;
use super::document::{self, DocumentRow, Opened};
use crate::desk::Desk;
use crate::dialog;
use library::{Group, Library};
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// Opens the library, or tries again where that failed before. Nothing else answers
/// until this did.
#[tauri::command(async)]
#[specta::specta]
pub fn open_library(desk: State<'_, Desk>) -> Result<()> {
    desk.open()
}

/// Asks for another folder and has the library there from now on, not opened yet; false where
/// none was chosen.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_library(app: AppHandle, desk: State<'_, Desk>) -> Result<bool> {
    let Some(folder) = dialog::library_folder(&app) else { return Ok(false) };
    library::choose_folder(&folder)?;
    desk.move_to(folder);
    Ok(true)
}

/// All documents and drafts, the one changed last first.
#[tauri::command(async)]
#[specta::specta]
pub fn documents(desk: State<'_, Desk>) -> Result<Vec<DocumentRow>> {
    desk.with(DocumentRow::all)
}

/// The drafts of one speech, for each of which there are several, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn groups(desk: State<'_, Desk>) -> Result<Vec<Vec<String>>> {
    desk.with(|library| {
        let ids = |group: Group| group.documents.iter().map(ToString::to_string).collect();
        Ok(library.groups()?.into_iter().map(ids).collect())
    })
}

/// The names of the folders that are followed.
#[tauri::command(async)]
#[specta::specta]
pub fn watched(desk: State<'_, Desk>) -> Result<Vec<String>> {
    Ok(names(&desk.with(Library::watched)?))
}

/// Asks for a folder and follows it from now on; the names of all that are followed.
#[tauri::command(async)]
#[specta::specta]
pub fn watch_folder(app: AppHandle, desk: State<'_, Desk>) -> Result<Vec<String>> {
    let chosen = dialog::files_to_import(&app, true);
    desk.with(|library| {
        chosen.iter().try_for_each(|folder| library.watch(folder))?;
        Ok(names(&library.watched()?))
    })
}

/// Follows the folder at that place of the list no longer; what came from it stays.
#[tauri::command(async)]
#[specta::specta]
pub fn unwatch_folder(desk: State<'_, Desk>, nth: u32) -> Result<Vec<String>> {
    desk.with(|library| {
        if let Some(folder) = library.watched()?.get(nth as usize) {
            library.unwatch(folder)?;
        }
        Ok(names(&library.watched()?))
    })
}

fn names(folders: &[PathBuf]) -> Vec<String> {
    let name =
        |folder: &PathBuf| folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    folders.iter().map(name).collect()
}

/// A document or draft with its text.
#[tauri::command(async)]
#[specta::specta]
pub fn open_document(desk: State<'_, Desk>, id: String) -> Result<Opened> {
    desk.with(|library| Opened::read(library, document::id(&id)?))
}
