//! 提纲. The headings of a speech, each with all that stands under it.

use crate::section;
use crate::shown::{self, PieceKind, Shown};
use crate::speech::{BlockId, BlockKind, Speech};
use crate::text::trim;
use crate::timing;
use std::ops::Range;

/// A heading with all that stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: BlockId,
    /// 1 to 4.
    pub level: u8,
    /// Its blocks, as indices; the heading is the first.
    pub blocks: Range<usize>,
    /// The heading's number as it is read: `一、`; empty if it has none.
    pub numeral: String,
    /// The heading's words, without the number.
    pub words: String,
    /// Word's 字数 of all of it.
    pub characters: usize,
}

/// The sections of a speech in the order of their headings, those of lower levels after
/// the one that they stand in.
pub fn outline(speech: &Speech) -> Vec<Section> {
    outline_of(speech, &shown::shown(speech))
}

/// As [`outline`], of a speech that is shown already.
pub fn outline_of(speech: &Speech, shown: &[Shown<'_>]) -> Vec<Section> {
    let headings = speech.blocks.iter().enumerate().filter_map(|(idx, block)| match block.kind {
        BlockKind::Heading { level, .. } => Some((idx, block.id, level)),
        _ => None,
    });
    headings
        .map(|(start, heading, level)| {
            let blocks = start..section::end(speech, start, level);
            let (numeral, words): (Vec<_>, Vec<_>) =
                shown[start].pieces.iter().partition(|piece| piece.kind == PieceKind::Numeral);
            let text = |pieces: Vec<&shown::Piece>| {
                trim(&pieces.iter().map(|piece| piece.text.as_str()).collect::<String>()).to_owned()
            };
            Section {
                heading,
                level,
                numeral: text(numeral),
                words: text(words),
                characters: timing::characters(&shown::text_of(&shown[blocks.clone()])),
                blocks,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paragraph::Paragraph;
    use crate::parse::parse;

    #[test]
    fn sections_reach_to_the_next_heading_of_their_level_or_the_closing() {
        let lines = [
            "在大会上的讲话",
            "同志们：",
            "　　一、 提高认识",
            "（一）认清形势。要看清。",
            "（二）压实责任",
            "要压实。",
            "二、狠抓落实",
            "要抓5G。",
            "同志们，让我们一起干！",
        ];
        let speech = parse(&lines.map(Paragraph::plain)).speech;
        let told: Vec<String> = outline(&speech)
            .into_iter()
            .map(|section| {
                let Section { level, blocks, numeral, words, characters, .. } = section;
                format!("{level} {blocks:?} {numeral}|{words} {characters}")
            })
            .collect();
        assert_eq!(
            told,
            [
                "1 2..7 一、|提高认识 29",
                "2 3..5 （一）|认清形势。 12",
                "2 5..7 （二）|压实责任 11",
                "1 7..9 二、|狠抓落实 10"
            ]
        );
    }

    #[test]
    fn what_is_headed_below_a_closing_is_a_section_too() {
        let lines = ["同志们：", "一、提高认识", "要看清。", "同志们，让我们一起干！"];
        let mut speech = parse(&lines.map(Paragraph::plain)).speech;
        assert_eq!(speech.blocks[3].kind, BlockKind::Closing);
        let mut below = speech.blocks[1].clone();
        below.id = BlockId(9);
        speech.blocks.push(below);
        let reach: Vec<_> = outline(&speech).into_iter().map(|section| section.blocks).collect();
        assert_eq!(reach, [1..4, 4..5]);
    }
}
