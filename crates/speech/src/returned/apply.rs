//! Doing what the writer has ticked.

use super::{Proposal, ProposalKind};
use crate::speech::{Block, BlockId, Inline, Speech};
use crate::typed;
use std::collections::HashMap;

/// The draft with some of its proposals done. One whose blocks are no longer there is passed
/// over; new members of an enumeration are counted with it.
pub fn take(draft: &Speech, proposals: &[Proposal]) -> Speech {
    let mut taken = draft.clone();
    let mut ends: HashMap<Option<BlockId>, BlockId> = HashMap::new();
    let mut to_place: Vec<&Proposal> = proposals.iter().filter(|proposal| is_placed(proposal)).collect();
    while !to_place.is_empty() {
        // What moves takes along what came behind it.
        let goes = |id: BlockId| to_place.iter().any(|one| one.blocks.contains(&id));
        let next = to_place.iter().position(|one| one.behind.is_none_or(|behind| !goes(behind)));
        let proposal = to_place.remove(next.unwrap_or(0));
        match proposal.kind {
            ProposalKind::Moved => moved(&mut taken.blocks, proposal, &mut ends),
            _ => insert(&mut taken.blocks, proposal.put.clone(), proposal.behind, &mut ends),
        }
    }
    for proposal in proposals {
        match proposal.kind {
            ProposalKind::Changed | ProposalKind::Removed => replace(&mut taken.blocks, proposal),
            _ => {}
        }
        if let Some(value) = &proposal.value {
            let field = taken.fields.iter_mut().find(|field| field.id == value.field);
            field.into_iter().for_each(|field| field.value = Some(value.value.clone()));
        }
        for field in &proposal.fields {
            if taken.field(field.id).is_none() {
                taken.fields.push(field.clone());
            }
        }
    }
    count_members(&mut taken, proposals);
    taken
}

fn is_placed(proposal: &Proposal) -> bool {
    matches!(proposal.kind, ProposalKind::Moved | ProposalKind::Added)
}

fn moved(blocks: &mut Vec<Block>, proposal: &Proposal, ends: &mut HashMap<Option<BlockId>, BlockId>) {
    let is_moved = |block: &Block| proposal.blocks.contains(&block.id);
    let (out, stay): (Vec<Block>, Vec<Block>) = std::mem::take(blocks).into_iter().partition(is_moved);
    *blocks = stay;
    insert(blocks, out, proposal.behind, ends);
}

/// Puts blocks behind a block, and behind those that were put there before.
fn insert(
    blocks: &mut Vec<Block>,
    put: Vec<Block>,
    behind: Option<BlockId>,
    ends: &mut HashMap<Option<BlockId>, BlockId>,
) {
    let Some(last) = put.last().map(|block| block.id) else { return };
    let after = ends.get(&behind).copied().or(behind);
    let place = after.and_then(|after| blocks.iter().position(|block| block.id == after));
    let at = match (place, after) {
        (Some(place), _) => place + 1,
        (None, None) => 0,
        // Its neighbour is gone: at the end it is not overlooked.
        (None, Some(_)) => blocks.len(),
    };
    blocks.splice(at..at, put);
    ends.insert(behind, last);
}

/// Puts other blocks in the place of some that follow one another.
fn replace(blocks: &mut Vec<Block>, proposal: &Proposal) {
    let Some(first) = blocks.iter().position(|block| proposal.blocks.contains(&block.id)) else { return };
    let all = proposal.blocks.iter().all(|id| blocks.iter().any(|block| block.id == *id));
    if !all {
        return;
    }
    blocks.retain(|block| !proposal.blocks.contains(&block.id));
    blocks.splice(first..first, proposal.put.iter().cloned());
}

/// 二是 that came in as words is a member of the enumeration around it.
fn count_members(speech: &mut Speech, proposals: &[Proposal]) {
    let put: Vec<BlockId> =
        proposals.iter().flat_map(|proposal| &proposal.put).map(|block| block.id).collect();
    for id in put {
        let Some(idx) = speech.blocks.iter().position(|block| block.id == id) else { continue };
        let says = |inline: &Inline| matches!(inline, Inline::Text { .. });
        if speech.blocks[idx].inlines.iter().any(says) {
            typed::count_members(speech, idx);
        }
    }
}
