//! Where the `**` of Markdown may stand: what its reader takes for a bold part is
//! what its writer makes one.
//!
//! The rule of CommonMark fails in Chinese, where no blank parts words: after it,
//! `**一是抓落实。**各镇` is not bold. This one asks what is inside the marks only.

/// Whether a bold part may begin with that character: not with a blank, nor with what
/// closes a phrase or measures a slot, as in `增长**%，**县`.
pub(crate) fn may_begin(character: char) -> bool {
    !character.is_whitespace() && !"%％‰，。、；：！？）】」』”’》,.;:!?)]}".contains(character)
}

/// Whether a bold part may end with that character: not with a blank, nor with what
/// opens a phrase.
pub(crate) fn may_end(character: char) -> bool {
    !character.is_whitespace() && !"（【「『“‘《([{".contains(character)
}
