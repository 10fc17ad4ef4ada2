//! How a house style looks, for the sheet and for what the page puts on the clipboard.

use super::Result;
use crate::desk::Desk;
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use tauri::State;

/// The looks of a house style.
#[tauri::command(async)]
#[specta::specta]
pub fn looks(desk: State<'_, Desk>, style: String) -> Result<Looks> {
    let style = desk.with(|library| library.house_styles()?.get(&style))?;
    let look = |(role, css): (&str, formats::LineCss)| {
        let formats::LineCss { line, words, latin, fonts, latin_fonts } = css;
        (role.to_owned(), LineLook { line, words, latin, fonts, latin_fonts })
    };
    Ok(Looks {
        lines: formats::css(&style).into_iter().map(look).collect(),
        bold_members: style.bold_members && style.read_aloud.is_none(),
    })
}

/// How a house style looks.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Looks {
    /// Its lines by their roles: title, heading1, body.
    pub lines: BTreeMap<String, LineLook>,
    /// The first sentence of a paragraph that begins with 一是 is bold.
    pub bold_members: bool,
}

/// How a line of one role looks.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LineLook {
    /// The line, as a style attribute: where it stands, and its characters.
    pub line: String,
    /// Its characters alone, for a line in two faces.
    pub words: String,
    /// Latin letters and digits in it.
    pub latin: String,
    /// Its font and what is taken instead of it, one after the other, as names for quotes.
    pub fonts: Vec<String>,
    /// The same for Latin letters and digits.
    pub latin_fonts: Vec<String>,
}
