//! The writer's word on findings: take one, ignore one, ignore the words, switch a check off.
//!
//! ```text
//! 三点意见 → 四点意见      take: the text is changed, and only where it was found
//! 这一处不算              ignore: this check, these words, in this block
//! “作风大整饬”是我们的     ignore the words: this check never minds them again
//! ```
//!
//! Nothing here decides by itself, and no check knows of it: decisions are laid over what
//! the checks find, so that a writer can see what was ignored and take it back.

use crate::check::Finding;
use crate::numeral;
use crate::shown::{PieceKind, inline_texts, shown};
use crate::speech::{Block, BlockId, Inline, Numeral, Speech};
use crate::text::{Span, length, slice};
use serde::{Deserialize, Serialize};

/// Something that the writer doesn't want to hear of again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Decision {
    /// This check is off.
    Off {
        /// Its id.
        check: String,
    },
    /// These words are all right for this check, wherever they stand.
    Words {
        /// Its id.
        check: String,
        /// What it had found.
        text: String,
    },
    /// These words are all right for this check in this block.
    Here {
        /// Its id.
        check: String,
        /// What it had found.
        text: String,
        /// Where.
        block: BlockId,
    },
}

impl Decision {
    /// To ignore one finding.
    pub fn here(finding: &Finding) -> Self {
        Self::Here { check: finding.check.to_owned(), text: finding.text.clone(), block: finding.block }
    }

    /// To ignore the words of a finding wherever they stand.
    pub fn words(finding: &Finding) -> Self {
        Self::Words { check: finding.check.to_owned(), text: finding.text.clone() }
    }

    /// To switch off the check of a finding.
    pub fn off(finding: &Finding) -> Self {
        Self::Off { check: finding.check.to_owned() }
    }

    /// Whether a finding is meant.
    pub fn covers(&self, finding: &Finding) -> bool {
        match self {
            Self::Off { check } => check == finding.check,
            Self::Words { check, text } => check == finding.check && *text == finding.text,
            Self::Here { check, text, block } => {
                check == finding.check && *text == finding.text && *block == finding.block
            }
        }
    }
}

/// The findings that are left, and those that the writer has decided on, each in its order.
pub fn sort(findings: Vec<Finding>, decisions: &[Decision]) -> (Vec<Finding>, Vec<Finding>) {
    findings.into_iter().partition(|finding| !decisions.iter().any(|decision| decision.covers(finding)))
}

/// Why a suggestion was not taken. The speech is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The finding proposes nothing.
    NothingProposed,
    /// The words no longer stand there: the text was changed since.
    Changed,
    /// A slot stands within: it is filled, not written over.
    Slot,
    /// The number is counted: it is right by itself.
    Computed,
}

/// Puts what a finding proposes in the place of what it found. The edit is one piece of
/// the block: bold stays bold, slots and other markers stay what they are.
pub fn take(speech: &mut Speech, finding: &Finding) -> Result<(), Refused> {
    let suggestion = finding.suggestion.as_deref().ok_or(Refused::NothingProposed)?;
    let read = shown(speech);
    let block = read.iter().find(|shown| shown.block.id == finding.block).ok_or(Refused::Changed)?;
    if slice(&block.text(), finding.span.clone()) != finding.text {
        return Err(Refused::Changed);
    }
    let lengths: Vec<usize> = block.pieces.iter().map(|piece| length(&piece.text)).collect();
    let numeral = block.pieces.iter().any(|piece| piece.kind == PieceKind::Numeral);
    let n_numeral = if numeral { lengths[0] } else { 0 };
    let Some(idx) = speech.blocks.iter().position(|block| block.id == finding.block) else {
        return Err(Refused::Changed);
    };
    let mut edited = speech.blocks[idx].clone();
    if finding.span.start < n_numeral {
        replace_in_numeral(&mut edited, finding, n_numeral, suggestion)?;
    } else {
        let span = finding.span.start - n_numeral..finding.span.end - n_numeral;
        replace(&mut edited, &inline_texts(speech, idx), span, suggestion)?;
    }
    speech.blocks[idx] = edited;
    Ok(())
}

/// Takes all findings of the same check that found the same words and propose the same, the
/// last first, so that the places of the others stay right. Gives how many were taken.
pub fn take_all(speech: &mut Speech, findings: &[Finding], like: &Finding) -> usize {
    let alike = |finding: &&Finding| {
        finding.check == like.check && finding.text == like.text && finding.suggestion == like.suggestion
    };
    findings.iter().rev().filter(alike).filter(|finding| take(speech, finding).is_ok()).count()
}

fn replace_in_numeral(
    block: &mut Block,
    finding: &Finding,
    n_numeral: usize,
    suggestion: &str,
) -> Result<(), Refused> {
    let Some(Numeral::AsWritten(written)) = &mut block.numeral else { return Err(Refused::Computed) };
    if finding.span.end > n_numeral {
        return Err(Refused::Changed);
    }
    let before = slice(written, 0..finding.span.start);
    let after = slice(written, finding.span.end..usize::MAX);
    *written = format!("{before}{suggestion}{after}");
    Ok(())
}

/// Replaces a stretch of a block's inlines. What it replaces may begin in one text and end
/// in another; the new words stand where it began.
fn replace(block: &mut Block, texts: &[String], span: Span, suggestion: &str) -> Result<(), Refused> {
    let mut at = 0;
    let mut placed = false;
    for (inline, words) in block.inlines.iter_mut().zip(texts) {
        let n_chars = length(words);
        let (start, end) = (at, at + n_chars);
        at = end;
        let meets = span.start < end && start < span.end;
        if !meets {
            continue;
        }
        let from = span.start.max(start) - start;
        let to = span.end.min(end) - start;
        let new = if placed { "" } else { suggestion };
        let edited = format!("{}{new}{}", slice(words, 0..from), slice(words, to..usize::MAX));
        match inline {
            Inline::Text { text, .. } => *text = edited,
            Inline::Marker { computed: true, .. } => return Err(Refused::Computed),
            Inline::Marker { as_written, number, .. } => {
                let counted = edited.trim_start_matches(['第', '其']);
                *number = numeral::read_han(counted).map_or(*number, |(number, _)| number);
                *as_written = edited;
            }
            Inline::Slot { .. } => return Err(Refused::Slot),
        }
        placed = true;
    }
    // A marker or a text of nothing is none.
    block.inlines.retain(|inline| match inline {
        Inline::Text { text, .. } => !text.is_empty(),
        Inline::Marker { as_written, .. } => !as_written.is_empty(),
        Inline::Slot { .. } => true,
    });
    if placed { Ok(()) } else { Err(Refused::Changed) }
}
