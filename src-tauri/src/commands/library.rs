//! What the library pane asks for.

use super::Result;
use super::document::{DocumentRow, Opened};
use crate::desk::Desk;
use tauri::State;

/// Opens the library, or tries again where that failed before. Nothing else answers
/// until this did.
#[tauri::command(async)]
#[specta::specta]
pub fn open_library(desk: State<'_, Desk>) -> Result<()> {
    desk.open()
}

/// All documents and drafts, the one changed last first.
#[tauri::command(async)]
#[specta::specta]
pub fn documents(desk: State<'_, Desk>) -> Result<Vec<DocumentRow>> {
    let _ = desk;
    todo!()
}

/// A document or draft with its text.
#[tauri::command(async)]
#[specta::specta]
pub fn open_document(desk: State<'_, Desk>, id: String) -> Result<Opened> {
    let _ = (desk, id);
    todo!()
}
