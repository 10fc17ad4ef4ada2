//! The head of the main stream: where everything else is ([MS-DOC] 2.5).

use super::damaged;
use crate::error::{Error, LooksLike};
use crate::little_endian::{stretch, u16_at, u32_at};

/// What stands first in the main stream.
const WORD_97: u16 = 0xA5EC;
/// The same in Word 6 and 95.
const WORD_95: u16 = 0xA5DC;
/// The first version of the layout that is read, that of Word 97.
const FIRST_VERSION: u16 = 0x00C0;

/// Parts of the table stream, as places in the head's list of them.
pub(super) const STYLES: usize = 1;
pub(super) const SECTIONS: usize = 6;
pub(super) const RUNS: usize = 12;
pub(super) const PARAGRAPHS: usize = 13;
pub(super) const PIECES: usize = 33;
pub(super) const SHAPES: usize = 40;
pub(super) const TEXT_BOXES: usize = 56;
pub(super) const LISTS: usize = 73;
pub(super) const LIST_OVERRIDES: usize = 74;

/// The head.
#[derive(Debug)]
pub(super) struct Fib {
    second_table: bool,
    /// Characters of the body.
    pub(super) n_body: u32,
    /// Where the text of text boxes begins in the whole text, and how long it is.
    pub(super) boxes_at: u32,
    pub(super) n_boxes: u32,
    /// Offset and length of the parts in the table stream, in bytes.
    parts: Vec<(u32, u32)>,
}

impl Fib {
    /// Reads the head of the main stream.
    ///
    /// # Errors
    /// [`Error::Protected`], and [`Error::UnknownFormat`] for Word 95 and before.
    pub(super) fn read(main: &[u8]) -> Result<Self, Error> {
        let cut_off = || damaged("cut off in the head of the text");
        let mark = u16_at(main, 0).ok_or_else(cut_off)?;
        let version = u16_at(main, 2).ok_or_else(cut_off)?;
        let flags = u16_at(main, 10).ok_or_else(cut_off)?;
        if mark == WORD_95 || (mark == WORD_97 && version < FIRST_VERSION) {
            return Err(Error::UnknownFormat { looks_like: LooksLike::Word95 });
        }
        if mark != WORD_97 {
            return Err(damaged("no head of a text"));
        }
        if flags & 0x0100 != 0 {
            return Err(Error::Protected);
        }
        // Three lists follow, each with its length in front.
        let n_words = usize::from(u16_at(main, 32).ok_or_else(cut_off)?);
        let longs_at_bytes = 34 + 2 * n_words;
        let n_longs = usize::from(u16_at(main, longs_at_bytes).ok_or_else(cut_off)?);
        let parts_at_bytes = longs_at_bytes + 2 + 4 * n_longs;
        let n_parts = usize::from(u16_at(main, parts_at_bytes).ok_or_else(cut_off)?);
        let long = |idx: usize| u32_at(main, longs_at_bytes + 2 + 4 * idx).filter(|_| idx < n_longs);
        let part = |idx: usize| {
            let at_bytes = parts_at_bytes + 2 + 8 * idx;
            Some((u32_at(main, at_bytes)?, u32_at(main, at_bytes + 4)?))
        };
        let n_body = long(3).ok_or_else(cut_off)?;
        // Footnotes, headers, comments and endnotes stand between body and text boxes.
        let boxes_at = [4, 5, 7, 8].into_iter().map(|idx| long(idx).unwrap_or_default());
        Ok(Self {
            second_table: flags & 0x0200 != 0,
            n_body,
            boxes_at: boxes_at.fold(n_body, u32::saturating_add),
            n_boxes: long(9).unwrap_or_default(),
            parts: (0..n_parts).map_while(part).collect(),
        })
    }

    /// The name of the stream with the tables.
    pub(super) fn table_stream(&self) -> &'static str {
        if self.second_table { "1Table" } else { "0Table" }
    }

    /// A part of the table stream; empty where there is none.
    pub(super) fn part<'t>(&self, table: &'t [u8], idx: usize) -> &'t [u8] {
        let (at_bytes, n_bytes) = self.parts.get(idx).copied().unwrap_or_default();
        stretch(table, at_bytes as usize, n_bytes as usize).unwrap_or_default()
    }

    /// The table stream from where a part begins: some parts go on beyond their length.
    pub(super) fn rest_from<'t>(&self, table: &'t [u8], idx: usize) -> &'t [u8] {
        match self.parts.get(idx) {
            Some((at_bytes, 1..)) => table.get(*at_bytes as usize..).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// The positions of a part that lists n + 1 of them and then n entries of a size each.
pub(super) fn positions(part: &[u8], entry_bytes: usize) -> Vec<u32> {
    let Some(n_entries) = part.len().checked_sub(4).map(|n_bytes| n_bytes / (4 + entry_bytes)) else {
        return Vec::new();
    };
    (0..=n_entries).filter_map(|idx| u32_at(part, 4 * idx)).collect()
}

/// The entries of such a part, in the order of their positions.
pub(super) fn entries(part: &[u8], entry_bytes: usize) -> std::slice::ChunksExact<'_, u8> {
    let n_positions = positions(part, entry_bytes).len();
    part.get(4 * n_positions..).unwrap_or_default().chunks_exact(entry_bytes)
}
