//! House styles: those that there are, and making one's own.

use super::Result;
use crate::desk::Desk;
use crate::dialog;
use crate::failure::{Code, Failure};
use formats::{HouseStyle, Limits, Sketch};
use library::Library;
use serde::Serialize;
use specta::Type;
use speech::{Message, Speech};
use tauri::{AppHandle, State};

/// The house styles that a speech can be written in, and the files that can't be used.
#[tauri::command(async)]
#[specta::specta]
pub fn house_styles(desk: State<'_, Desk>) -> Result<StyleList> {
    let styles = desk.with(Library::house_styles)?;
    let row = |style: HouseStyle, built_in| StyleRow {
        title: style.title(),
        aloud: style.is_read_aloud(),
        name: style.name,
        built_in,
    };
    let built_in = styles.built_in.into_iter().map(|style| row(style, true));
    Ok(StyleList {
        styles: built_in.chain(styles.own.into_iter().map(|style| row(style, false))).collect(),
        wrong: styles.wrong.into_iter().map(|it| WrongStyle { file: it.file, message: it.message }).collect(),
    })
}

/// A style, to look at or to begin another from.
#[tauri::command(async)]
#[specta::specta]
pub fn house_style(desk: State<'_, Desk>, name: String) -> Result<HouseStyle> {
    desk.with(|library| library.house_styles()?.get(&name))
}

/// Keeps a style of the office's own; in the place of the one called `instead_of`.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_house_style(desk: State<'_, Desk>, style: HouseStyle, instead_of: Option<String>) -> Result<()> {
    desk.with(|library| library.keep_house_style(&style, instead_of.as_deref()))
}

/// Deletes a style of the office's own, and gives it back once more.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_house_style(desk: State<'_, Desk>, name: String) -> Result<HouseStyle> {
    desk.with(|library| library.delete_house_style(&name))
}

/// Asks for a Word file that the office likes, and tells a style from it, called as the file
/// is; nothing if none was chosen.
#[tauri::command(async)]
#[specta::specta]
pub fn learn_house_style(app: AppHandle) -> Result<Option<LearnedStyle>> {
    let Some(path) = dialog::word_file(&app) else { return Ok(None) };
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let learned = library::learn_style_file(&path, &name, &Limits::default())?;
    Ok(Some(LearnedStyle { style: learned.style, untold: learned.untold }))
}

/// Two pages of a speech in a style, from that page on, counted from 0; of a sample where no
/// speech is given.
#[tauri::command(async)]
#[specta::specta]
pub fn sketch_house_style(speech: Option<Speech>, style: HouseStyle, from: u32) -> Result<Sketch> {
    let from = from as usize;
    let speech = speech.unwrap_or_else(formats::sample);
    formats::sketch(&speech, &style, from..from + 2).map_err(told)
}

/// Which fonts of a style this machine does not have, and what stands instead.
#[tauri::command(async)]
#[specta::specta]
pub fn missing_fonts(style: HouseStyle) -> Result<Vec<Message>> {
    formats::missing_fonts(&style).map_err(told)
}

fn told(error: formats::Error) -> Failure {
    Failure { code: Code::Failed, message: error.message(), detail: error.to_string() }
}

/// The house styles that there are.
#[derive(Clone, Debug, Serialize, Type)]
pub struct StyleList {
    /// Those that come with the program, then the office's own.
    pub styles: Vec<StyleRow>,
    /// The files that can't be used.
    pub wrong: Vec<WrongStyle>,
}

/// A house style.
#[derive(Clone, Debug, Serialize, Type)]
pub struct StyleRow {
    /// Its name, for the command that exports.
    pub name: String,
    /// What the writer calls it.
    pub title: Message,
    /// It comes with the program, and stays as it is.
    pub built_in: bool,
    /// It is of a copy that is read aloud.
    pub aloud: bool,
}

/// A file of a house style that can't be used.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WrongStyle {
    /// Its name.
    pub file: String,
    /// What is wrong with it.
    pub message: Message,
}

/// What was told from a Word file.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LearnedStyle {
    /// The style; it is not kept yet.
    pub style: HouseStyle,
    /// What the file did not say.
    pub untold: Vec<Message>,
}
