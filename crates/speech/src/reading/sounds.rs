//! 读音: characters that are often said wrong, and characters that are said in one way in
//! this word and in another in the next. The list is `data/sounds.txt`.

use super::{Sound, starts};
use crate::text::length;
use std::collections::HashMap;

/// The list, made ready once for a speech.
#[derive(Clone, Debug)]
pub struct Sounds {
    /// By the first character of the word, the longest word first.
    words: HashMap<char, Vec<Entry>>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    word: &'static str,
    /// Which character of the word; nothing where the word is said as it looks.
    at: Option<usize>,
    pinyin: &'static str,
}

impl Sounds {
    /// The list that comes with the program.
    pub fn built_in() -> Self {
        let mut words: HashMap<char, Vec<Entry>> = HashMap::new();
        for line in include_str!("../../data/sounds.txt").lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split_whitespace();
            let Some(word) = columns.next() else { continue };
            let entry = match (columns.next(), columns.next()) {
                (Some(character), Some(pinyin)) => {
                    Entry { word, at: word.chars().position(|c| character.starts_with(c)), pinyin }
                }
                _ => Entry { word, at: None, pinyin: "" },
            };
            words.entry(word.chars().next().unwrap_or_default()).or_default().push(entry);
        }
        words.values_mut().for_each(|words| words.sort_by_key(|entry| std::cmp::Reverse(length(entry.word))));
        Self { words }
    }

    /// The characters of a text whose sound is told.
    pub(super) fn of(&self, chars: &[char]) -> Vec<Sound> {
        let mut sounds = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let words = self.words.get(&chars[at]).map(Vec::as_slice).unwrap_or_default();
            let Some(entry) = words.iter().find(|entry| starts(chars, at, entry.word)) else {
                at += 1;
                continue;
            };
            sounds.extend(entry.at.map(|idx| Sound { at: at + idx, pinyin: entry.pinyin.to_owned() }));
            at += length(entry.word);
        }
        sounds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_character_of_its_word() {
        let sounds = Sounds::built_in();
        let mut entries = sounds.words.values().flatten();
        assert!(entries.all(|entry| entry.pinyin.is_empty() == entry.at.is_none()));
    }
}
