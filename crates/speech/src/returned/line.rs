//! The lines of a draft and of a file, side by side: what is compared is what stands behind the
//! number of a heading.

use super::{By, Remark, ReturnedLine};
use crate::numeral::Numeral;
use crate::parse::parse;
use crate::shown::{inline_texts, shown};
use crate::speech::{Block, BlockId, Field, Inline, Speech};
use crate::text::trim;
use std::collections::HashMap;

/// A line of a draft: a block, or a run-in heading with the paragraph that goes on after it.
pub(super) struct DraftLine {
    /// Its blocks, by their places in the draft.
    pub(super) blocks: Vec<usize>,
    /// What it says, the number left out, stretch by stretch.
    pub(super) pieces: Vec<DraftPiece>,
    /// The number before it, as it is read; empty for none.
    pub(super) number: String,
    text: Text,
}

/// A stretch of a line of a draft.
pub(super) struct DraftPiece {
    /// The block that it stands in, by its place in the draft.
    pub(super) block: usize,
    pub(super) inline: Inline,
    /// As it is read.
    pub(super) words: String,
}

/// A line of a file.
pub(super) struct FileLine {
    /// As it stands there, without the blanks around it.
    pub(super) text: Text,
    /// What it is by itself: the blocks that reading it gives, with the fields of their slots.
    pub(super) blocks: Vec<Block>,
    pub(super) fields: Vec<Field>,
    pub(super) by: Vec<By>,
    pub(super) remarks: Vec<Remark>,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    /// All of it.
    pub(super) full: String,
    /// The number that it begins with: a heading's, or one of the text's own (第一，).
    pub(super) numeral: Option<Numeral>,
    /// What stands behind that.
    pub(super) bare: String,
}

impl Text {
    pub(super) fn of(line: &str) -> Self {
        let full = trim(line).to_owned();
        match Numeral::read(&full) {
            Some((numeral, rest)) => Self { bare: trim(rest).to_owned(), numeral: Some(numeral), full },
            None => Self { bare: full.clone(), numeral: None, full },
        }
    }

    /// The number, as it is written.
    pub(super) fn number(&self) -> &str {
        self.full.strip_suffix(&self.bare).unwrap_or_default()
    }
}

impl DraftLine {
    /// What it is known by.
    pub(super) fn key(&self) -> &str {
        &self.text.bare
    }

    pub(super) fn text(&self) -> &Text {
        &self.text
    }

    /// Its first block has a number that is counted.
    pub(super) fn is_numbered(&self) -> bool {
        !self.number.is_empty()
    }

    /// What it says behind the number.
    pub(super) fn words(&self) -> String {
        self.pieces.iter().map(|piece| piece.words.as_str()).collect()
    }
}

/// The lines of a draft that say something.
pub(super) fn of_draft(draft: &Speech) -> Vec<DraftLine> {
    let mut lines: Vec<DraftLine> = Vec::new();
    let mut goes_on = false;
    for (block_idx, shown) in shown(draft).iter().enumerate() {
        let pieces = shown.block.inlines.iter().zip(inline_texts(draft, block_idx));
        let pieces =
            pieces.map(|(inline, words)| DraftPiece { block: block_idx, inline: inline.clone(), words });
        match lines.last_mut().filter(|_| goes_on) {
            Some(line) => {
                line.blocks.push(block_idx);
                line.pieces.extend(pieces);
            }
            None => {
                let numeral = shown.pieces.first().filter(|_| shown.n_numeral() > 0);
                let number = numeral.map(|piece| piece.text.clone()).unwrap_or_default();
                let (blocks, pieces) = (vec![block_idx], pieces.collect());
                lines.push(DraftLine { blocks, pieces, number, text: Text::of("") });
            }
        }
        goes_on = shown.run_in;
    }
    for line in &mut lines {
        line.text = Text::of(&(line.number.clone() + &line.words()));
    }
    lines.retain(|line| !line.text.full.is_empty());
    lines
}

/// The lines of a file that say something.
pub(super) fn of_file(lines: &[ReturnedLine]) -> Vec<FileLine> {
    let paragraphs: Vec<_> = lines.iter().map(|line| line.paragraph.clone()).collect();
    let parsed = parse(&paragraphs);
    let mut of_line: HashMap<usize, Vec<BlockId>> = HashMap::new();
    for part in &parsed.parts {
        of_line.entry(part.position.line).or_default().extend(part.block);
    }
    let blocks: HashMap<BlockId, &Block> =
        parsed.speech.blocks.iter().map(|block| (block.id, block)).collect();
    let line = |(number, line): (usize, &ReturnedLine)| {
        let ids = of_line.get(&number).into_iter().flatten();
        let blocks: Vec<Block> = ids.filter_map(|id| blocks.get(id).copied().cloned()).collect();
        let asked = blocks.iter().flat_map(|block| &block.inlines).filter_map(|inline| match inline {
            Inline::Slot { field, .. } => parsed.speech.field(*field).cloned(),
            _ => None,
        });
        let fields = asked.collect();
        let text = Text::of(&line.paragraph.text);
        FileLine { text, blocks, fields, by: line.by.clone(), remarks: line.remarks.clone() }
    };
    (1..).zip(lines).map(line).filter(|line| !line.text.full.is_empty()).collect()
}

/// What the lines are known by.
pub(super) fn keys(lines: &[FileLine]) -> Vec<&str> {
    lines.iter().map(|line| line.text.bare.as_str()).collect()
}
