//! Finds the words of a list in a text, at a character.

use std::collections::HashMap;

/// Words with what is known of each, looked up by their first two characters.
pub(crate) struct Finder<T> {
    /// By first and second character (NUL where there is none), the longest first.
    words: HashMap<[char; 2], Same<T>>,
}

/// The words of the same two characters.
type Same<T> = Vec<(Box<[char]>, T)>;

impl<T> Finder<T> {
    /// The words that a text begins with, the longest first, each with its length in
    /// characters.
    pub(crate) fn at<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, &'a T)> {
        let first = text.first().copied().unwrap_or('\0');
        let second = text.get(1).copied().unwrap_or('\0');
        let of = |key: [char; 2]| self.words.get(&key).map(Vec::as_slice).unwrap_or_default();
        let longer = of([first, second]).iter();
        let single = of([first, '\0']).iter().filter(move |_| second != '\0');
        longer
            .chain(single)
            .filter(|(word, _)| !word.is_empty() && text.starts_with(word))
            .map(|(word, known)| (word.len(), known))
    }

    /// The length of the longest word that a text begins with.
    pub(crate) fn longest(&self, text: &[char]) -> Option<usize> {
        self.at(text).next().map(|(n_chars, _)| n_chars)
    }
}

impl<'a, T> FromIterator<(&'a str, T)> for Finder<T> {
    fn from_iter<I: IntoIterator<Item = (&'a str, T)>>(items: I) -> Self {
        let mut words: HashMap<[char; 2], Same<T>> = HashMap::new();
        for (word, known) in items {
            let word: Box<[char]> = word.chars().collect();
            let key = [word.first().copied().unwrap_or('\0'), word.get(1).copied().unwrap_or('\0')];
            words.entry(key).or_default().push((word, known));
        }
        for same in words.values_mut() {
            same.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Self { words }
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
