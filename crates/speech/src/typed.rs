//! What the writer has just typed, taken for what it reads as.
//!
//! ```text
//! 一、提高认识        a heading of level 1, counted from now on
//! （一）              one of level 2; its words come later
//! 一是…… 二是……       the members of an enumeration, once there are two
//! ```
//!
//! The rules are those by which a file is read, so that a text is the same whether it was
//! typed or brought. Only a line that is being written is looked at: one that was taken
//! from elsewhere has been understood.

use crate::mask::mask;
use crate::numeral::{self, Spelling};
use crate::parse::{Member, members};
use crate::quote::Quote;
use crate::shown::inline_texts;
use crate::speech::{Block, BlockId, BlockKind, Inline, Numeral, Speech};
use crate::text::{Span, length, slice, trim};
use std::collections::HashMap;
use std::ops::Range;

/// How many characters behind a number the line is still being begun.
const BEGINNING: usize = 20;

/// Makes of the block that is typed in what it reads as; false where it stays what it is.
/// `at` is where the cursor stands, in characters of its words.
pub fn understand(speech: &mut Speech, block: BlockId, at: usize) -> bool {
    let Some(idx) = speech.blocks.iter().position(|one| one.id == block) else { return false };
    as_heading(&mut speech.blocks[idx], at) || count_members(speech, idx)
}

/// A line that begins with a number, while it is begun.
fn as_heading(block: &mut Block, at: usize) -> bool {
    if block.kind != BlockKind::Paragraph || block.origin.is_some() {
        return false;
    }
    let [Inline::Text { text, strong }] = &block.inlines[..] else { return false };
    let Some((numeral, rest)) = numeral::Numeral::read(text) else { return false };
    let words = trim(rest);
    let waits = match numeral.spelling {
        // 第一， may count within its paragraph; 第一部分 may be a sentence.
        Spelling::Ordinal | Spelling::Part => true,
        // 1. may become 1.5亿元.
        Spelling::Digits => words.is_empty(),
        _ => false,
    };
    if waits || at < length(text) || length(words) > BEGINNING {
        return false;
    }
    let kind = BlockKind::Heading { level: numeral.spelling.level(), run_in: false };
    let text = Inline::Text { text: words.to_owned(), strong: *strong };
    let inlines = if words.is_empty() { Vec::new() } else { vec![text] };
    *block = Block { kind, numeral: Some(Numeral::Computed), inlines, ..block.clone() };
    true
}

/// The markers that stand in the block as words, with those of the same enumeration in the
/// paragraphs around it.
pub(crate) fn count_members(speech: &mut Speech, idx: usize) -> bool {
    let paragraphs = around(speech, idx);
    let texts: Vec<String> = paragraphs.clone().map(|idx| inline_texts(speech, idx).concat()).collect();
    let found = members(&texts.iter().map(|text| Some(text.as_str())).collect::<Vec<_>>());
    let known: Vec<Vec<(Span, u32)>> = paragraphs.clone().map(|idx| markers(speech, idx)).collect();
    let series_of = |member: &Member| {
        let mut known = known[member.text_idx].iter();
        known.find(|(span, _)| *span == member.span).map(|(_, series)| *series)
    };
    // An enumeration that is there already goes on under its number.
    let mut series: HashMap<u32, u32> =
        found.iter().filter_map(|member| Some((member.series, series_of(member)?))).collect();
    let mut last = last_series(speech);
    let mut first: HashMap<u32, &str> = HashMap::new();
    let mut new: Vec<(Quote, Inline)> = Vec::new();
    for member in &found {
        let text = slice(&texts[member.text_idx], member.span.clone());
        let first = first.entry(member.series).or_insert(text);
        if series_of(member).is_some() {
            continue;
        }
        let series = series.entry(member.series).or_insert_with(|| {
            last += 1;
            last
        });
        let computed = numeral::recount(first, member.number) == text;
        let (series, number, as_written) = (*series, member.number, text.to_owned());
        let marker = Inline::Marker { series, number, as_written, computed };
        let block = speech.blocks[paragraphs.start + member.text_idx].id;
        new.push((Quote::new(block, &member.span, text), marker));
    }
    let here = speech.blocks[idx].id;
    if !new.iter().any(|(words, _)| words.block == here) {
        return false;
    }
    // The last first, so that the places of the others stay right; what a slot stands in is
    // no marker.
    let put = new.into_iter().rev().filter(|(words, marker)| mask(speech, words, marker.clone()).is_ok());
    put.count() > 0
}

/// The paragraphs before and after a block that no heading parts from it.
fn around(speech: &Speech, idx: usize) -> Range<usize> {
    let counts = |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Closing);
    let (before, after) = speech.blocks.split_at(idx);
    let start = before.iter().rposition(|block| !counts(block)).map_or(0, |last| last + 1);
    let n_after = after.iter().position(|block| !counts(block)).unwrap_or(after.len());
    start..idx + n_after
}

fn last_series(speech: &Speech) -> u32 {
    let inlines = speech.blocks.iter().flat_map(|block| &block.inlines);
    let series = inlines.filter_map(|inline| match inline {
        Inline::Marker { series, .. } => Some(*series),
        Inline::Text { .. } | Inline::Slot { .. } => None,
    });
    series.max().unwrap_or(0)
}

/// The markers of a block, with the places of their words.
fn markers(speech: &Speech, idx: usize) -> Vec<(Span, u32)> {
    let mut at = 0;
    let mut found = Vec::new();
    for (inline, words) in speech.blocks[idx].inlines.iter().zip(inline_texts(speech, idx)) {
        let start = at;
        at += length(&words);
        if let Inline::Marker { series, .. } = inline {
            found.push((start..at, *series));
        }
    }
    found
}
