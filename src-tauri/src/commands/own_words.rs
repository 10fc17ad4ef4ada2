//! What the list of borrowed words asks for.

use super::Result;
use super::document::id;
use super::roll_forward::{ProposalRow, rows};
use crate::desk::Desk;
use speech::Speech;
use tauri::State;

/// What of the text on the sheet its sources still call their own: 我市 in a county's speech.
#[tauri::command(async)]
#[specta::specta]
pub fn own_words(desk: State<'_, Desk>, document: String, speech: Speech) -> Result<Vec<ProposalRow>> {
    let lexicon = desk.lexicon()?;
    let found = desk.with(|library| library.own_words(id(&document)?, &speech, &lexicon))?;
    Ok(rows(found, &speech))
}
