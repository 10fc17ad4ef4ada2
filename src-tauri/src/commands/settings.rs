//! Settings, and what the window remembers of itself.

use super::Result;
use crate::desk::Desk;
use formats::ReadingChoice;
use library::Library;
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::{BadLine, UnitLists};
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
    desk.with(|library| Ok(library.settings()?.into()))
}

/// Sets all of them.
#[tauri::command(async)]
#[specta::specta]
pub fn set_settings(desk: State<'_, Desk>, settings: Settings) -> Result<()> {
    let Settings { own, rate } = settings;
    desk.with(|library| library.set(&library::Settings { own, rate, ..library.settings()? }))
}

/// What is wanted of copies that are read aloud.
#[tauri::command(async)]
#[specta::specta]
pub fn reading_choice(desk: State<'_, Desk>) -> Result<ReadingChoice> {
    desk.with(Library::reading_choice)
}

/// Sets what is wanted of copies that are read aloud.
#[tauri::command(async)]
#[specta::specta]
pub fn set_reading_choice(desk: State<'_, Desk>, choice: ReadingChoice) -> Result<()> {
    desk.with(|library| library.set_reading_choice(&choice))
}

/// The lists of the unit, each with what of it can't be used.
#[tauri::command(async)]
#[specta::specta]
pub fn unit_lists(desk: State<'_, Desk>) -> Result<ListsRow> {
    Ok(ListsRow::from(desk.with(Library::lists)?))
}

/// Sets all of them, and tells what can't be used.
#[tauri::command(async)]
#[specta::specta]
pub fn set_unit_lists(desk: State<'_, Desk>, lists: UnitLists) -> Result<ListsRow> {
    desk.with(|library| library.set_lists(&lists))?;
    desk.forget_lexicon();
    Ok(ListsRow::from(lists))
}

/// The lists of a unit.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ListsRow {
    /// Each as it is written, one entry a line.
    pub lists: UnitLists,
    /// The lines that can't be used.
    pub bad: Vec<BadLine>,
}

impl From<UnitLists> for ListsRow {
    fn from(lists: UnitLists) -> Self {
        Self { bad: lists.bad_lines(), lists }
    }
}

/// What the window left for itself: language, theme, open tabs. Nothing the first time.
#[tauri::command(async)]
#[specta::specta]
pub fn remembered(desk: State<'_, Desk>) -> Result<Option<String>> {
    desk.with(|library| library.remembered(WINDOW))
}

/// Keeps what the window wants to find again, as JSON of its own.
#[tauri::command(async)]
#[specta::specta]
pub fn remember(desk: State<'_, Desk>, value: String) -> Result<()> {
    desk.with(|library| library.remember(WINDOW, &value))
}

/// What the window's own things are kept under.
const WINDOW: &str = "window";

impl From<library::Settings> for Settings {
    fn from(settings: library::Settings) -> Self {
        Self { own: settings.own, rate: settings.rate }
    }
}
