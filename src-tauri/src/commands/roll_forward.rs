//! What the list of last year's things asks for.

use super::Result;
use super::document::id;
use crate::desk::Desk;
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::roll_forward::{Proposal, ProposalKind, apply};
use speech::{Message, Quote, Speech};
use tauri::State;

/// What of a draft, as it is stored, is another year's than that of its day.
#[tauri::command(async)]
#[specta::specta]
pub fn roll_forward(desk: State<'_, Desk>, document: String) -> Result<Vec<ProposalRow>> {
    let lexicon = desk.lexicon()?;
    let found = desk.with(|library| library.roll_forward(id(&document)?, &lexicon))?;
    Ok(found.into_iter().map(ProposalRow::from).collect())
}

/// The text on the sheet with some of its proposals done. Changes nothing that is stored.
#[tauri::command(async)]
#[specta::specta]
pub fn apply_roll_forward(speech: Speech, proposals: Vec<ProposalRow>) -> Speech {
    let proposals: Vec<Proposal> = proposals.into_iter().map(Proposal::from).collect();
    apply(&speech, &proposals)
}

/// Something of last year's speech that is another one this year.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct ProposalRow {
    /// What it is.
    pub kind: ProposalKind,
    /// The words.
    pub quote: Quote,
    /// What they become; nothing for a figure, which becomes a field, and where only the
    /// writer knows.
    pub new: Option<String>,
    /// There is little doubt.
    pub ticked: bool,
    /// Why, and what to do.
    pub message: Message,
}

impl From<Proposal> for ProposalRow {
    fn from(proposal: Proposal) -> Self {
        let Proposal { kind, block, span, text, new, ticked, message } = proposal;
        Self { kind, quote: Quote::new(block, &span, text), new, ticked, message }
    }
}

impl From<ProposalRow> for Proposal {
    fn from(row: ProposalRow) -> Self {
        let ProposalRow { kind, quote, new, ticked, message } = row;
        Self { kind, block: quote.block, span: quote.span(), text: quote.text, new, ticked, message }
    }
}
