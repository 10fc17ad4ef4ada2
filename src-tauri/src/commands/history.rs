//! What the dialog of former versions asks for.

use super::Result;
use super::document::id;
use crate::desk::Desk;
use library::Revision;
use serde::Serialize;
use specta::Type;
use speech::compare::{Change, Compared, Piece, Side};
use speech::{BlockId, Speech};
use tauri::State;

/// The states of a draft that are kept, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn history(desk: State<'_, Desk>, draft: String) -> Result<Vec<RevisionRow>> {
    let kept = desk.with(|library| library.history(id(&draft)?))?;
    Ok(kept.into_iter().map(RevisionRow::from).collect())
}

/// The text of a state.
#[tauri::command(async)]
#[specta::specta]
pub fn revision(desk: State<'_, Desk>, draft: String, number: u32) -> Result<Speech> {
    desk.with(|library| library.revision(id(&draft)?, number))
}

/// What has become of a state in the text on the sheet.
#[tauri::command(async)]
#[specta::specta]
pub fn compare_revision(
    desk: State<'_, Desk>,
    draft: String,
    number: u32,
    now: Speech,
) -> Result<Vec<ComparedRow>> {
    let compared = desk.with(|library| library.compare(id(&draft)?, number, &now))?;
    Ok(compared.into_iter().map(ComparedRow::from).collect())
}

/// Gives a state a name; an empty one takes it away.
#[tauri::command(async)]
#[specta::specta]
pub fn name_revision(desk: State<'_, Desk>, draft: String, number: u32, name: String) -> Result<()> {
    desk.with(|library| library.name_revision(id(&draft)?, number, &name))
}

/// Gives the last stored state of a draft a name, whatever name it has; an empty one takes it
/// away.
#[tauri::command(async)]
#[specta::specta]
pub fn name_draft(desk: State<'_, Desk>, draft: String, name: String) -> Result<()> {
    desk.with(|library| library.name_draft(id(&draft)?, &name))
}

/// A state that a draft was in.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RevisionRow {
    /// Counted from 1, with gaps.
    pub number: u32,
    /// When it was stored, ISO 8601 in UTC.
    pub changed: String,
    /// What the writer calls it.
    pub name: Option<String>,
}

/// A block of either text.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ComparedRow {
    /// The block.
    pub block: BlockId,
    /// What has become of it.
    pub change: Change,
    /// Its words, those that went and those that came.
    pub pieces: Vec<ComparedPiece>,
}

/// A stretch of a block.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ComparedPiece {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub side: Side,
}

impl From<Revision> for RevisionRow {
    fn from(revision: Revision) -> Self {
        let Revision { number, changed, name } = revision;
        Self { number, changed, name }
    }
}

impl From<Compared> for ComparedRow {
    fn from(compared: Compared) -> Self {
        let Compared { block, change, pieces } = compared;
        let pieces = pieces.into_iter().map(|Piece { text, side }| ComparedPiece { text, side });
        Self { block, change, pieces: pieces.collect() }
    }
}
