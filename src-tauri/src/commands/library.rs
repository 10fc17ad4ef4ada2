//! What the library pane asks for.

use super::Result;
use super::document::{self, DocumentRow, Opened};
use crate::desk::Desk;
use crate::dialog;
use library::Group;
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
    desk.with(|library| Ok(library.documents(None)?.into_iter().map(DocumentRow::from).collect()))
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

/// A document or draft with its text.
#[tauri::command(async)]
#[specta::specta]
pub fn open_document(desk: State<'_, Desk>, id: String) -> Result<Opened> {
    desk.with(|library| Opened::read(library, document::id(&id)?))
}
