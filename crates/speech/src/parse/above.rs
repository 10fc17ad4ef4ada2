//! What a line is depends on those above it: 第三， after 首先 and 其次 begins no heading, and
//! under a 第一部分 a 一、 is of the second level.

use crate::numeral::{Numeral, Spelling};
use crate::text::trim;

/// What the lines above a line are.
#[derive(Default)]
pub(super) struct Above {
    /// There is a 第一部分: all other headings go one level down.
    pub(super) under_part: bool,
    /// Paragraphs go on that began with 首先, 其次: how many so far.
    pub(super) n_ordered: u32,
}

impl Above {
    /// Whether a line is the next of 首先，其次，第三，: a paragraph, though 第三， alone would
    /// begin a heading.
    pub(super) fn goes_on(&mut self, text: &str) -> bool {
        let text = trim(text);
        let ordinal = || Numeral::read(text).filter(|(numeral, _)| numeral.spelling == Spelling::Ordinal);
        let number = match ["首先", "其次", "再次"].iter().position(|word| text.starts_with(word)) {
            Some(0) => Some(1),
            Some(1) => Some(2),
            Some(_) => Some(self.n_ordered + 1),
            None if self.n_ordered > 0 => ordinal().map(|(numeral, _)| numeral.number),
            None => None,
        };
        let goes_on = number == Some(self.n_ordered + 1);
        if goes_on || number == Some(1) {
            self.n_ordered = number.unwrap_or(0);
        }
        goes_on
    }
}
