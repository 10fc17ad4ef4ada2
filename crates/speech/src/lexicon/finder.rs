//! Finds the words of a list in a text, at a character.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Words with what is known of each, looked up by their first two characters.
pub(crate) struct Finder<T> {
    /// A bit for each first character of a word. A text is asked at every character for the
    /// words of every list, and most lists are short: as a rule the answer is here.
    firsts: Box<[u64; N_FIRSTS / 64]>,
    /// By the first two characters (NUL where there is no second), the longest first.
    words: HashMap<u64, Same<T>, BuildHasherDefault<PairHasher>>,
}

/// The words of the same two characters.
type Same<T> = Vec<(Box<[char]>, T)>;

/// How many first characters are told apart; two that share a bit cost only a look-up.
const N_FIRSTS: usize = 1 << 16;

impl<T> Finder<T> {
    /// The words that a text begins with, the longest first, each with its length in
    /// characters.
    pub(crate) fn at<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, &'a T)> {
        let first = text.first().copied().filter(|first| self.may_begin(*first));
        let second = text.get(1).copied().unwrap_or('\0');
        let of = move |second| {
            first
                .and_then(|first| self.words.get(&pair(first, second)))
                .map(Vec::as_slice)
                .unwrap_or_default()
        };
        let single = if second == '\0' { &[] } else { of('\0') };
        of(second)
            .iter()
            .chain(single)
            .filter(|(word, _)| text.starts_with(word))
            .map(|(word, known)| (word.len(), known))
    }

    /// The length of the longest word that a text begins with.
    pub(crate) fn longest(&self, text: &[char]) -> Option<usize> {
        self.at(text).next().map(|(n_chars, _)| n_chars)
    }

    fn may_begin(&self, first: char) -> bool {
        let (idx, bit) = place(first);
        self.firsts[idx] & bit != 0
    }
}

/// The bit of a first character.
fn place(first: char) -> (usize, u64) {
    let first = first as usize % N_FIRSTS;
    (first / 64, 1 << (first % 64))
}

impl<T> Default for Finder<T> {
    /// Of no words.
    fn default() -> Self {
        std::iter::empty::<(&str, T)>().collect()
    }
}

impl<'a, T> FromIterator<(&'a str, T)> for Finder<T> {
    fn from_iter<I: IntoIterator<Item = (&'a str, T)>>(items: I) -> Self {
        let mut firsts = Box::new([0; N_FIRSTS / 64]);
        let mut words: HashMap<u64, Same<T>, _> = HashMap::default();
        for (word, known) in items {
            let word: Box<[char]> = word.chars().collect();
            let Some(first) = word.first().copied() else { continue };
            let (idx, bit) = place(first);
            firsts[idx] |= bit;
            let second = word.get(1).copied().unwrap_or('\0');
            words.entry(pair(first, second)).or_default().push((word, known));
        }
        for same in words.values_mut() {
            same.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Self { firsts, words }
    }
}

/// Words of two characters.
#[derive(Default)]
pub(super) struct Pairs(HashSet<u64, BuildHasherDefault<PairHasher>>);

impl Pairs {
    pub(super) fn contains(&self, first: char, second: char) -> bool {
        self.0.contains(&pair(first, second))
    }
}

impl FromIterator<(char, char)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (char, char)>>(items: I) -> Self {
        Self(items.into_iter().map(|(first, second)| pair(first, second)).collect())
    }
}

/// Two characters as one number.
fn pair(first: char, second: char) -> u64 {
    u64::from(first as u32) << 32 | u64::from(second as u32)
}

/// Hashes a [`pair`] by one multiplication. The tables hold our own words alone, so nobody
/// can choose them to collide.
#[derive(Default)]
struct PairHasher(u64);

impl Hasher for PairHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _bytes: &[u8]) {
        unreachable!("a pair is hashed as one number")
    }

    fn write_u64(&mut self, pair: u64) {
        // 2⁶⁴ / φ; the table looks at both ends of the result.
        self.0 = pair.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_comes_first() {
        let finder: Finder<u8> = [("陕", 1), ("陕西", 2), ("陕西省", 3), ("山西", 4)].into_iter().collect();
        let found = |text: &str| -> Vec<(usize, u8)> {
            let chars: Vec<char> = text.chars().collect();
            finder.at(&chars).map(|(n_chars, known)| (n_chars, *known)).collect()
        };
        assert_eq!(found("陕西省委"), [(3, 3), (2, 2), (1, 1)]);
        assert_eq!(found("陕"), [(1, 1)]);
        assert_eq!(found("西"), []);
        assert_eq!(found(""), []);
    }
}
