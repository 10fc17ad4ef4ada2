//! Data sheets: labels and values out of a file, chosen or dropped on the window.

use super::Result;
use crate::dialog;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;
use tauri::AppHandle;
use tauri_specta::Event;

/// Asks for a data sheet and reads it; nothing if none was chosen.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_sheet(app: AppHandle) -> Result<Option<DataSheet>> {
    dialog::sheet(&app).map(|path| read(&path)).transpose()
}

/// Labels and values out of a file. Also sent when one is dropped on the window.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct DataSheet {
    /// The file's name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<SheetRow>,
}

/// A row of a data sheet.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct SheetRow {
    /// What the value is for.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A file that holds labels and values and no speech.
pub(crate) fn is_sheet(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    dialog::SHEETS.iter().any(|sheet| sheet.eq_ignore_ascii_case(extension))
}

pub(crate) fn read(path: &Path) -> Result<DataSheet> {
    let rows = library::read_sheet_file(path, &formats::Limits::default())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(DataSheet { name, rows: rows.into_iter().map(|(label, value)| SheetRow { label, value }).collect() })
}
