//! Where a page ends that is read aloud: with a sentence, so that nobody turns the page in
//! the middle of one.
//!
//! The last row stays short and the next sentence begins the next page. Where that would
//! leave more than a third of the page empty, the part of a sentence has to do.

use super::rows::Item;

/// How much of a page may stay empty: one of so many parts.
const EMPTY: usize = 3;

/// What a sentence ends with, and what a part of one does.
const SENTENCE: &str = "。！？";
const PART: &str = "；：，";
const CLOSING: &str = "”’）》」』";

/// What to do with a paragraph that the page has not enough room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// So many items still go on the page.
    After(usize),
    /// Nothing more goes on the page.
    Before,
}

/// Decides where the page ends. `ends` are the ends of the rows, of which `n_room` have
/// room; a page has `n_page`. `may_move` says that the page may end with what stands on it
/// already.
pub(super) fn turn(items: &[Item], ends: &[usize], n_room: usize, n_page: usize, may_move: bool) -> Turn {
    let Some(limit) = n_room.checked_sub(1).and_then(|last| ends.get(last)).copied() else {
        return Turn::Before;
    };
    let allowed = n_page / EMPTY;
    let n_rows = |end: usize| 1 + ends.iter().take_while(|row_end| **row_end < end).count();
    let last = |marks: &str| {
        let end = (1..=limit).rev().find(|end| ends_with(items, *end, marks))?;
        (n_room - n_rows(end) <= allowed).then_some(Turn::After(end))
    };
    let moved = (may_move && n_room <= allowed).then_some(Turn::Before);
    last(SENTENCE).or(moved).or_else(|| last(PART)).unwrap_or(Turn::After(limit))
}

/// Whether a page that ends after so many items ends in the middle of a sentence.
pub(super) fn tears_a_sentence(items: &[Item], end: usize) -> bool {
    end > 0 && !ends_with(items, end, SENTENCE)
}

/// How many items the first sentence has.
pub(super) fn first_sentence(items: &[Item]) -> usize {
    (1..items.len()).find(|end| ends_with(items, *end, SENTENCE)).unwrap_or(items.len())
}

/// Whether the first `end` items end with one of the marks, quotes after it included.
fn ends_with(items: &[Item], end: usize, marks: &str) -> bool {
    let closes = |item: &Item| CLOSING.contains(item.character);
    // “一、提高认识；二、……” within brackets of our own ends nothing.
    let own = items[end - 1].look.note || items.get(end).is_some_and(|next| next.look.note || closes(next));
    let mut before = items[..end].iter().rev().skip_while(|item| closes(item));
    !own && before.next().is_some_and(|item| marks.contains(item.character))
}
