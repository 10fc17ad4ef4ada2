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
use serde::{Deserialize, Serialize};
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub side: Side,
}

/// Which of the texts words stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// The words of two texts. A figure is one word: 8.5 becomes 9.1, not 8 becomes 9.
pub(crate) fn diff(old: &str, new: &str) -> Vec<Piece> {
    let mut figures = Figures::default();
    let (old, new) = (figures.hide(old), figures.hide(new));
    let pieces = dissimilar::diff(&old, &new).into_iter().map(|chunk| match chunk {
        Chunk::Equal(text) => Piece { text: figures.show(text), side: Side::Both },
        Chunk::Delete(text) => Piece { text: figures.show(text), side: Side::Old },
        Chunk::Insert(text) => Piece { text: figures.show(text), side: Side::New },
    });
    pieces.collect()
}

/// Figures, each known by one character of those that no text has.
#[derive(Default)]
struct Figures {
    figures: Vec<String>,
}

/// The characters that stand for figures: the last two planes, which are for private use.
const FIGURES: std::ops::Range<u32> = 0xF_0000..0x10_FFFE;

impl Figures {
    fn hide(&mut self, text: &str) -> String {
        let mut hidden = String::new();
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let n_bytes = figure_bytes(rest);
            let (figure, after) = rest.split_at(n_bytes.max(next.len_utf8()));
            rest = after;
            // A text of those characters, or of too many figures, is compared as it is.
            let standing = if n_bytes > 1 || FIGURES.contains(&(next as u32)) {
                self.standing_for(figure)
            } else {
                None
            };
            match standing {
                Some(character) => hidden.push(character),
                None => hidden.push_str(figure),
            }
        }
        hidden
    }

    fn standing_for(&mut self, figure: &str) -> Option<char> {
        let known = self.figures.iter().position(|known| known == figure);
        let idx = known.unwrap_or_else(|| {
            self.figures.push(figure.to_owned());
            self.figures.len() - 1
        });
        char::from_u32(FIGURES.start + u32::try_from(idx).ok()?).filter(|c| FIGURES.contains(&(*c as u32)))
    }

    fn show(&self, text: &str) -> String {
        let mut shown = String::new();
        for character in text.chars() {
            let idx = (character as u32).checked_sub(FIGURES.start).map(|idx| idx as usize);
            match idx.and_then(|idx| self.figures.get(idx)) {
                Some(figure) => shown.push_str(figure),
                None => shown.push(character),
            }
        }
        shown
    }
}

/// How many bytes of a text are the figure that it begins with: 12.5, 3,000.
fn figure_bytes(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut n_bytes = 0;
    while is_digit(n_bytes)
        || (n_bytes > 0 && matches!(bytes.get(n_bytes), Some(b'.' | b',')) && is_digit(n_bytes + 1))
    {
        n_bytes += 1;
    }
    n_bytes
}
