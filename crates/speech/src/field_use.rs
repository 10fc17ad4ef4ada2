//! 填空项. The fields of a text, each with the places where it is asked for.

use crate::shown::{self, PieceKind, Shown};
use crate::speech::{BlockId, BlockKind, Field, FieldId, Speech};
use crate::text::{Span, is_blank, length};
use std::collections::HashMap;

/// A field and its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldUse {
    /// The field.
    pub field: Field,
    /// The outermost heading that it first stands under; nothing before the first
    /// heading and in the closing.
    pub section: Option<BlockId>,
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
    /// The sentence before it.
    pub before: String,
    /// What is read in it: the value, or the placeholder.
    pub text: String,
    /// The sentence after it, its full stop included.
    pub after: String,
}

impl SlotPlace {
    /// The whole sentence, without the blanks around it.
    pub fn sentence(&self) -> String {
        format!("{}{}{}", self.before, self.text, self.after)
    }
}

/// The fields of a text in the order of their first slots, those without a slot left
/// after them.
pub fn field_uses(speech: &Speech) -> Vec<FieldUse> {
    field_uses_of(speech, &shown::shown(speech))
}

/// As [`field_uses`], of a speech that is shown already.
pub fn field_uses_of(speech: &Speech, shown: &[Shown<'_>]) -> Vec<FieldUse> {
    let unused = |field: &Field| FieldUse { field: field.clone(), section: None, slots: Vec::new() };
    let mut uses: Vec<FieldUse> = speech.fields.iter().map(unused).collect();
    let places: HashMap<FieldId, usize> =
        (0..).zip(&speech.fields).map(|(idx, field)| (field.id, idx)).collect();
    let mut order: Vec<Option<usize>> = vec![None; uses.len()];
    let mut n_used = 0;
    let mut outermost: Option<(BlockId, u8)> = None;
    for shown in shown {
        match shown.block.kind {
            BlockKind::Heading { level, .. } if outermost.is_none_or(|(_, above)| level <= above) => {
                outermost = Some((shown.block.id, level));
            }
            BlockKind::Closing => outermost = None,
            _ => {}
        }
        let text: Vec<char> = shown.text().chars().collect();
        let mut start = 0;
        for piece in &shown.pieces {
            let end = start + length(&piece.text);
            if let PieceKind::Slot { field, .. } = piece.kind
                && let Some(idx) = places.get(&field)
            {
                if order[*idx].is_none() {
                    order[*idx] = Some(n_used);
                    n_used += 1;
                    uses[*idx].section = outermost.map(|(heading, _)| heading);
                }
                let sentence = sentence(&text, start..end);
                uses[*idx].slots.push(SlotPlace {
                    block: shown.block.id,
                    start,
                    end,
                    before: text[sentence.start..start].iter().collect(),
                    text: piece.text.clone(),
                    after: text[end..sentence.end].iter().collect(),
                });
            }
            start = end;
        }
    }
    let mut uses: Vec<(usize, FieldUse)> =
        order.into_iter().map(|nth| nth.unwrap_or(usize::MAX)).zip(uses).collect();
    uses.sort_by_key(|(nth, _)| *nth);
    uses.into_iter().map(|(_, field_use)| field_use).collect()
}

/// The sentence that a slot stands in, without the blanks around it.
fn sentence(text: &[char], slot: Span) -> Span {
    let ends = |c: &char| matches!(c, '。' | '！' | '？' | '；' | '\n');
    let said = |c: &char| !is_blank(*c);
    let start = text[..slot.start].iter().rposition(ends).map_or(0, |end| end + 1);
    let end = text[slot.end..].iter().position(ends).map_or(text.len(), |end| slot.end + end + 1);
    let first = text[start..slot.start].iter().position(said).map_or(slot.start, |first| start + first);
    let last = text[slot.end..end].iter().rposition(said).map_or(slot.end, |last| slot.end + last + 1);
    first..last
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
        let places: Vec<(usize, usize, [String; 3])> = field_uses(&speech)
            .remove(0)
            .slots
            .into_iter()
            .map(|slot| (slot.start, slot.end, [slot.before, slot.text, slot.after]))
            .collect();
        let cut = |words: [&str; 3]| words.map(str::to_owned);
        assert_eq!(places, [(9, 11, cut(["增长", "12", "%！"])), (15, 17, cut(["完成", "12", "户"]))]);
    }
}
