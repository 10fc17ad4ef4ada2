//! How long a speech is, and how long it takes to give.

use crate::text::is_blank;

/// Characters a minute, unless the writer says otherwise.
pub const DEFAULT_RATE: u32 = 180;

/// Word's 字数: a Han character or a full-width mark counts one, a run of anything
/// else (Latin letters, digits, 14.7%) one together, blanks nothing.
pub fn characters(text: &str) -> usize {
    let mut n_characters = 0;
    let mut in_run = false;
    for character in text.chars() {
        if is_blank(character) {
            in_run = false;
        } else if is_full_width(character) {
            n_characters += 1;
            in_run = false;
        } else {
            n_characters += usize::from(!in_run);
            in_run = true;
        }
    }
    n_characters
}

/// Minutes to speak that many characters, to one decimal. A rate of 0 gives 0.
pub fn minutes(characters: usize, rate: u32) -> f64 {
    if rate == 0 {
        return 0.0;
    }
    (characters as f64 / f64::from(rate) * 10.0).round() / 10.0
}

/// Han characters, the marks of Chinese and Japanese, full-width forms; and the
/// quotes, dashes and dots that Chinese text sets in full width.
fn is_full_width(character: char) -> bool {
    crate::text::is_han(character)
        || matches!(character,
            '\u{2E80}'..='\u{312F}' | '\u{31A0}'..='\u{33FF}' | '\u{AC00}'..='\u{D7A3}'
            | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
            | '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '×' | '○' | '●' | '□' | '■' | '△' | '①'..='⑳')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_counts_the_same() {
        assert_eq!(characters("同志们："), 4);
        assert_eq!(characters("增长14.7%。"), 4);
        assert_eq!(characters("5G和千兆"), 4);
        assert_eq!(characters("New York, 2020"), 3);
        assert_eq!(characters("　 \t"), 0);
    }

    #[test]
    fn minutes_have_one_decimal() {
        assert_eq!(minutes(7_969, 180), 44.3);
        assert_eq!(minutes(100, 0), 0.0);
    }
}
