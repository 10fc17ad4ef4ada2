//! What stands in brackets after what it explains: 鸿鹄（hú）, 14.7%（百分之十四点七）.

use super::Reading;
use crate::speech::BlockKind;
use crate::text::slice;

/// Something in brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How many characters of the block's text stand before it.
    pub at: usize,
    /// It, with its brackets.
    pub text: String,
    /// It stays with the character before it: pinyin.
    pub tied: bool,
}

/// Which notes are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Characters that are often said wrong, in pinyin.
    pub pinyin: bool,
    /// Long numbers and percent, in words.
    pub numbers_in_words: bool,
}

impl Reading {
    /// The notes of a block in their order, the same pinyin only once. `text` is what the
    /// reading is of. What is not read aloud has none.
    pub fn notes(&self, text: &str, kind: BlockKind, wanted: Wanted) -> Vec<Note> {
        if matches!(kind, BlockKind::Title | BlockKind::Byline | BlockKind::Date | BlockKind::Table) {
            return Vec::new();
        }
        let mut notes: Vec<Note> = Vec::new();
        let mut told: Vec<(&str, &str)> = Vec::new();
        if wanted.pinyin {
            for sound in &self.sounds {
                let character = slice(text, sound.at..sound.at + 1);
                if !told.contains(&(character, sound.pinyin.as_str())) {
                    told.push((character, sound.pinyin.as_str()));
                    notes
                        .push(Note { at: sound.at + 1, text: format!("（{}）", sound.pinyin), tied: true });
                }
            }
        }
        if wanted.numbers_in_words {
            let in_words = self.spoken.iter();
            notes.extend(in_words.map(|spoken| Note {
                at: spoken.span.end,
                text: format!("（{}）", spoken.words),
                tied: false,
            }));
        }
        notes.sort_by_key(|note| note.at);
        notes.dedup_by_key(|note| note.at);
        notes
    }
}
