//! How much of its origin a block still has.

use crate::share::shares;
use crate::speech::{Block, BlockId, Inline, Speech};
use crate::text::length;
use std::collections::HashMap;

/// Where a speech was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The documents, by their first blocks.
    pub sources: Vec<Source>,
    /// How many characters were written here.
    pub n_own: usize,
    /// How many there are; slots, numbers and markers not counted.
    pub n_all: usize,
}

/// A document that something was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub document: String,
    /// The blocks that came from it, in the order of the text, each with its place there.
    pub blocks: Vec<(BlockId, BlockId)>,
    /// How many of its characters are still there.
    pub n_left: usize,
    /// How many were taken.
    pub n_taken: usize,
}

impl Sources {
    /// How much was written here and how much is each source's, in whole percents that make up
    /// a hundred; of a text without words all is written here.
    pub fn percents(&self) -> (u32, Vec<u32>) {
        if self.n_all == 0 {
            return (100, vec![0; self.sources.len()]);
        }
        let left = self.sources.iter().map(|source| source.n_left);
        let lengths: Vec<usize> = [self.n_own].into_iter().chain(left).collect();
        let mut percents = shares(&lengths, 100);
        (percents.remove(0), percents)
    }
}

/// Where the blocks of a speech were taken from, and how much of each is left.
pub fn sources(speech: &Speech) -> Sources {
    let mut all = Sources::default();
    for block in &speech.blocks {
        let new: Vec<char> = words(block).chars().collect();
        all.n_all += new.len();
        let Some(origin) = &block.origin else {
            all.n_own += new.len();
            continue;
        };
        let old: Vec<char> = origin.words.chars().collect();
        let n_left = n_common(&old, &new);
        all.n_own += new.len() - n_left;
        let known = all.sources.iter().position(|source| source.document == origin.document);
        let idx = known.unwrap_or_else(|| {
            let document = origin.document.clone();
            all.sources.push(Source { document, blocks: Vec::new(), n_left: 0, n_taken: 0 });
            all.sources.len() - 1
        });
        let source = &mut all.sources[idx];
        source.blocks.push((block.id, origin.block));
        source.n_left += n_left;
        source.n_taken += length(&origin.words);
    }
    all
}

/// The words of a block: slots, numbers and markers left out.
pub fn words(block: &Block) -> String {
    let words = block.inlines.iter().filter_map(|inline| match inline {
        Inline::Text { text, .. } => Some(text.as_str()),
        Inline::Slot { .. } | Inline::Marker { .. } => None,
    });
    words.collect()
}

/// The share, 0 to 1, of the origin's characters that are still in the block, in their
/// order; slots and their values not counted. Nothing for a block that was written
/// here; 1 for an origin without words.
pub fn left(block: &Block) -> Option<f64> {
    let origin = block.origin.as_ref()?;
    let (old, new) = (origin.words.chars().collect::<Vec<_>>(), words(block).chars().collect::<Vec<_>>());
    if old.is_empty() {
        return Some(1.0);
    }
    Some(n_common(&old, &new) as f64 / old.len() as f64)
}

/// The length of the longest common subsequence.
fn n_common(old: &[char], new: &[char]) -> usize {
    // Most blocks are untouched, or touched in one place.
    let n_start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[n_start..], &new[n_start..]);
    let n_end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[..old.len() - n_end], &new[..new.len() - n_end]);
    n_start + n_end + n_common_within(old, new)
}

/// As [`n_common`], 64 characters of the old text at a time, as the window asks it of each
/// block after each change: a bit of the row is clear where the longest common subsequence
/// grows by that character.
/// H. Hyyrö, “Bit-Parallel LCS-length Computation Revisited”, 2004.
fn n_common_within(old: &[char], new: &[char]) -> usize {
    let n_words = old.len().div_ceil(64);
    let mut places: HashMap<char, Vec<u64>> = HashMap::new();
    for (idx, character) in old.iter().enumerate() {
        places.entry(*character).or_insert_with(|| vec![0; n_words])[idx / 64] |= 1 << (idx % 64);
    }
    let mut row = vec![u64::MAX; n_words];
    for places in new.iter().filter_map(|character| places.get(character)) {
        let mut carry = false;
        for (word, places) in row.iter_mut().zip(places) {
            let matched = *word & places;
            let (sum, over) = word.overflowing_add(matched);
            let (sum, over_again) = sum.overflowing_add(carry.into());
            carry = over || over_again;
            *word = sum | (*word & !matched);
        }
    }
    // What stands beyond the last character was never matched and stays set.
    row.iter().map(|word| word.count_zeros() as usize).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn common(old: &str, new: &str, expected: usize) {
        let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
        assert_eq!(n_common(&old, &new), expected);
    }

    #[test]
    fn what_is_left_is_counted_in_order() {
        common("提高认识", "提高认识", 4);
        common("提高认识", "切实提高思想认识", 4);
        common("提高认识", "认识提高", 2);
        common("提高认识", "", 0);
    }

    #[test]
    fn sources_are_told_with_what_is_left_of_them() {
        let block = |id: u32, text: &str, origin: Option<(&str, u32, &str)>| Block {
            id: BlockId(id),
            kind: crate::speech::BlockKind::Paragraph,
            numeral: None,
            inlines: vec![Inline::Text { text: text.to_owned(), strong: false }],
            origin: origin.map(|(document, block, words)| crate::speech::Origin {
                document: document.to_owned(),
                block: BlockId(block),
                words: words.to_owned(),
            }),
        };
        let speech = Speech {
            blocks: vec![
                block(1, "提高思想认识", Some(("d7", 3, "提高认识"))),
                block(2, "自己写的", None),
                block(3, "狠抓", Some(("d8", 9, "狠抓落实"))),
                block(4, "再接再厉", Some(("d7", 5, "再接再厉"))),
            ],
            ..Speech::default()
        };
        let all = sources(&speech);
        assert_eq!((all.n_own, all.n_all), (6, 16));
        // 37.5, 50 and 12.5 of a hundred.
        assert_eq!(all.percents(), (38, vec![50, 12]));
        assert_eq!(sources(&Speech::default()).percents(), (100, vec![]));
        let told: Vec<_> =
            all.sources.iter().map(|one| (one.document.as_str(), one.n_left, one.n_taken)).collect();
        assert_eq!(told, [("d7", 8, 8), ("d8", 2, 4)]);
        assert_eq!(all.sources[0].blocks, [(BlockId(1), BlockId(3)), (BlockId(4), BlockId(5))]);
    }

    /// The table that everybody knows.
    fn by_table(old: &[char], new: &[char]) -> usize {
        let mut above = vec![0_usize; new.len() + 1];
        for old_char in old {
            let mut diagonal = 0;
            for (idx, new_char) in new.iter().enumerate() {
                let here = if old_char == new_char { diagonal + 1 } else { above[idx + 1].max(above[idx]) };
                diagonal = std::mem::replace(&mut above[idx + 1], here);
            }
        }
        above[new.len()]
    }

    proptest! {
        #[test]
        fn the_quick_way_counts_the_same(old in "[一二三四𠮷]{0,300}", new in "[一二三四𠮷]{0,300}") {
            let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
            prop_assert_eq!(n_common(&old, &new), by_table(&old, &new));
        }
    }
}
