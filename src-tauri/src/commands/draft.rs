//! What the sheet and the panes beside it ask for.

use super::Result;
use super::document::{Answer, Opened};
use super::sheet::SheetRow;
use crate::desk::Desk;
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::{Block, BlockId, Field, FieldId, Speech};
use tauri::State;

/// What is taken, and of which document.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct Source {
    /// The document or draft.
    pub document: String,
    /// How much of it.
    pub extent: Extent,
}

/// How much of a document is taken.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// All of it.
    Whole,
    /// The section that this block heads, else the innermost one that it stands in; of
    /// a block before the first heading or in the closing, all of the opening or closing.
    Section(BlockId),
    /// The line that this block begins or stands in.
    Passage(BlockId),
}

/// Makes a draft out of a source, or one without text, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub fn new_draft(desk: State<'_, Desk>, source: Option<Source>, title: Option<String>) -> Result<Opened> {
    let _ = (desk, source, title);
    todo!()
}

/// What the draft on the sheet gets when a source is taken over into it: the blocks
/// under new ids, and the fields that are new to it. The window puts them where the
/// cursor is.
#[tauri::command(async)]
#[specta::specta]
pub fn take(desk: State<'_, Desk>, draft: Speech, source: Source) -> Result<TakenOver> {
    let _ = (desk, draft, source);
    todo!()
}

/// What is taken over.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TakenOver {
    /// The blocks, with ids that the draft doesn't have.
    pub blocks: Vec<Block>,
    /// The fields of theirs that the draft doesn't have.
    pub fields: Vec<Field>,
}

/// What is computed from the text on the sheet. Asked after a change, never for each key.
#[tauri::command(async)]
#[specta::specta]
pub fn answer(desk: State<'_, Desk>, speech: Speech) -> Result<Answer> {
    let _ = (desk, speech);
    todo!()
}

/// Stores what a draft has become. It is durable when this answers.
#[tauri::command(async)]
#[specta::specta]
pub fn save_draft(desk: State<'_, Desk>, id: String, speech: Speech) -> Result<Saved> {
    let _ = (desk, id, speech);
    todo!()
}

/// What was stored.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Saved {
    /// How many revisions of the draft there are.
    pub revisions: u32,
    /// When, ISO 8601 in UTC.
    pub changed: String,
}

/// A value for a field.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct Setting {
    /// The field.
    pub field: FieldId,
    /// The value as it was typed; empty opens the field again.
    pub value: String,
}

/// Fills fields of the text on the sheet, by hand and from a data sheet. Changes nothing
/// that is stored: the window shows what comes back, and puts it on the sheet.
#[tauri::command(async)]
#[specta::specta]
pub fn fill(speech: Speech, settings: Vec<Setting>, rows: Vec<SheetRow>) -> Result<Filled> {
    let _ = (speech, settings, rows);
    todo!()
}

/// What filling comes to.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Filled {
    /// All fields of the text as they are then.
    pub fields: Vec<Field>,
    /// Those with a new value.
    pub filled: Vec<FilledField>,
    /// What fits no field surely: the writer has to say.
    pub unmatched: Vec<Unmatched>,
    /// The fields that are still open.
    pub open: Vec<FieldId>,
}

/// A field with a new value.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FilledField {
    /// The field.
    pub field: FieldId,
    /// The value as it was given.
    pub value: String,
    /// What stands in its slots then.
    pub shown: String,
}

/// A label or a value that fits no field surely.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Unmatched {
    /// The label as it was given.
    pub label: String,
    /// The fields that it may mean, best first.
    pub candidates: Vec<FieldId>,
}
