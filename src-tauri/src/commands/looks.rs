//! How lines look in a house style, for what the page puts on the clipboard.

use super::Result;
use crate::desk::Desk;
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use tauri::State;

/// The looks of lines by their roles (title, heading1, body), as style attributes.
#[tauri::command(async)]
#[specta::specta]
pub fn line_looks(desk: State<'_, Desk>, style: String) -> Result<BTreeMap<String, LineLook>> {
    let style = desk.with(|library| library.house_styles()?.get(&style))?;
    let look = |(role, css): (&str, formats::LineCss)| {
        let formats::LineCss { line, words, latin } = css;
        (role.to_owned(), LineLook { line, words, latin })
    };
    Ok(formats::css(&style).into_iter().map(look).collect())
}

/// How a line of one role looks.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LineLook {
    /// The line: where it stands, and its characters.
    pub line: String,
    /// Its characters alone, for a line in two faces.
    pub words: String,
    /// Latin letters and digits in it.
    pub latin: String,
}
