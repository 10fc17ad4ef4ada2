//! 填空项. The fields of a text, each with the places where it is asked for.

use crate::shown::{self, PieceKind};
use crate::speech::{BlockId, Field, FieldId, Speech};
use crate::text::{length, trim};
use std::collections::HashMap;

/// A field and its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldUse {
    /// The field.
    pub field: Field,
    /// Where it stands, in the order of the text.
    pub slots: Vec<SlotPlace>,
}

/// Where a slot stands, as the text is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotPlace {
    /// The block.
    pub block: BlockId,
    /// Its first character in the block's text, from 0.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
    /// The sentence around it, its full stop included.
    pub sentence: String,
}

/// The fields of a text in their order, those without a slot left included.
pub fn field_uses(speech: &Speech) -> Vec<FieldUse> {
    let mut uses: Vec<FieldUse> =
        speech.fields.iter().map(|field| FieldUse { field: field.clone(), slots: Vec::new() }).collect();
    let places: HashMap<FieldId, usize> =
        (0..).zip(&speech.fields).map(|(idx, field)| (field.id, idx)).collect();
    for shown in shown::shown(speech) {
        let text: Vec<char> = shown.text().chars().collect();
        let mut start = 0;
        for piece in &shown.pieces {
            let end = start + length(&piece.text);
            if let PieceKind::Slot { field, .. } = piece.kind
                && let Some(idx) = places.get(&field)
            {
                let sentence = sentence(&text, start);
                uses[*idx].slots.push(SlotPlace { block: shown.block.id, start, end, sentence });
            }
            start = end;
        }
    }
    uses
}

/// The sentence that a character stands in, without the blanks around it.
fn sentence(text: &[char], at: usize) -> String {
    let ends = |c: &char| matches!(c, '。' | '！' | '？' | '；' | '\n');
    let start = text[..at].iter().rposition(ends).map_or(0, |end| end + 1);
    let end = text[at..].iter().position(ends).map_or(text.len(), |end| at + end + 1);
    trim(&text[start..end].iter().collect::<String>()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::{Block, BlockKind, FieldId, FieldKind, Inline};

    #[test]
    fn each_slot_has_its_place_and_sentence() {
        let text = |text: &str| Inline::Text { text: text.to_owned(), strong: false };
        let slot = |as_written: &str| Inline::Slot { field: FieldId(1), as_written: as_written.to_owned() };
        let block = Block {
            id: BlockId(4),
            kind: BlockKind::Paragraph,
            numeral: None,
            inlines: vec![text("　　形势很好。增长"), slot("X"), text("%！完成"), slot("XX"), text("户")],
            origin: None,
        };
        let field = Field {
            id: FieldId(1),
            kind: FieldKind::Percent,
            label: "增长".to_owned(),
            unit: None,
            value: Some("12".to_owned()),
        };
        let speech = Speech { blocks: vec![block], fields: vec![field], ..Speech::default() };
        let places: Vec<(usize, usize, String)> = field_uses(&speech)
            .remove(0)
            .slots
            .into_iter()
            .map(|slot| (slot.start, slot.end, slot.sentence))
            .collect();
        assert_eq!(places, [(9, 11, "增长12%！".to_owned()), (15, 17, "完成12户".to_owned())]);
    }
}
