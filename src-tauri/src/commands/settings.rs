//! Settings, and what the window remembers of itself.

use super::Result;
use crate::desk::Desk;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

/// What the writer says once for the whole library.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct Settings {
    /// The names of the own place, unit and people.
    pub own: Vec<String>,
    /// Characters a minute.
    pub rate: u32,
}

/// The settings of the library.
#[tauri::command(async)]
#[specta::specta]
pub fn settings(desk: State<'_, Desk>) -> Result<Settings> {
    let _ = desk;
    todo!()
}

/// Sets all of them.
#[tauri::command(async)]
#[specta::specta]
pub fn set_settings(desk: State<'_, Desk>, settings: Settings) -> Result<()> {
    let _ = (desk, settings);
    todo!()
}

/// What the window left for itself: language, theme, open tabs. Nothing the first time.
#[tauri::command(async)]
#[specta::specta]
pub fn remembered(desk: State<'_, Desk>) -> Result<Option<String>> {
    let _ = desk;
    todo!()
}

/// Keeps what the window wants to find again, as JSON of its own.
#[tauri::command(async)]
#[specta::specta]
pub fn remember(desk: State<'_, Desk>, value: String) -> Result<()> {
    let _ = (desk, value);
    todo!()
}
