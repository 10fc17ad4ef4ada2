//! Folding: what counts as the same text. `專業結構`, `专业结构` and `Ｘ％` `x%` are
//! equal after it: Unicode's NFKC, lower case, and each traditional character as its
//! simplified one. Nothing else is folded; punctuation and blanks stay.
//!
//! Folding may change the number of characters (`㈱` is `(株)`, `é` written in two is
//! one), so a folded text remembers which characters of the original it came from.

use speech::Span;
use std::collections::HashMap;
use std::iter;
use std::sync::LazyLock;
use unicode_normalization::{
    IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfkc_quick,
};

/// A folded text and where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Folded {
    /// The folded text.
    pub(crate) text: String,
    /// For each character of the folded text, the characters of the original that
    /// it was made from: one, or all of a group that can't be told apart.
    origins: Vec<Span>,
}

impl Folded {
    /// The characters of the original that a span of folded characters covers. An
    /// empty span covers none.
    pub(crate) fn original(&self, span: Span) -> Span {
        match self.origins.get(span) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.clone(),
            _ => 0..0,
        }
    }
}

/// The folded text alone.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for_each_group(text, |group, _| fold_group(group, |character| folded.push(character)));
    folded
}

/// The folded text with its way back to the original.
pub(crate) fn fold_with_origins(text: &str) -> Folded {
    let mut folded = Folded::default();
    for_each_group(text, |group, span| {
        fold_group(group, |character| {
            folded.text.push(character);
            folded.origins.push(span.clone());
        });
    });
    folded
}

/// Cuts a text where nothing on the left can melt with anything on the right, so
/// that folding the groups one by one is folding the whole.
fn for_each_group(text: &str, mut take: impl FnMut(&str, Span)) {
    let (mut start_bytes, mut start) = (0, 0);
    for (at, (at_bytes, character)) in text.char_indices().enumerate() {
        if at > start && begins_group(character) {
            take(&text[start_bytes..at_bytes], start..at);
            (start_bytes, start) = (at_bytes, at);
        }
    }
    if start_bytes < text.len() {
        take(&text[start_bytes..], start..start + text[start_bytes..].chars().count());
    }
}

/// A character that never composes with, or moves before, what stands on its left.
fn begins_group(character: char) -> bool {
    if matches!(character, '\u{20}'..='\u{7E}' | '\u{3001}'..='\u{3029}' | '\u{4E00}'..='\u{9FFF}') {
        return true;
    }
    // What counts is the first character that it decomposes to: the half-width ﾞ is
    // a starter, yet it becomes a mark that melts with the kana before it.
    let first = iter::once(character).nfkd().next().unwrap_or(character);
    canonical_combining_class(first) == 0 && is_nfkc_quick(iter::once(first)) != IsNormalized::Maybe
}

fn fold_group(group: &str, mut push: impl FnMut(char)) {
    let mut characters = group.chars();
    if let (Some(only @ '\u{4E00}'..='\u{9FFF}'), None) = (characters.next(), characters.next()) {
        // Nearly all of a speech: NFKC and lower case change nothing here.
        push(simplified(only));
        return;
    }
    for character in group.nfkc() {
        character.to_lowercase().map(simplified).for_each(&mut push);
    }
}

fn simplified(character: char) -> char {
    match character {
        // No traditional character stands below, most of a Latin text does.
        ..'\u{3400}' => character,
        _ => SIMPLIFIED.get(&character).copied().unwrap_or(character),
    }
}

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let lines = include_str!("../data/simplified.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut pair = line.chars();
            Some((pair.next()?, pair.next()?))
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn folds(text: &str, expected: &str) {
        assert_eq!(fold(text), expected, "{text}");
    }

    #[test]
    fn what_is_equal() {
        folds("專業結構與發展", "专业结构与发展");
        folds("Ｘ％", "x%");
        folds("ＧＤＰ增长３．５％", "gdp增长3.5%");
        folds("㈱①½", "(株)11⁄2");
        folds("cafe\u{301}", "café");
        folds("ﾊﾞ", "バ");
        folds("\u{1112}\u{1161}\u{11AB}", "한");
        folds("一、“稳中求进”——　。", "一、“稳中求进”—— 。");
        folds("𠮷", "𠮷");
        folds("", "");
    }

    #[test]
    fn the_way_back_is_in_characters_of_the_original() {
        let folded = fold_with_origins("某㈱与cafe\u{301}會");
        assert_eq!(folded.text, "某(株)与café会");
        assert_eq!(folded.original(2..3), 1..2, "株 is within ㈱");
        assert_eq!(folded.original(8..9), 6..8, "é is two characters");
        assert_eq!(folded.original(0..10), 0..9);
        assert_eq!(folded.original(4..4), 0..0);
    }

    proptest! {
        #[test]
        fn folding_in_groups_is_folding_the_whole(text in r"[\PC一二專業é\u{301}ㄱ-ㅎ\u{1100}-\u{11FF}ｱ-ﾟ㈱①½ⅣａＡ]{0,40}") {
            let whole: String = text.nfkc().flat_map(char::to_lowercase).map(simplified).collect();
            prop_assert_eq!(fold(&text), whole.clone());
            let folded = fold_with_origins(&text);
            prop_assert_eq!(folded.text, whole);
            let length = text.chars().count();
            prop_assert!(folded.origins.is_sorted_by_key(|span| span.start));
            prop_assert!(folded.origins.iter().all(|span| span.start < span.end && span.end <= length));
        }
    }
}
