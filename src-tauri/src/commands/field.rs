//! What the fields pane asks for, beside filling.

use super::Result;
use speech::Speech;
use speech::field_edit::{self, FieldEdit};

/// The text on the sheet after the writer's word on its fields: merged, split, renamed, of
/// another kind. Changes nothing that is stored.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_fields(mut speech: Speech, edits: Vec<FieldEdit>) -> Result<Speech> {
    field_edit::edit(&mut speech, &edits)?;
    Ok(speech)
}
