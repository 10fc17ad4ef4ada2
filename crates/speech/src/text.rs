//! Places in a text. Everything is counted in characters (Unicode scalar
//! values), never in bytes: `一、提高认识` has its `提` at column 3.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A half-open range of characters, from 0.
pub type Span = Range<usize>;

/// Where something stands in a file: both count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 1, blank ones counted.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// How many characters a text has.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// The part of a text that a span of characters covers. Ends beyond the text are
/// taken for its end.
pub fn slice(text: &str, span: Span) -> &str {
    let mut starts_bytes = text.char_indices().map(|(at_bytes, _)| at_bytes).chain([text.len()]);
    let start_bytes = starts_bytes.nth(span.start).unwrap_or(text.len());
    match span.end.checked_sub(span.start) {
        None | Some(0) => "",
        Some(n_chars) => {
            let end_bytes = starts_bytes.nth(n_chars - 1).unwrap_or(text.len());
            &text[start_bytes..end_bytes]
        }
    }
}

/// A text of which many parts are asked for: where each character begins is looked up
/// once, so that a line as long as a book is cut in one pass.
pub(crate) struct Characters<'a> {
    text: &'a str,
    starts_bytes: Vec<usize>,
}

impl<'a> Characters<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let starts_bytes = text.char_indices().map(|(at_bytes, _)| at_bytes).chain([text.len()]).collect();
        Self { text, starts_bytes }
    }

    pub(crate) fn len(&self) -> usize {
        self.starts_bytes.len() - 1
    }

    /// As [`slice`].
    pub(crate) fn slice(&self, span: Span) -> &'a str {
        let at_bytes = |idx: usize| self.starts_bytes.get(idx).copied().unwrap_or(self.text.len());
        &self.text[at_bytes(span.start)..at_bytes(span.end.max(span.start))]
    }
}

/// A full-width letter, digit or mark as its half-width twin (Ｘ → X, ％ → %,
/// U+3000 → space); any other character as it is. One character gives one, so
/// columns stay right.
pub fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

/// Whether a character is a Han one, extensions included.
pub fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '〇' | '々'
        | '\u{20000}'..='\u{323AF}')
}

/// Whether a character is one of a few marks. For a handful this is quicker than a search
/// in their bytes, and it is asked at every character.
pub(crate) fn is_one_of(character: char, marks: &str) -> bool {
    marks.chars().any(|mark| mark == character)
}

/// What may stand before a line or after it without being part of it: blanks of
/// all widths, tabs, the invisible marks that web pages leave.
pub fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// The text without the blanks around it.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_are_of_characters() {
        assert_eq!(slice("一、𠮷祥", 2..3), "𠮷");
        assert_eq!(slice("一、", 1..9), "、");
        assert_eq!(slice("一、", 5..9), "");
        assert_eq!(slice("一、", 1..1), "");
    }

    #[test]
    fn folding_keeps_the_number_of_characters() {
        let folded: String = "Ｘ％　县".chars().map(half_width).collect();
        assert_eq!(folded, "X% 县");
    }
}
