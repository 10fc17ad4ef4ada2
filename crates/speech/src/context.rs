//! A block as it is read, looked at around a character: what stands before, what
//! after, the clause and the sentence.

use crate::shown::{PieceKind, shown};
use crate::speech::{BlockId, Field, FieldId, FieldKind, Speech};
use crate::text::{Span, is_han, is_one_of};

/// A block's text, and where its slots are.
pub(crate) struct Context {
    pub(crate) block: BlockId,
    pub(crate) chars: Vec<char>,
    pub(crate) slots: Vec<SlotAt>,
}

/// A slot in the text of a block.
pub(crate) struct SlotAt {
    pub(crate) span: Span,
    pub(crate) field: FieldId,
    pub(crate) kind: FieldKind,
    /// Not filled.
    pub(crate) open: bool,
}

/// A sentence or clause is looked at no further than this, so that a text without any
/// marks takes no longer than another.
const REACH: usize = 150;

impl Context {
    /// All blocks of a speech.
    pub(crate) fn all(speech: &Speech) -> Vec<Self> {
        shown(speech)
            .iter()
            .map(|block| {
                let mut chars = Vec::new();
                let mut slots = Vec::new();
                for piece in &block.pieces {
                    let start = chars.len();
                    chars.extend(piece.text.chars());
                    if let PieceKind::Slot { field, open } = piece.kind {
                        let kind = speech.field(field).map_or(FieldKind::Text, |field: &Field| field.kind);
                        slots.push(SlotAt { span: start..chars.len(), field, kind, open });
                    }
                }
                Self { block: block.block.id, chars, slots }
            })
            .collect()
    }

    pub(crate) fn at(&self, idx: usize) -> Option<char> {
        self.chars.get(idx).copied()
    }

    /// The character before.
    pub(crate) fn before(&self, idx: usize) -> Option<char> {
        self.at(idx.checked_sub(1)?)
    }

    /// The text from there on.
    pub(crate) fn from(&self, idx: usize) -> &[char] {
        self.chars.get(idx..).unwrap_or_default()
    }

    pub(crate) fn text(&self, span: Span) -> String {
        self.chars.get(span).unwrap_or_default().iter().collect()
    }

    pub(crate) fn starts(&self, idx: usize, words: &str) -> bool {
        let mut rest = self.from(idx).iter();
        words.chars().all(|c| rest.next() == Some(&c))
    }

    pub(crate) fn ends(&self, idx: usize, words: &str) -> bool {
        let mut rest = self.chars[..idx.min(self.chars.len())].iter().rev();
        words.chars().rev().all(|c| rest.next() == Some(&c))
    }

    pub(crate) fn starts_any(&self, idx: usize, words: &[&str]) -> bool {
        words.iter().any(|words| self.starts(idx, words))
    }

    pub(crate) fn ends_any(&self, idx: usize, words: &[&str]) -> bool {
        words.iter().any(|words| self.ends(idx, words))
    }

    /// The slots that a span meets, in their order.
    pub(crate) fn slots_in(&self, span: Span) -> impl Iterator<Item = &SlotAt> {
        let first = self.slots.partition_point(|slot| slot.span.end <= span.start);
        self.slots[first..].iter().take_while(move |slot| slot.span.start < span.end)
    }

    /// No word goes on across this place from before.
    pub(crate) fn is_edge(&self, idx: usize) -> bool {
        self.before(idx).is_none_or(|c| !is_han(c))
    }

    /// The stretch around a character up to a mark that ends a clause.
    pub(crate) fn clause(&self, idx: usize) -> Span {
        self.stretch(idx, "，。；！？,;!?：\t")
    }

    /// The stretch around a character up to a mark that ends a sentence.
    pub(crate) fn sentence(&self, idx: usize) -> Span {
        self.stretch(idx, "。；！？;!?\t")
    }

    fn stretch(&self, idx: usize, ends: &str) -> Span {
        let floor = idx.saturating_sub(REACH);
        let ceiling = (idx + REACH).min(self.chars.len());
        let is_end = |at: &usize| is_one_of(self.chars[*at], ends);
        let start = (floor..idx.min(ceiling)).rev().find(is_end).map_or(floor, |at| at + 1);
        let end = (idx.min(ceiling)..ceiling).find(is_end).unwrap_or(ceiling);
        start..end
    }

    /// Whether the stretch holds one of the words.
    pub(crate) fn holds_any(&self, span: Span, words: &[&str]) -> bool {
        span.clone().any(|idx| {
            words.iter().any(|words| self.starts(idx, words) && idx + words.chars().count() <= span.end)
        })
    }
}
