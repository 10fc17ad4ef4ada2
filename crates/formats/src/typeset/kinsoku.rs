//! 避头尾: what may not begin a line, what may not end one, and what gives way.
//!
//! GB/T 15834—2011 标点符号用法, 5.1: 。，、；：？！ and closing quotes, brackets and title
//! marks don't begin a line (5.1.1 to 5.1.3), opening ones don't end one (5.1.3), —— and ……
//! are not broken in two (5.1.4, 5.1.5). That marks may give way, and that one is rather
//! taken into the line before than a character moved out of it, is after W3C, Requirements
//! for Chinese Text Layout, 3.1.6 to 3.1.8.

use speech::text::is_blank;

/// Marks that don't begin a line. The last ones are units: 5℃ is a number's.
const NOT_FIRST: &str = "。．，、；：？！”’）〕】》〉」』］｝)]},.;:?!…—～·％%‰℃°′″";

/// Marks that don't end a line.
const NOT_LAST: &str = "“‘（〔【《〈「『［｛([{￥¥＄$№";

/// Marks whose blank is on their right.
const BLANK_RIGHT: &str = "。．，、；：”’）〕】》〉」』］｝";

/// Marks whose blank is on their left.
const BLANK_LEFT: &str = "“‘（〔【《〈「『［｛";

/// Whether a line may end between two characters that follow one another.
pub(super) fn may_part(before: char, after: char) -> bool {
    if is_blank(after) || NOT_LAST.contains(before) {
        return false;
    }
    // —— and …… may stand at the end of a line, whole; at its beginning only where a
    // paragraph begins with them.
    if NOT_FIRST.contains(after) {
        return false;
    }
    is_blank(before) || !(in_word(before) && in_word(after))
}

/// Letters, digits and what stands among them: `GDP`, `14.7`, `2020-2025`, `５Ｇ`.
pub(super) fn in_word(character: char) -> bool {
    character.is_ascii_graphic()
        || matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
        || (character.is_alphabetic() && !speech::text::is_han(character) && !is_wide(character))
        || character.is_ascii_digit()
}

/// Scripts that are broken anywhere as Han is.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3100}'..='\u{312F}' | '\u{AC00}'..='\u{D7A3}')
}

/// How much of its width a mark can give: half of it, on one side. A mark that ends a line
/// gives what stands to its right, as all do.
pub(super) fn gives(character: char) -> Option<Side> {
    if BLANK_RIGHT.contains(character) {
        Some(Side::Right)
    } else if BLANK_LEFT.contains(character) {
        Some(Side::Left)
    } else {
        None
    }
}

/// On which side of a mark its blank is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// （
    Left,
    /// ，
    Right,
}

/// Whether room may be made between two characters so that a line reaches its edge.
pub(super) fn may_stretch(before: char, after: char) -> bool {
    let pair = before == after && matches!(before, '—' | '…');
    !(pair || in_word(before) && in_word(after))
}
