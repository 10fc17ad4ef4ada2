//! Doing what the writer has ticked.

use super::{Proposal, ProposalKind};
use crate::field::{Asking, fields, make_unique};
use crate::fix;
use crate::mask::mask;
use crate::quote::Quote;
use crate::shown::inline_texts;
use crate::speech::{Field, FieldId, Inline, Speech};
use crate::text::{Span, length};
use std::collections::HashMap;

/// The speech with some of its proposals done: new words in the place of the old, figures
/// made fields. A figure's slot shows what stood there, 【原8.5】, until it is filled.
///
/// A proposal that has nothing new, or whose words no longer stand there, is passed over.
pub fn apply(speech: &Speech, proposals: &[Proposal]) -> Speech {
    let mut rolled = speech.clone();
    let last = speech.fields.iter().map(|field| field.id.0).max().unwrap_or(0);
    let mut made: Vec<FieldId> = Vec::new();
    // The last first, so that the places of the others stay right.
    let mut ordered: Vec<&Proposal> = proposals.iter().collect();
    ordered.sort_by_key(|proposal| (proposal.block, proposal.span.start));
    let mut n_before = ordered.iter().filter(|proposal| proposal.kind == ProposalKind::Figure).count() as u32;
    for proposal in ordered.into_iter().rev() {
        match proposal.kind {
            ProposalKind::Figure => {
                n_before -= 1;
                let field = FieldId(last + 1 + n_before);
                let Proposal { block, span, text, .. } = proposal;
                let words = Quote::new(*block, span, text.as_str());
                let slot = Inline::Slot { field, as_written: format!("【原{text}】") };
                if mask(&mut rolled, &words, slot).is_ok() {
                    made.push(field);
                }
            }
            _ => {
                if let Some(fix) = proposal.finding().fix() {
                    // A refusal leaves all as it was.
                    let _ = fix::take(&mut rolled, &fix);
                }
            }
        }
    }
    let told = told_fields(&rolled, &made);
    rolled.fields.extend(told);
    let firsts = first_slots(&rolled);
    rolled.fields.sort_by_key(|field| firsts.get(&field.id).copied().unwrap_or(usize::MAX));
    make_unique(&mut rolled.fields);
    rolled
}

/// What the new slots ask for, told from the text as it is now, as if an X stood in each.
fn told_fields(speech: &Speech, made: &[FieldId]) -> Vec<Field> {
    let mut asked: Vec<(String, Vec<Span>, Vec<FieldId>)> = Vec::new();
    for (idx, block) in speech.blocks.iter().enumerate() {
        let (mut text, mut slots, mut ids) = (String::new(), Vec::new(), Vec::new());
        for (inline, words) in block.inlines.iter().zip(inline_texts(speech, idx)) {
            match inline {
                Inline::Slot { field, .. } if made.contains(field) => {
                    let start = length(&text);
                    text.push('X');
                    slots.push(start..start + 1);
                    ids.push(*field);
                }
                _ => text += &words,
            }
        }
        asked.push((text, slots, ids));
    }
    let asking: Vec<Asking<'_>> = speech
        .blocks
        .iter()
        .zip(&asked)
        .map(|(block, (text, slots, _))| Asking { kind: block.kind, text, slots, controls: &[] })
        .collect();
    let (told, of_slots) = fields(&asking);
    let ids = asked.iter().flat_map(|(_, _, ids)| ids);
    // Each figure is a field of its own: what is one fact is the writer's to say.
    ids.zip(of_slots.iter().flatten())
        .filter_map(|(id, like)| {
            let like = told.iter().find(|field| field.id == *like)?;
            Some(Field { id: *id, value: None, ..like.clone() })
        })
        .collect()
}

/// Where in the order of all slots each field comes first.
fn first_slots(speech: &Speech) -> HashMap<FieldId, usize> {
    let mut firsts = HashMap::new();
    let inlines = speech.blocks.iter().flat_map(|block| &block.inlines);
    for (idx, inline) in inlines.enumerate() {
        if let Inline::Slot { field, .. } = inline {
            firsts.entry(*field).or_insert(idx);
        }
    }
    firsts
}
