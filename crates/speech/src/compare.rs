//! 比较: what has become of a text, block by block and character by character.
//!
//! ```text
//! 下面，我讲[三→四]点意见：      changed
//! + 四、加强领导                 added
//! - 这一段不要了。               taken out
//! ↕ （二）守住民生底线。          moved
//! ```
//!
//! A block is the same one where it has the same id: both texts are states of one draft.

use crate::shown::{Shown, shown};
use crate::speech::{BlockId, Speech};
use dissimilar::Chunk;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// A block of either text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The block.
    pub block: BlockId,
    /// What has become of it.
    pub change: Change,
    /// Its words, those that went and those that came.
    pub pieces: Vec<Piece>,
}

/// What has become of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Nothing.
    Same,
    /// Some of its words are others.
    Changed,
    /// It stands elsewhere; its words may be others, too.
    Moved,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// A stretch of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub side: Side,
}

/// Which of the texts words stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// In both.
    Both,
    /// In the old one alone.
    Old,
    /// In the new one alone.
    New,
}

/// The blocks of both texts: those of the new one in their order, those that are gone where
/// they stood.
pub fn compare(old: &Speech, new: &Speech) -> Vec<Compared> {
    let (old, new) = (shown(old), shown(new));
    let before: HashMap<BlockId, usize> = places(&old);
    let after: HashMap<BlockId, usize> = places(&new);
    let kept = in_order(&new, &before);
    let mut compared = Vec::new();
    let mut next_old = 0;
    let gone = |range: std::ops::Range<usize>, compared: &mut Vec<Compared>| {
        for shown in old[range].iter().filter(|shown| !after.contains_key(&shown.block.id)) {
            compared.push(whole(shown, Change::Removed, Side::Old));
        }
    };
    for shown in &new {
        let Some(place) = before.get(&shown.block.id).copied() else {
            compared.push(whole(shown, Change::Added, Side::New));
            continue;
        };
        let is_kept = kept.contains(&place);
        if is_kept {
            gone(next_old..place, &mut compared);
            next_old = place + 1;
        }
        let pieces = diff(&old[place].text(), &shown.text());
        let change = match (is_kept, pieces.iter().all(|piece| piece.side == Side::Both)) {
            (false, _) => Change::Moved,
            (true, true) => Change::Same,
            (true, false) => Change::Changed,
        };
        compared.push(Compared { block: shown.block.id, change, pieces });
    }
    gone(next_old..old.len(), &mut compared);
    compared
}

fn places(shown: &[Shown<'_>]) -> HashMap<BlockId, usize> {
    shown.iter().enumerate().map(|(place, shown)| (shown.block.id, place)).collect()
}

fn whole(shown: &Shown<'_>, change: Change, side: Side) -> Compared {
    Compared { block: shown.block.id, change, pieces: vec![Piece { text: shown.text(), side }] }
}

/// The places in the old text of as many blocks as possible that follow one another in both:
/// the longest increasing row. All others have moved.
fn in_order(new: &[Shown<'_>], before: &HashMap<BlockId, usize>) -> HashSet<usize> {
    let places: Vec<usize> = new.iter().filter_map(|shown| before.get(&shown.block.id).copied()).collect();
    // For each length the row that ends lowest, by the place of its end.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; places.len()];
    for (idx, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places[*end] < *place);
        previous[idx] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(idx);
        } else {
            ends[length] = idx;
        }
    }
    let mut kept = HashSet::new();
    let mut at = ends.last().copied();
    while let Some(idx) = at {
        kept.insert(places[idx]);
        at = previous[idx];
    }
    kept
}

fn diff(old: &str, new: &str) -> Vec<Piece> {
    let pieces = dissimilar::diff(old, new).into_iter().map(|chunk| match chunk {
        Chunk::Equal(text) => Piece { text: text.to_owned(), side: Side::Both },
        Chunk::Delete(text) => Piece { text: text.to_owned(), side: Side::Old },
        Chunk::Insert(text) => Piece { text: text.to_owned(), side: Side::New },
    });
    pieces.collect()
}
