//! 改法: what a finding proposes, done where it was found and nowhere else.
//!
//! ```text
//! 三点意见 → 四点意见
//! （一）、看清形势 → （一）看清形势
//! ```
//!
//! No check does this by itself: the writer takes a fix, or all that are alike.

use crate::check::Finding;
use crate::message::Message;
use crate::numeral;
use crate::quote::Quote;
use crate::shown::{inline_texts, shown};
use crate::speech::{Block, Inline, Numeral, Speech};
use crate::text::{Span, length, slice};
use serde::{Deserialize, Serialize};

/// New words in the place of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Fix {
    /// The others.
    pub old: Quote,
    /// What is put in their place; "" deletes them.
    pub new: String,
}

impl Finding {
    /// What it has found.
    pub fn quote(&self) -> Quote {
        Quote::new(self.block, &self.span, self.text.as_str())
    }

    /// What it proposes; nothing where only the writer knows.
    pub fn fix(&self) -> Option<Fix> {
        let new = self.suggestion.clone()?;
        Some(Fix { old: self.quote(), new })
    }
}

/// Why a fix was not taken. The speech is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The words no longer stand there: the text was changed since.
    Changed,
    /// A slot stands within: it is filled, not written over.
    Slot,
    /// The number is counted: it is right by itself.
    Computed,
}

impl Refused {
    /// What the writer reads.
    pub fn message(self) -> Message {
        match self {
            Self::Changed => Message::new(
                "这里的文字已经改过了，没有再动。",
                "the words here have changed since; nothing was done.",
            ),
            Self::Slot => Message::new(
                "这里面有要填的空，请在“填空”里填。",
                "there is a slot in it: fill it in the fields pane.",
            ),
            Self::Computed => Message::new(
                "这个序号是自动排的，不用改。",
                "this number is counted by itself; there is nothing to change.",
            ),
        }
    }
}

/// Puts the new words in the place of the old. The edit is one piece of the block: bold
/// stays bold, slots and other markers stay what they are.
pub fn take(speech: &mut Speech, fix: &Fix) -> Result<(), Refused> {
    let read = shown(speech);
    let span = fix.old.span();
    let block = read.iter().find(|shown| shown.block.id == fix.old.block).ok_or(Refused::Changed)?;
    if slice(&block.text(), span.clone()) != fix.old.text {
        return Err(Refused::Changed);
    }
    let n_numeral = block.n_numeral();
    let Some(idx) = speech.blocks.iter().position(|block| block.id == fix.old.block) else {
        return Err(Refused::Changed);
    };
    let mut edited = speech.blocks[idx].clone();
    if span.start < n_numeral {
        replace_in_numeral(&mut edited, span, n_numeral, &fix.new)?;
    } else {
        let span = span.start - n_numeral..span.end - n_numeral;
        replace(&mut edited, &inline_texts(speech, idx), span, &fix.new)?;
    }
    speech.blocks[idx] = edited;
    Ok(())
}

/// Takes several, the last first, so that the places of the others stay right. Gives how
/// many were taken.
pub fn take_all(speech: &mut Speech, fixes: &[Fix]) -> usize {
    let mut fixes: Vec<&Fix> = fixes.iter().collect();
    fixes.sort_by_key(|fix| (fix.old.block, fix.old.start));
    fixes.iter().rev().filter(|fix| take(speech, fix).is_ok()).count()
}

fn replace_in_numeral(block: &mut Block, span: Span, n_numeral: usize, put: &str) -> Result<(), Refused> {
    let Some(Numeral::AsWritten(written)) = &mut block.numeral else { return Err(Refused::Computed) };
    if span.end > n_numeral {
        return Err(Refused::Changed);
    }
    let before = slice(written, 0..span.start);
    let after = slice(written, span.end..usize::MAX);
    *written = format!("{before}{put}{after}");
    Ok(())
}

/// Replaces a stretch of a block's inlines. What it replaces may begin in one text and end
/// in another; the new words stand where it began.
fn replace(block: &mut Block, texts: &[String], span: Span, put: &str) -> Result<(), Refused> {
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
        let new = if placed { "" } else { put };
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
