//! What the office fills in again and again, and what a field could be filled with.

use super::Result;
use super::document::id;
use super::sheet::SheetRow;
use crate::desk::Desk;
use library::{FormerDraft, Library, Offered};
use serde::Serialize;
use specta::Type;
use speech::{FieldId, Speech};
use tauri::State;

/// The office's own facts.
#[tauri::command(async)]
#[specta::specta]
pub fn facts(desk: State<'_, Desk>) -> Result<Vec<SheetRow>> {
    let facts = desk.with(Library::facts)?;
    Ok(facts.into_iter().map(|(label, value)| SheetRow { label, value }).collect())
}

/// Keeps the office's own facts, all of them. Rows without a label or a value are left out.
#[tauri::command(async)]
#[specta::specta]
pub fn set_facts(desk: State<'_, Desk>, facts: Vec<SheetRow>) -> Result<()> {
    let facts = facts.into_iter().map(|row| (row.label, row.value)).collect();
    desk.with(|library| library.set_facts(&facts))
}

/// What the fields of the text on the sheet could be filled with: the office's own facts, then
/// what they were filled with before, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn offers(desk: State<'_, Desk>, document: String, speech: Speech) -> Result<Vec<OfferRow>> {
    let mut offers = desk.with(|library| library.offers(id(&document)?, &speech))?;
    let rows = speech.fields.iter().filter_map(|field| {
        let values = offers.remove(&field.id)?.into_iter().map(OfferedRow::from).collect();
        Some(OfferRow { field: field.id, values })
    });
    Ok(rows.collect())
}

/// What a field could be filled with.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OfferRow {
    /// The field.
    pub field: FieldId,
    /// The values, the likeliest first.
    pub values: Vec<OfferedRow>,
}

/// A value that a field could be filled with.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OfferedRow {
    /// The value.
    pub value: String,
    /// What it was given to there.
    pub label: String,
    /// The title of the draft that it was filled into; nothing for the office's own facts.
    pub draft: Option<String>,
    /// When that draft last changed, ISO 8601 in UTC.
    pub changed: Option<String>,
}

impl From<Offered> for OfferedRow {
    fn from(offered: Offered) -> Self {
        let Offered { value, label, draft } = offered;
        let (draft, changed) = match draft {
            Some(FormerDraft { title, changed, .. }) => (Some(title), Some(changed)),
            None => (None, None),
        };
        Self { value, label, draft, changed }
    }
}
