//! The text: pieces of the main stream in their order ([MS-DOC] 2.8.35).
//!
//! Each piece is stored in two bytes a character (UTF-16), or in one (Windows-1252) where
//! that will do. What holds for a character is looked up by its place in the stream, so
//! that goes with it.

use super::damaged;
use super::fib::{self, Fib};
use crate::error::Error;
use crate::little_endian::{stretch, u16_at, u32_at};
use encoding_rs::WINDOWS_1252;

/// The text of a document.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// Of the body.
    pub(super) body: Vec<Sign>,
    /// Of all text boxes.
    pub(super) boxes: Vec<Sign>,
    /// What quick saves say of whole pieces, by its number.
    pub(super) changes: Vec<Vec<u8>>,
}

/// A character of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub(super) character: char,
    /// Its position in the text, in units of UTF-16.
    pub(super) position: u32,
    /// Where it stands in the main stream.
    pub(super) at_bytes: u32,
    /// What a quick save says of its piece: a place in [`Pieces::changes`].
    pub(super) change: Option<u16>,
}

/// Where a piece stands.
struct Piece {
    start: u32,
    end: u32,
    at_bytes: u32,
    is_narrow: bool,
    change: Option<u16>,
}

impl Pieces {
    /// Reads the text.
    pub(super) fn read(main: &[u8], table: &[u8], fib: &Fib) -> Result<Self, Error> {
        let (pieces, changes) = list(fib.part(table, fib::PIECES))?;
        // Each unit takes a byte of its own: a text that is longer than the stream says the
        // same stretch again and again.
        let n_units: u64 = pieces.iter().map(|piece| u64::from(piece.end - piece.start)).sum();
        if n_units > main.len() as u64 {
            return Err(damaged("more text than the file can hold"));
        }
        let end = fib.boxes_at.saturating_add(fib.n_boxes);
        Ok(Self {
            body: signs(main, &pieces, 0, fib.n_body)?,
            boxes: signs(main, &pieces, fib.boxes_at, end)?,
            changes,
        })
    }
}

/// Reads the list of pieces, and what quick saves said before it.
fn list(part: &[u8]) -> Result<(Vec<Piece>, Vec<Vec<u8>>), Error> {
    let cut_off = || damaged("the list of pieces is cut off");
    let mut changes = Vec::new();
    let mut at_bytes = 0;
    while part.get(at_bytes) == Some(&1) {
        let n_bytes = usize::from(u16_at(part, at_bytes + 1).ok_or_else(cut_off)?);
        changes.push(stretch(part, at_bytes + 3, n_bytes).ok_or_else(cut_off)?.to_vec());
        at_bytes += 3 + n_bytes;
    }
    if part.get(at_bytes) != Some(&2) {
        return Err(cut_off());
    }
    let n_bytes = u32_at(part, at_bytes + 1).ok_or_else(cut_off)? as usize;
    let list = stretch(part, at_bytes + 5, n_bytes).ok_or_else(cut_off)?;
    let positions = fib::positions(list, 8);
    let mut pieces = Vec::with_capacity(positions.len());
    for (between, entry) in positions.windows(2).zip(fib::entries(list, 8)) {
        let &[start, end] = between else { continue };
        let (Some(place), Some(change)) = (u32_at(entry, 2), u16_at(entry, 6)) else { continue };
        if end < start {
            return Err(damaged("pieces out of order"));
        }
        let is_narrow = place & 0x4000_0000 != 0;
        let at_bytes = place & 0x3FFF_FFFF;
        pieces.push(Piece {
            start,
            end,
            at_bytes: if is_narrow { at_bytes / 2 } else { at_bytes },
            is_narrow,
            // Else it is one small change of looks, which a quick save rarely leaves.
            change: (change & 1 != 0).then_some(change >> 1),
        });
    }
    Ok((pieces, changes))
}

/// The characters between two positions.
fn signs(main: &[u8], pieces: &[Piece], start: u32, end: u32) -> Result<Vec<Sign>, Error> {
    let mut signs = Vec::new();
    for piece in pieces {
        let (from, to) = (piece.start.max(start), piece.end.min(end));
        if from >= to {
            continue;
        }
        let width = if piece.is_narrow { 1 } else { 2 };
        let at_bytes = u64::from(piece.at_bytes) + u64::from(from - piece.start) * width;
        let n_bytes = u64::from(to - from) * width;
        let stored = usize::try_from(at_bytes)
            .ok()
            .and_then(|at_bytes| stretch(main, at_bytes, n_bytes as usize))
            .ok_or_else(|| damaged("the text is cut off"))?;
        let sign = |character, idx: u32| Sign {
            character,
            position: from + idx,
            at_bytes: (at_bytes + u64::from(idx) * width) as u32,
            change: piece.change,
        };
        if piece.is_narrow {
            let (decoded, _) = WINDOWS_1252.decode_without_bom_handling(stored);
            signs.extend((0..).zip(decoded.chars()).map(|(idx, character)| sign(character, idx)));
            continue;
        }
        let units = stored.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
        let mut idx = 0;
        for decoded in char::decode_utf16(units) {
            let character = decoded.unwrap_or(char::REPLACEMENT_CHARACTER);
            signs.push(sign(character, idx));
            idx += character.len_utf16() as u32;
        }
    }
    Ok(signs)
}
