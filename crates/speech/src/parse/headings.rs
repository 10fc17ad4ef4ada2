//! Which lines are headings, and of which level.
//!
//! ```text
//! 一、坚守底线                                       stands alone
//! （一）守住经济发展底线。各镇各部门要积极作为……     runs in: up to its first 。
//! （1）发现一起、查处一起，绝不姑息……（over a line）  a numbered paragraph, no heading
//! ```

use crate::numeral::{Numeral, Spelling};
use crate::paragraph::Paragraph;
use crate::text::{is_han, length, trim};

/// Where a heading ends in its line, and what it is. In characters of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// 1 to 4, by spelling alone.
    pub(super) level: u8,
    /// How the numeral is written; nothing for a heading without one.
    pub(super) spelling: Option<Spelling>,
    /// The numeral with the blanks around it.
    pub(super) n_numeral: usize,
    /// The heading, numeral and 。 included.
    pub(super) n_heading: usize,
    /// Text follows in the same line.
    pub(super) run_in: bool,
}

/// The longest heading, in characters without its numeral. One that is longer is a
/// paragraph that begins with a number.
const LONGEST: usize = 60;

/// A heading that ends in ？ or ！ before its paragraph goes on is a short one.
const LONGEST_CALL: usize = 30;

/// The heading that a paragraph is, or begins with.
pub(super) fn heading(paragraph: &Paragraph) -> Option<Cut> {
    if paragraph.hints.table_row {
        return None;
    }
    let line = paragraph.text.as_str();
    match Numeral::read(line) {
        Some((numeral, rest)) => numbered(line, numeral, rest),
        None => by_looks(paragraph),
    }
}

/// Whether a line begins with the numeral of a heading.
pub(super) fn is_numbered(line: &str) -> bool {
    Numeral::read(line).is_some()
}

fn numbered(line: &str, numeral: Numeral, rest: &str) -> Option<Cut> {
    let n_numeral = length(line) - length(rest);
    let words = trim(rest);
    if words.is_empty() {
        return None;
    }
    // 第一，要快。第二，要准。 and （1）要快；（2）要准。 enumerate within their paragraph.
    if goes_on_counting(numeral, rest) {
        return None;
    }
    // 第一部分企业还有困难 is a sentence.
    if numeral.spelling == Spelling::Part && is_sentence_on_part(line) {
        return None;
    }
    let cut = |n_words: usize, run_in: bool| Cut {
        level: numeral.spelling.level(),
        spelling: Some(numeral.spelling),
        n_numeral,
        n_heading: if run_in { n_numeral + n_words } else { length(line) },
        run_in,
    };
    match first_sentence(rest) {
        Some(n_words) if n_words <= LONGEST => Some(cut(n_words, n_words < length(rest.trim_end()))),
        Some(_) => None,
        None => (length(words) <= LONGEST).then(|| cut(0, false)),
    }
}

/// Whether the next numeral of the same spelling stands at a sentence's start.
fn goes_on_counting(numeral: Numeral, rest: &str) -> bool {
    let mut before = None;
    rest.char_indices().any(|(at_bytes, character)| {
        let ends = "。；！;".contains(character) || character == '.' && before.is_some_and(is_han);
        before = Some(character);
        ends && Numeral::read(&rest[at_bytes + character.len_utf8()..])
            .is_some_and(|(next, _)| next.spelling == numeral.spelling && next.number == numeral.number + 1)
    })
}

/// After 第一部分 a heading goes on with a mark or a blank; words that follow at once
/// and end in 。 make it a sentence.
fn is_sentence_on_part(line: &str) -> bool {
    let after = ["部分", "章"].iter().find_map(|word| line.split_once(word)).map_or("", |(_, rest)| rest);
    let marked = after.starts_with(|c: char| c.is_whitespace() || "、，：:.．".contains(c));
    !marked && after.contains(['。', '，'])
}

/// How many characters the first sentence has, its mark included; nothing if no
/// sentence ends. A mark inside quotation marks or brackets ends none.
pub(crate) fn first_sentence(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut before = None;
    for (idx, character) in text.chars().enumerate() {
        match character {
            '“' | '《' | '（' | '(' | '「' => depth += 1,
            '”' | '》' | '）' | ')' | '」' => depth = depth.saturating_sub(1),
            '。' if depth == 0 => return Some(idx + 1),
            '！' | '？' if depth == 0 && idx < LONGEST_CALL => return Some(idx + 1),
            // A page typed in half-width marks.
            '.' if depth == 0 && before.is_some_and(is_han) => return Some(idx + 1),
            _ => {}
        }
        before = Some(character);
    }
    None
}

/// A heading without a numeral: only where the file says that it is one.
fn by_looks(paragraph: &Paragraph) -> Option<Cut> {
    let level = paragraph.hints.outline?;
    let text = trim(&paragraph.text);
    let short = !text.is_empty() && length(text) <= LONGEST && !text.contains('。');
    short.then(|| Cut {
        level: level.clamp(1, 4),
        spelling: None,
        n_numeral: 0,
        n_heading: length(&paragraph.text),
        run_in: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cut(line: &str) -> Option<(u8, usize, usize, bool)> {
        heading(&Paragraph::plain(line)).map(|cut| (cut.level, cut.n_numeral, cut.n_heading, cut.run_in))
    }

    #[test]
    fn headings_stand_alone_or_run_in() {
        assert_eq!(cut("一、提高认识"), Some((1, 2, 6, false)));
        assert_eq!(cut("（一）提高认识。各镇要抓。"), Some((2, 3, 8, true)));
        assert_eq!(cut("（一）提高认识。"), Some((2, 3, 8, false)));
        assert_eq!(cut("　　（一）讲“严。”的话。各镇"), Some((2, 5, 13, true)));
        assert_eq!(cut("1.什么是初心？就是为民。"), Some((3, 2, 8, true)));
    }

    #[test]
    fn numbered_paragraphs_are_no_headings() {
        let long = "（1）".to_owned() + &"发现一起、查处一起，".repeat(8) + "绝不姑息。";
        assert_eq!(cut(&long), None);
        assert_eq!(cut("一、"), None);
        assert_eq!(cut("第一部分企业还有困难，要帮。"), None);
        assert_eq!(cut("一季度全县生产总值增长。"), None);
    }
}
