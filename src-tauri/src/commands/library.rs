//! What the library pane asks for.

use super::Result;
use super::document::{self, DocumentRow, Opened};
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
    desk.with(|library| Ok(library.documents(None)?.into_iter().map(DocumentRow::from).collect()))
}

/// A document or draft with its text.
#[tauri::command(async)]
#[specta::specta]
pub fn open_document(desk: State<'_, Desk>, id: String) -> Result<Opened> {
    desk.with(|library| Opened::read(library, document::id(&id)?))
}
