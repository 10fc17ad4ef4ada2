//! What the list of last year's things asks for.

use super::Result;
use super::document::id;
use super::search::Stretch;
use crate::desk::Desk;
use library::excerpt;
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::outline::{Section, outline_of};
use speech::roll_forward::{Proposal, ProposalKind, apply};
use speech::shown::shown;
use speech::{Message, Quote, Speech};
use tauri::State;

/// What of a draft, as it is stored, is another year's than that of its day.
#[tauri::command(async)]
#[specta::specta]
pub fn roll_forward(desk: State<'_, Desk>, document: String) -> Result<Vec<ProposalRow>> {
    let lexicon = desk.lexicon()?;
    desk.with(|library| {
        let document = id(&document)?;
        let found = library.roll_forward(document, &lexicon)?;
        Ok(rows(found, &library.document(document)?.1))
    })
}

/// The text on the sheet with some of its proposals done. Changes nothing that is stored.
#[tauri::command(async)]
#[specta::specta]
pub fn apply_roll_forward(speech: Speech, proposals: Vec<ProposalRow>) -> Speech {
    let proposals: Vec<Proposal> = proposals.into_iter().map(Proposal::from).collect();
    apply(&speech, &proposals)
}

/// So many characters are shown before the words, and of the sentence around them in all.
const BEFORE: usize = 14;
const AROUND: usize = 40;

/// Proposals for a text, each with where it stands there.
pub(super) fn rows(proposals: Vec<Proposal>, speech: &Speech) -> Vec<ProposalRow> {
    let shown = shown(speech);
    let outermost: Vec<Section> =
        outline_of(speech, &shown).into_iter().filter(|section| section.level == 1).collect();
    let row = |proposal: Proposal| {
        let Proposal { kind, block, span, text, new, ticked, message } = proposal;
        let at = speech.blocks.iter().position(|one| one.id == block);
        let section = outermost.iter().find(|section| at.is_some_and(|at| section.blocks.contains(&at)));
        let around = at.map(|at| excerpt(&shown[at].text(), std::slice::from_ref(&span), BEFORE, AROUND));
        ProposalRow {
            kind,
            quote: Quote::new(block, &span, text),
            section: section.map(|section| format!("{}{}", section.numeral, section.words)),
            around: around.into_iter().flatten().map(Stretch::from).collect(),
            new,
            ticked,
            message,
        }
    };
    proposals.into_iter().map(row).collect()
}

/// Something of last year's speech that is another one this year.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct ProposalRow {
    /// What it is.
    pub kind: ProposalKind,
    /// The words.
    pub quote: Quote,
    /// The heading of level 1 that they stand under; nothing before the first.
    pub section: Option<String>,
    /// The words around them, they themselves marked.
    pub around: Vec<Stretch>,
    /// What they become; nothing for a figure, which becomes a field, and where only the
    /// writer knows.
    pub new: Option<String>,
    /// There is little doubt.
    pub ticked: bool,
    /// Why, and what to do.
    pub message: Message,
}

impl From<ProposalRow> for Proposal {
    fn from(row: ProposalRow) -> Self {
        let ProposalRow { kind, quote, new, ticked, message, .. } = row;
        Self { kind, block: quote.block, span: quote.span(), text: quote.text, new, ticked, message }
    }
}
