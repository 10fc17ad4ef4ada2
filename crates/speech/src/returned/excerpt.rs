//! A proposal in a list: the words that changed with a few around them, and where it stands.

use super::{Proposal, ProposalKind};
use crate::compare::{Piece, Side};
use crate::shown::{Shown, shown};
use crate::speech::{BlockId, Speech};
use crate::text::{length, slice};
use serde::Serialize;
use std::collections::HashMap;

/// How many characters of what stays are shown beside what changed.
const AROUND: usize = 24;
/// How many characters of what went, or moves, are shown at its beginning and at its end.
const BEGINNING: usize = 60;
const END: usize = 20;
/// How many characters of a paragraph name it.
const NAMED: usize = 16;

/// A proposal as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "ReturnedRow")]
pub struct Row {
    /// Its pieces with what is long cut out, an ellipsis in its place. What is new stays whole: it
    /// is what the writer has to read.
    pub excerpt: Vec<Piece>,
    /// For what is new or moved: the beginning of the paragraph that it stands behind then; nothing
    /// where it is the first.
    pub place: Option<String>,
}

/// The rows of a list of proposals on a draft.
pub fn rows(draft: &Speech, proposals: &[Proposal]) -> Vec<Row> {
    let shown = shown(draft);
    let texts: HashMap<BlockId, &Shown<'_>> = shown.iter().map(|shown| (shown.block.id, shown)).collect();
    let place = |(idx, proposal): (usize, &Proposal)| {
        let behind = proposal.behind?;
        let before = idx.checked_sub(1).map(|idx| &proposals[idx]);
        // What was listed just before may come between.
        let text = match before.filter(|before| before.behind == Some(behind)) {
            Some(before) => before.pieces.last()?.text.lines().last()?.to_owned(),
            None => texts.get(&behind)?.text(),
        };
        Some(if length(&text) > NAMED { format!("{}…", slice(&text, 0..NAMED)) } else { text })
    };
    let row = |at: (usize, &Proposal)| Row { excerpt: excerpt(at.1), place: place(at) };
    proposals.iter().enumerate().map(row).collect()
}

fn excerpt(proposal: &Proposal) -> Vec<Piece> {
    let pieces = &proposal.pieces;
    let stays_whole = matches!(proposal.kind, ProposalKind::Moved | ProposalKind::Remark);
    let cut = |(idx, piece): (usize, &Piece)| {
        let (n_first, n_last) = match piece.side {
            Side::New => return piece.clone(),
            Side::Old => (BEGINNING, END),
            Side::Both if stays_whole => (BEGINNING, END),
            Side::Both => (if idx > 0 { AROUND } else { 0 }, if idx + 1 < pieces.len() { AROUND } else { 0 }),
        };
        let n = length(&piece.text);
        if n <= n_first + n_last + 2 {
            return piece.clone();
        }
        let text = format!("{}…{}", slice(&piece.text, 0..n_first), slice(&piece.text, n - n_last..n));
        Piece { text, side: piece.side }
    };
    pieces.iter().enumerate().map(cut).collect()
}
