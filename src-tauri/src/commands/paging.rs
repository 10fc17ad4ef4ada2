//! How many pages the sheet has, and where they begin.

use super::Result;
use crate::desk::Desk;
use crate::failure::{Code, Failure};
use formats::Paging;
use speech::Speech;
use tauri::State;

/// The pages of a speech in a house style. Asked a while after a change, never for each key.
#[tauri::command(async)]
#[specta::specta]
pub fn paging(desk: State<'_, Desk>, speech: Speech, style: String) -> Result<Paging> {
    let style = desk.with(|library| library.read_aloud(library.house_styles()?.get(&style)?))?;
    formats::paging(&speech, &style, &[]).map_err(|error| Failure {
        code: Code::Failed,
        message: error.message(),
        detail: error.to_string(),
    })
}
