//! Words that become a slot.

use crate::quote::Quote;
use crate::shown::{inline_texts, shown};
use crate::speech::{Block, Inline, Speech};
use crate::text::{Span, length, slice};

/// The words no longer stand there, or not in one text. The speech is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotThere;

/// Puts a slot in the place of words.
pub(crate) fn mask(speech: &mut Speech, words: &Quote, slot: Inline) -> Result<(), NotThere> {
    let idx = speech.blocks.iter().position(|block| block.id == words.block).ok_or(NotThere)?;
    let n_numeral = shown(speech)[idx].n_numeral();
    let start = words.span().start.checked_sub(n_numeral).ok_or(NotThere)?;
    let end = words.span().end.saturating_sub(n_numeral);
    let mut at = 0;
    for (inline_idx, text) in inline_texts(speech, idx).iter().enumerate() {
        let after = at + length(text);
        if at <= start && end <= after {
            return cut(&mut speech.blocks[idx], inline_idx, start - at..end - at, &words.text, slot);
        }
        at = after;
    }
    Err(NotThere)
}

/// Cuts a text at the words.
fn cut(block: &mut Block, idx: usize, span: Span, words: &str, slot: Inline) -> Result<(), NotThere> {
    let Inline::Text { text, strong } = &block.inlines[idx] else { return Err(NotThere) };
    if slice(text, span.clone()) != words {
        return Err(NotThere);
    }
    let strong = *strong;
    let piece = |text: &str| (!text.is_empty()).then(|| Inline::Text { text: text.to_owned(), strong });
    let before = piece(slice(text, 0..span.start));
    let after = piece(slice(text, span.end..usize::MAX));
    block.inlines.splice(idx..=idx, before.into_iter().chain([slot]).chain(after));
    Ok(())
}
