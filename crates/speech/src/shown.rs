//! A speech as it is read: numbers, markers and values written out.
//!
//! Everything that a person sees comes from here: the window's text, what `show`
//! prints, what each writer of files maps to its format. An unfilled slot shows
//! its placeholder.

use crate::left_empty::slot_text;
use crate::number;
use crate::numeral;
use crate::parse::headings::first_sentence;
use crate::speech::{Block, BlockKind, FieldId, Inline, Numeral, Speech};
use crate::text::{Position, length};

/// Characters of a line on paper: GB/T 9704—2012, 5.2.3.
const LINE: usize = 28;

/// A block as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The block.
    pub block: &'a Block,
    /// The number of a numbered heading.
    pub number: Option<u32>,
    /// The next block goes on in the same line.
    pub run_in: bool,
    /// Its stretches, none of them empty.
    pub pieces: Vec<Piece>,
}

impl Shown<'_> {
    /// The text of the block.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// How many characters of the text are the number before a heading.
    pub fn n_numeral(&self) -> usize {
        let numerals = self.pieces.iter().filter(|piece| piece.kind == PieceKind::Numeral);
        numerals.map(|piece| length(&piece.text)).sum()
    }

    /// How many characters the first sentence of a member has that begins this paragraph, its
    /// mark included: 一是抓早。 where more follows it. 0 where it begins with no marker, or is
    /// one sentence, or the first is longer than a line.
    pub fn n_member_sentence(&self) -> usize {
        let begins = matches!(self.pieces.first(), Some(Piece { kind: PieceKind::Marker { .. }, .. }));
        if self.block.kind != BlockKind::Paragraph || !begins {
            return 0;
        }
        let text = self.text();
        let sentence = first_sentence(&text).filter(|n_characters| *n_characters <= LINE);
        sentence.filter(|n_characters| *n_characters < length(&text)).unwrap_or(0)
    }
}

/// A stretch of a block as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What is read.
    pub text: String,
    /// What it is.
    pub kind: PieceKind,
}

/// What a stretch of a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// The number of a heading, with its mark: `一、`.
    Numeral,
    /// Words.
    Text {
        /// Bold.
        strong: bool,
    },
    /// 一是, 首先.
    Marker {
        /// Its enumeration.
        series: u32,
        /// Its place in the enumeration, from 1.
        number: u32,
    },
    /// A slot.
    Slot {
        /// The fact it asks for.
        field: FieldId,
        /// Not filled: the text is the placeholder.
        open: bool,
    },
}

/// All blocks of a speech as they are read.
pub fn shown(speech: &Speech) -> Vec<Shown<'_>> {
    let heading_numbers = number::heading_numbers(speech);
    let marker_numbers = number::marker_numbers(speech);
    let next_kinds = speech.blocks.iter().skip(1).map(|block| Some(block.kind)).chain([None]);
    let blocks = speech.blocks.iter().zip(heading_numbers).zip(marker_numbers).zip(next_kinds);
    blocks
        .map(|(((block, number), markers), next)| Shown {
            block,
            number,
            run_in: runs_in(block.kind, next),
            pieces: pieces(speech, block, number, &markers),
        })
        .collect()
}

/// The text of a speech: one paragraph a line, none after a run-in heading.
pub fn text(speech: &Speech) -> String {
    text_of(&shown(speech))
}

/// The text of some blocks of a speech that follow one another.
pub fn text_of(blocks: &[Shown<'_>]) -> String {
    let mut text = String::new();
    for (idx, block) in blocks.iter().enumerate() {
        block.pieces.iter().for_each(|piece| text.push_str(&piece.text));
        if !block.run_in && idx + 1 < blocks.len() {
            text.push('\n');
        }
    }
    text
}

/// Where each block begins in the text of the blocks: line and column from 1.
pub fn positions(blocks: &[Shown<'_>]) -> Vec<Position> {
    let mut at = Position { line: 1, column: 1 };
    let mut positions = Vec::new();
    for block in blocks {
        positions.push(at);
        at = if block.run_in {
            Position { column: at.column + length(&block.text()), ..at }
        } else {
            Position { line: at.line + 1, column: 1 }
        };
    }
    positions
}

/// A run-in heading that no paragraph follows stands alone.
pub(crate) fn runs_in(kind: BlockKind, next: Option<BlockKind>) -> bool {
    matches!(kind, BlockKind::Heading { run_in: true, .. }) && next == Some(BlockKind::Paragraph)
}

/// What is read of each inline of a block: a slot's value, a counted marker.
pub(crate) fn inline_texts(speech: &Speech, block_idx: usize) -> Vec<String> {
    let markers = number::marker_numbers(speech);
    let mut markers = markers.get(block_idx).into_iter().flatten();
    let text = |inline: &Inline| match inline {
        Inline::Text { text, .. } => text.clone(),
        Inline::Slot { field, as_written } => slot_text(speech.field(*field), as_written),
        Inline::Marker { as_written, computed, .. } => {
            let number = markers.next().copied().unwrap_or(1);
            if *computed { numeral::recount(as_written, number) } else { as_written.clone() }
        }
    };
    speech.blocks.get(block_idx).map(|block| block.inlines.iter().map(text).collect()).unwrap_or_default()
}

fn pieces(speech: &Speech, block: &Block, number: Option<u32>, markers: &[u32]) -> Vec<Piece> {
    let mut markers = markers.iter();
    let numeral = block.numeral.as_ref().map(|numeral| Piece {
        text: match (numeral, block.kind, number) {
            (Numeral::Computed, BlockKind::Heading { level, .. }, Some(number)) => {
                number::numeral_of(level, number)
            }
            (Numeral::AsWritten(written), _, _) => written.clone(),
            (Numeral::Computed, _, _) => String::new(),
        },
        kind: PieceKind::Numeral,
    });
    let inlines = block.inlines.iter().map(|inline| match inline {
        Inline::Text { text, strong } => {
            Piece { text: text.clone(), kind: PieceKind::Text { strong: *strong } }
        }
        Inline::Slot { field, as_written } => {
            let fact = speech.field(*field);
            Piece {
                text: slot_text(fact, as_written),
                kind: PieceKind::Slot { field: *field, open: fact.is_none_or(|field| field.value.is_none()) },
            }
        }
        Inline::Marker { series, as_written, computed, .. } => {
            let number = markers.next().copied().unwrap_or(1);
            Piece {
                text: if *computed { numeral::recount(as_written, number) } else { as_written.clone() },
                kind: PieceKind::Marker { series: *series, number },
            }
        }
    });
    numeral.into_iter().chain(inlines).filter(|piece| !piece.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paragraph::Paragraph;
    use crate::parse::parse;

    #[test]
    fn the_first_sentence_of_a_member_stands_out() {
        let lines = [
            "讲话",
            "同志们：",
            "一、抓重点",
            "一是抓早。每周会商一次，汛期天天会商。",
            "二是抓小，有苗头就管，管就管住。",
            "三是要把每一件事、每一个环节、每一个岗位都想到前面去，做到前面去。不能等。",
            "要抓早。越早越好。",
        ];
        let speech = parse(&lines.map(Paragraph::plain)).speech;
        let blocks = shown(&speech);
        let sentences: Vec<_> = blocks.iter().map(Shown::n_member_sentence).filter(|n| *n > 0).collect();
        assert_eq!(sentences, [5]);
    }
}
