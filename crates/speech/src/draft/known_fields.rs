//! Which fields of a document a draft has already.
//!
//! A draft's field doesn't say which field of which document it once was: that is told
//! from the blocks that came from there, slot by slot. Where slots have gone or come
//! since, only what can be no other fact is taken for the same: to ask twice costs the
//! writer less than a wrong figure.

use super::Taken;
use crate::field::without_number;
use crate::speech::{Block, BlockId, Field, FieldId, Inline, Speech};
use std::collections::HashMap;

/// The draft's field for each field of the document that it has.
pub(super) fn known_fields(draft: &Speech, taken: &Taken<'_>) -> HashMap<(String, FieldId), FieldId> {
    let sources: HashMap<BlockId, &Block> =
        taken.speech.blocks.iter().map(|block| (block.id, block)).collect();
    let mut known = HashMap::new();
    for block in &draft.blocks {
        let origin = block.origin.as_ref().filter(|origin| origin.document == taken.document);
        let Some(source) = origin.and_then(|origin| sources.get(&origin.block)) else { continue };
        for (there, here) in pairs(&asked(taken.speech, source), &asked(draft, block)) {
            known.entry((taken.document.to_owned(), there)).or_insert(here);
        }
    }
    known
}

/// The fields that a block asks for, slot by slot.
fn asked<'a>(speech: &'a Speech, block: &Block) -> Vec<&'a Field> {
    let fields = block.inlines.iter().filter_map(|inline| match inline {
        Inline::Slot { field, .. } => speech.field(*field),
        Inline::Text { .. } | Inline::Marker { .. } => None,
    });
    fields.collect()
}

/// The fields of a block there that are fields of the block here.
fn pairs(there: &[&Field], here: &[&Field]) -> Vec<(FieldId, FieldId)> {
    let in_order = || there.iter().zip(here);
    if there.len() == here.len() && in_order().all(|(there, here)| alike(there, here)) {
        return in_order().map(|(there, here)| (there.id, here.id)).collect();
    }
    let only = |like: &Field, fields: &[&Field]| {
        let mut alike = fields.iter().filter(|field| alike(like, field)).map(|field| field.id);
        let first = alike.next()?;
        alike.all(|id| id == first).then_some(first)
    };
    there.iter().filter_map(|field| Some((only(field, there)?, only(field, here)?))).collect()
}

/// The same sort of fact under the same name, up to the （2） that made it unique.
fn alike(one: &Field, other: &Field) -> bool {
    one.kind == other.kind && without_number(&one.label) == without_number(&other.label)
}
