//! Handing in.

use super::Result;
use super::document::id;
use crate::desk::Desk;
use crate::dialog;
use serde::Serialize;
use specta::Type;
use speech::{FieldId, Message, Speech};
use tauri::{AppHandle, State};

/// Asks where to, and writes the text on the sheet as a file; nothing if the writer
/// changed their mind. The name's ending tells the format: docx (also where it has
/// none), pdf, txt, md. `style` is the name of a house style.
#[tauri::command(async)]
#[specta::specta]
pub fn export(
    app: AppHandle,
    desk: State<'_, Desk>,
    speech: Speech,
    document: String,
    name: String,
    style: String,
) -> Result<Option<Exported>> {
    // Before the writer is asked where to: a style that can't be used is told at once.
    let style = desk.with(|library| library.read_aloud(library.house_styles()?.get(&style)?))?;
    let lexicon = desk.lexicon()?;
    let appendices = desk.with(|library| {
        let document = library.describe(id(&document)?)?;
        library.appendices(&document, &speech, &style, &lexicon)
    })?;
    let Some(mut path) = dialog::save_as(&app, &format!("{name}.docx")) else { return Ok(None) };
    if path.extension().is_none() {
        path.set_extension("docx");
    }
    let exported = library::export_with(&speech, &style, &appendices, &path)?;
    let words = |name: Option<&std::ffi::OsStr>| name.unwrap_or_default().to_string_lossy().into_owned();
    Ok(Some(Exported {
        file: words(path.file_name()),
        folder: words(path.parent().and_then(|folder| folder.file_name())),
        open: exported.open,
        warnings: exported.warnings,
    }))
}

/// What was written.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Exported {
    /// The file's name.
    pub file: String,
    /// The name of the folder that it is in.
    pub folder: String,
    /// The fields whose slots still show their placeholder.
    pub open: Vec<FieldId>,
    /// What is not as the house style wants it: a font that this machine hasn't.
    pub warnings: Vec<Message>,
}
