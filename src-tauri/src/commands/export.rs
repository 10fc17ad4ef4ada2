//! Handing in.

use super::Result;
use crate::dialog;
use serde::Serialize;
use specta::Type;
use speech::{FieldId, Speech};
use tauri::AppHandle;

/// Asks where to, and writes the text on the sheet as a file; nothing if the writer
/// changed their mind. The name's ending tells the format: docx (also where it has
/// none), txt, md.
#[tauri::command(async)]
#[specta::specta]
pub fn export(app: AppHandle, speech: Speech, name: String) -> Result<Option<Exported>> {
    let Some(mut path) = dialog::save_as(&app, &format!("{name}.docx")) else { return Ok(None) };
    if path.extension().is_none() {
        path.set_extension("docx");
    }
    let exported = library::export(&speech, "speech", &path)?;
    let words = |name: Option<&std::ffi::OsStr>| name.unwrap_or_default().to_string_lossy().into_owned();
    Ok(Some(Exported {
        file: words(path.file_name()),
        folder: words(path.parent().and_then(|folder| folder.file_name())),
        open: exported.open,
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
}
