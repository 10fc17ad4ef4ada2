//! What the search pane asks for.

use super::Result;
use super::document::Kind;
use crate::desk::Desk;
use serde::Serialize;
use specta::Type;
use speech::{BlockId, Role};
use tauri::State;

/// The passages for what has been typed so far, best first.
///
/// Called for each key. `turn` comes back unchanged: the pane drops an answer that a
/// later one has overtaken.
#[tauri::command(async)]
#[specta::specta]
pub fn search(
    desk: State<'_, Desk>,
    query: String,
    kind: Option<Kind>,
    limit: u32,
    turn: u32,
) -> Result<Found> {
    let _ = (desk, query, kind, limit, turn);
    todo!()
}

/// What a search found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Found {
    /// As it was given.
    pub turn: u32,
    /// How many passages there are, those beyond the limit included.
    pub total: u32,
    /// In how many documents the passages shown stand.
    pub documents: u32,
    /// How long it took, in tenths of a millisecond.
    pub tenths: u32,
    /// The best of them.
    pub hits: Vec<Hit>,
}

/// A passage that was found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Hit {
    /// Its document.
    pub document: String,
    /// What sort of document that is.
    pub kind: Kind,
    /// Its first block there.
    pub block: BlockId,
    /// The title of its document.
    pub title: String,
    /// When the document was given.
    pub year: Option<i32>,
    /// The numerals of the headings that it stands under, the outermost first, as they
    /// are written: 二、（一）; of a heading without one, its words.
    pub path: Vec<String>,
    /// The part that it plays.
    pub role: Role,
    /// The words around the first place found, or all of them.
    pub excerpt: Vec<Stretch>,
    /// It stands in a section that can be taken as a whole.
    pub in_section: bool,
}

/// A stretch of an excerpt.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Stretch {
    /// Its words.
    pub text: String,
    /// It is what was looked for.
    pub marked: bool,
}
