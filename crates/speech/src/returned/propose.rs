//! What was changed, as proposals in the order of the draft.

use super::align::align;
use super::group::{Group, groups, in_order};
use super::line::{DraftLine, FileLine, Text, keys, of_draft, of_file};
use super::merge::merged;
use super::weave::{NewLine, NewValue, Woven, weave};
use super::{By, FieldValue, Proposal, ProposalKind, Remark, Returned};
use crate::compare::{Piece, Side, diff};
use crate::field::make_unique;
use crate::message::Message;
use crate::speech::{Block, BlockId, BlockKind, Field, FieldId, Inline, Numeral as Number, Speech};
use crate::text::{length, slice};
use std::collections::HashMap;

/// How many characters of the words around a field's value are shown.
const AROUND: usize = 12;

/// What was changed in a draft that came back. `sent` is the state of it that went out; without
/// one the draft itself stands for it.
///
/// Of a file with tracked changes they are what is proposed. Where what stands around them is no
/// longer what went out, somebody has changed that without a track: it is proposed, too, and not
/// ticked.
pub fn proposals(draft: &Speech, sent: Option<&Speech>, returned: &Returned) -> Vec<Proposal> {
    let Returned { before, after } = returned;
    let of_state = |state: &Speech| of_draft(state).iter().map(SentLine::from).collect::<Vec<_>>();
    let went_out = || of_state(sent.unwrap_or(draft));
    let went = match before {
        Some(before) => of_file(before).into_iter().map(SentLine::from).collect(),
        None => went_out(),
    };
    let mut comparison = Comparison::of(draft, went, of_file(after));
    comparison.compare();
    let Comparison { found: mut all, next_block, next_field, .. } = comparison;
    if let (Some(before), Some(_)) = (before, sent) {
        let mut comparison = Comparison::of(draft, went_out(), of_file(before));
        (comparison.next_block, comparison.next_field) = (next_block, next_field);
        comparison.compare();
        let tracked = all.len();
        for (place, mut proposal) in comparison.found {
            let twice = all[..tracked].iter().any(|(there, one)| {
                one.blocks.iter().any(|block| proposal.blocks.contains(block))
                    || (one.kind == ProposalKind::Added && one.doubt.is_some() && *there == place)
            });
            if twice || proposal.kind == ProposalKind::Remark {
                continue;
            }
            proposal.ticked = false;
            proposal.doubt = Some(untracked());
            proposal.by.clear();
            proposal.remarks.clear();
            all.push((place, proposal));
        }
        all.sort_by_key(|(place, _)| *place);
    }
    all.into_iter().map(|(_, proposal)| proposal).collect()
}

/// A line of what went out.
struct SentLine {
    text: Text,
    by: Vec<By>,
    remarks: Vec<Remark>,
}

struct Comparison<'a> {
    draft: &'a Speech,
    lines: Vec<DraftLine>,
    sent: Vec<SentLine>,
    came: Vec<FileLine>,
    /// The draft's line for each line that went out.
    drafted: Vec<Option<usize>>,
    /// The draft's lines that did not go out.
    own: Vec<usize>,
    /// What became of what, in the order of what came back.
    groups: Vec<Group>,
    /// No number of a heading came back: some program has dropped them all.
    without_numbers: bool,
    next_block: u32,
    next_field: u32,
    found: Vec<(Place, Proposal)>,
}

/// Where a proposal stands in the list: at a line of the draft, or behind it.
type Place = (Option<usize>, bool);

impl<'a> Comparison<'a> {
    fn of(draft: &'a Speech, sent: Vec<SentLine>, came: Vec<FileLine>) -> Self {
        let lines = of_draft(draft);
        let sent_keys: Vec<&str> = sent.iter().map(|line| line.text.bare.as_str()).collect();
        let draft_keys: Vec<&str> = lines.iter().map(DraftLine::key).collect();
        let drafted = align(&sent_keys, &draft_keys);
        let groups = groups(&sent_keys, &keys(&came));
        let lost_number = |line: &SentLine| {
            line.text.numeral.is_some() && came.iter().any(|came| came.text.full == line.text.bare)
        };
        let without_numbers =
            came.iter().all(|line| line.text.numeral.is_none()) && sent.iter().any(lost_number);
        Self {
            next_block: draft.blocks.iter().map(|block| block.id.0).max().unwrap_or(0) + 1,
            next_field: draft.fields.iter().map(|field| field.id.0).max().unwrap_or(0) + 1,
            draft,
            sent,
            came,
            own: (0..lines.len()).filter(|line| !drafted.contains(&Some(*line))).collect(),
            lines,
            drafted,
            groups,
            without_numbers,
            found: Vec::new(),
        }
    }

    fn compare(&mut self) {
        let groups = std::mem::take(&mut self.groups);
        let stay = in_order(&groups);
        let mut behind: Option<usize> = None;
        let mut moved: Option<(usize, usize)> = None;
        for (idx, group) in groups.iter().enumerate() {
            let drafted: Vec<usize> = group.sent.iter().filter_map(|sent| self.drafted[*sent]).collect();
            match drafted.last() {
                Some(last) => {
                    if !stay[idx] && drafted.len() == group.sent.len() {
                        moved = self.moves(&drafted, behind, group, moved);
                    } else {
                        moved = None;
                    }
                    self.changed(group, &drafted);
                    behind = Some(*last);
                }
                None => {
                    moved = None;
                    behind = self.added(group, behind);
                }
            }
        }
        self.removed(&groups);
        self.one_value_a_field();
        self.found.sort_by_key(|(place, _)| *place);
    }

    /// Lines stand elsewhere; those that go together are one proposal.
    fn moves(
        &mut self,
        drafted: &[usize],
        behind: Option<usize>,
        group: &Group,
        before: Option<(usize, usize)>,
    ) -> Option<(usize, usize)> {
        let blocks: Vec<BlockId> = drafted.iter().flat_map(|line| self.ids(*line)).collect();
        let pieces =
            drafted.iter().map(|line| self.lines[*line].text().full.clone()).collect::<Vec<_>>().join("\n");
        let by = self.by(group);
        let last = *drafted.last()?;
        if let Some((found, end)) = before
            && Some(end) == behind
            && drafted[0] == end + 1
        {
            let proposal = &mut self.found[found].1;
            proposal.blocks.extend(blocks);
            proposal.pieces.push(Piece { text: format!("\n{pieces}"), side: Side::Both });
            add(&mut proposal.by, by);
            return Some((found, last));
        }
        let proposal = Proposal {
            blocks,
            behind: behind.and_then(|line| self.ids(line).pop()),
            pieces: vec![Piece { text: pieces, side: Side::Both }],
            by,
            ..empty(ProposalKind::Moved)
        };
        self.found.push(((behind, true), proposal));
        Some((self.found.len() - 1, last))
    }

    /// Other words in lines that the draft has.
    fn changed(&mut self, group: &Group, drafted: &[usize]) {
        let remarks: Vec<Remark> =
            group.came.iter().flat_map(|came| self.came[*came].remarks.clone()).collect();
        let place = (drafted.first().copied(), false);
        let at = self.found.len();
        if let Some((new, ticked, doubt)) = self.new_lines(group, drafted) {
            let draft = self.draft;
            let lines: Vec<&DraftLine> = drafted.iter().map(|line| &self.lines[*line]).collect();
            let number = lines[0].number.clone();
            let blocks: Vec<usize> = lines.iter().flat_map(|line| line.blocks.clone()).collect();
            let Woven { blocks: put, values, words, lost_slot } =
                weave(draft, &lines, &new, &mut self.next_block);
            let old = lines.iter().map(|line| line.words()).collect::<Vec<_>>().join("\n");
            let same = put.len() == blocks.len()
                && put.iter().zip(&blocks).all(|(put, block)| *put == draft.blocks[*block]);
            let by = self.by(group);
            let ids: Vec<BlockId> = blocks.iter().map(|block| draft.blocks[*block].id).collect();
            for value in values {
                let ids = ids.clone();
                self.value(place, ids, value, ticked, doubt.clone(), by.clone());
            }
            if !same {
                let new_number = match new[0] {
                    NewLine { heading: None, unnumbered: false, .. } => number.clone(),
                    _ => self.came[group.came[0]].text.number().to_owned(),
                };
                let pieces = diff(&(number + &old), &(new_number + &words));
                let lost = Message::new(
                    "改动的文字里有要填的空，空会变成普通文字。",
                    "a slot in it becomes plain words.",
                );
                let doubt = doubt.or(lost_slot.then_some(lost));
                let proposal =
                    Proposal { blocks: ids, put, pieces, by, ticked, doubt, ..empty(ProposalKind::Changed) };
                self.found.push((place, proposal));
            }
        }
        if remarks.is_empty() {
            return;
        }
        match self.found[at..].last_mut() {
            Some((_, proposal)) => proposal.remarks = remarks,
            None => {
                let blocks = drafted.iter().flat_map(|line| self.ids(*line)).collect();
                let text =
                    drafted.iter().map(|line| self.lines[*line].text().full.clone()).collect::<Vec<_>>();
                let pieces = vec![Piece { text: text.join("\n"), side: Side::Both }];
                let proposal =
                    Proposal { blocks, pieces, remarks, ticked: false, ..empty(ProposalKind::Remark) };
                self.found.push((place, proposal));
            }
        }
    }

    /// The words that the lines become, and whether there is doubt; nothing where nobody changed
    /// them.
    fn new_lines(&self, group: &Group, drafted: &[usize]) -> Option<(Vec<NewLine>, bool, Option<Message>)> {
        let numbered = self.lines[*drafted.first()?].is_numbered();
        let old = &self.lines[drafted[0]];
        let sent: Vec<&Text> = group.sent.iter().map(|sent| &self.sent[*sent].text).collect();
        let came: Vec<&FileLine> = group.came.iter().map(|came| &self.came[*came]).collect();
        let words = |text: &Text| if numbered { text.bare.clone() } else { text.full.clone() };
        let mut new: Vec<NewLine> = (0..)
            .zip(&came)
            .map(|(idx, line): (usize, _)| {
                let heading = match line.blocks.first().map(|block| block.kind) {
                    Some(BlockKind::Heading { level, .. }) if line.text.numeral.is_some() => Some(level),
                    _ => None,
                };
                // The first line goes on as what it was, unless its number is of another level.
                let heading = match (idx, line.text.numeral, sent[0].numeral) {
                    (0, Some(is), Some(was)) if is.spelling != was.spelling => heading.filter(|_| numbered),
                    (0, Some(_), Some(_)) => None,
                    (0, Some(_), None) => heading.filter(|_| !numbered && old.text().numeral.is_none()),
                    (0, None, _) => None,
                    _ => heading,
                };
                let bare = (idx == 0 && numbered) || heading.is_some();
                NewLine {
                    words: if bare { line.text.bare.clone() } else { line.text.full.clone() },
                    heading,
                    unnumbered: idx == 0
                        && numbered
                        && sent[0].numeral.is_some()
                        && line.text.numeral.is_none()
                        && !self.without_numbers,
                }
            })
            .collect();
        if drafted.len() < group.sent.len() {
            // The writer has taken part of it out in the meantime.
            let same =
                sent.len() == came.len() && sent.iter().zip(&new).all(|(sent, new)| words(sent) == new.words);
            return (!same).then(|| (new, false, Some(both())));
        }
        let one = sent.len() == 1 && came.len() == 1;
        let as_sent = one && words(sent[0]) == new[0].words && new[0].heading.is_none() && !new[0].unnumbered;
        if as_sent {
            return None;
        }
        let changed_here = drafted.iter().zip(&sent).any(|(line, sent)| {
            let here = self.lines[*line].text();
            if numbered { here.bare != sent.bare } else { here.full != sent.full }
        });
        if !changed_here {
            return Some((new, true, None));
        }
        let here = words(old.text());
        if one && here == new[0].words && new[0].heading.is_none() && !new[0].unnumbered {
            // Both have made the same of it.
            return None;
        }
        match merged(&words(sent[0]), &here, &new[0].words).filter(|_| one) {
            Some(both) => {
                new[0].words = both;
                Some((new, true, None))
            }
            None => Some((new, false, Some(both()))),
        }
    }

    /// The value of a field.
    fn value(
        &mut self,
        place: Place,
        blocks: Vec<BlockId>,
        value: NewValue,
        ticked: bool,
        doubt: Option<Message>,
        by: Vec<By>,
    ) {
        let NewValue { field, old, new, before, after } = value;
        let Some(known) = self.draft.field(field) else { return };
        let n_before = length(&before).saturating_sub(AROUND);
        let pieces = vec![
            Piece { text: slice(&before, n_before..usize::MAX).to_owned(), side: Side::Both },
            Piece { text: old, side: Side::Old },
            Piece { text: new.clone(), side: Side::New },
            Piece { text: slice(&after, 0..AROUND).to_owned(), side: Side::Both },
        ];
        let value = Some(FieldValue { field, label: known.label.clone(), value: new });
        let pieces = pieces.into_iter().filter(|piece| !piece.text.is_empty()).collect();
        let proposal = Proposal { blocks, value, pieces, by, ticked, doubt, ..empty(ProposalKind::Value) };
        self.found.push((place, proposal));
    }

    /// One value in several slots is one proposal; of several values of a field the first is
    /// ticked.
    fn one_value_a_field(&mut self) {
        let mut values: HashMap<FieldId, Vec<(String, usize)>> = HashMap::new();
        let mut gone: Vec<usize> = Vec::new();
        for (idx, (_, proposal)) in self.found.iter().enumerate() {
            let Some(value) = &proposal.value else { continue };
            let known = values.entry(value.field).or_default();
            match known.iter().find(|(known, _)| *known == value.value) {
                Some(_) => gone.push(idx),
                None => known.push((value.value.clone(), idx)),
            }
        }
        for (field, known) in &values {
            let slots = self.draft.blocks.iter().flat_map(|block| &block.inlines);
            let n_slots = slots
                .filter(|inline| matches!(inline, Inline::Slot { field: of, .. } if of == field))
                .count();
            for (nth, (_, idx)) in known.iter().enumerate() {
                let n_changed = 1 + gone
                    .iter()
                    .filter(|gone| self.found[**gone].1.value == self.found[*idx].1.value)
                    .count();
                let proposal = &mut self.found[*idx].1;
                if nth > 0 {
                    proposal.ticked = false;
                    proposal.doubt = Some(Message::new(
                        "同一个填空项在别处改成了另一个值，只能取一个。",
                        "elsewhere the same field was given another value; only one can be taken.",
                    ));
                } else if n_changed < n_slots && proposal.doubt.is_none() {
                    proposal.doubt = Some(Message::new(
                        format!("这一项共有 {n_slots} 处，来稿改了 {n_changed} 处；采用后各处一致。"),
                        format!(
                            "this field stands in {n_slots} places, {n_changed} of them changed; all will say the same."
                        ),
                    ));
                }
            }
        }
        for idx in gone.into_iter().rev() {
            let (_, twin) = self.found.remove(idx);
            let same = self.found.iter_mut().find(|(_, one)| one.value == twin.value);
            if let Some((_, one)) = same {
                add(&mut one.by, twin.by);
                one.remarks.extend(twin.remarks);
            }
        }
    }

    /// A line that the draft does not have. Gives the draft's line that the next one stands behind.
    fn added(&mut self, group: &Group, mut behind: Option<usize>) -> Option<usize> {
        let sent = group.sent.first().map(|sent| self.sent[*sent].text.clone());
        for came in &group.came {
            let line = &self.came[*came];
            if let Some(here) = self.own.iter().position(|own| self.lines[*own].key() == line.text.bare) {
                // It was taken before, or the writer has written the same.
                behind = Some(self.own.remove(here));
                continue;
            }
            if sent.as_ref().is_some_and(|sent| sent.full == line.text.full) {
                // It went out, and the writer has taken it out since.
                continue;
            }
            let (text, by, remarks) = (line.text.full.clone(), line.by.clone(), line.remarks.clone());
            let (put, fields) = self.new_blocks(*came, behind);
            let doubt = sent.is_some().then(|| {
                Message::new(
                    "这一段您后来删去了，来稿又有改动。",
                    "you have taken this out since; it was changed there.",
                )
            });
            let proposal = Proposal {
                behind: behind.and_then(|line| self.ids(line).pop()),
                put,
                fields,
                pieces: vec![Piece { text, side: Side::New }],
                by,
                remarks,
                ticked: doubt.is_none(),
                doubt,
                ..empty(ProposalKind::Added)
            };
            self.found.push(((behind, true), proposal));
        }
        behind
    }

    /// The blocks of a line that is new, with ids and fields of their own.
    fn new_blocks(&mut self, came: usize, behind: Option<usize>) -> (Vec<Block>, Vec<Field>) {
        let line = &self.came[came];
        let mut fields: Vec<Field> = Vec::new();
        let mut blocks = line.blocks.clone();
        if blocks.is_empty() {
            let text = Inline::Text { text: line.text.full.clone(), strong: false };
            blocks.push(Block {
                id: BlockId(0),
                kind: BlockKind::Paragraph,
                numeral: None,
                inlines: vec![text],
                origin: None,
            });
        }
        let before = behind
            .and_then(|line| self.lines[line].blocks.last())
            .map(|block| self.draft.blocks[*block].kind);
        let has = |kind: BlockKind| self.draft.blocks.iter().any(|block| block.kind == kind);
        let mut given: HashMap<FieldId, FieldId> = HashMap::new();
        for block in &mut blocks {
            block.id = BlockId(self.next_block);
            self.next_block += 1;
            block.kind = match block.kind {
                BlockKind::Title if before.is_none_or(|kind| kind == BlockKind::Title) => BlockKind::Title,
                kind @ (BlockKind::Byline | BlockKind::Date | BlockKind::Salutation) if !has(kind) => kind,
                BlockKind::Closing if before == Some(BlockKind::Closing) || !has(BlockKind::Closing) => {
                    BlockKind::Closing
                }
                kind @ (BlockKind::Heading { .. } | BlockKind::Table) => kind,
                _ => BlockKind::Paragraph,
            };
            block.numeral = block.numeral.as_ref().map(|_| Number::Computed);
            for inline in &mut block.inlines {
                match inline {
                    Inline::Slot { field, .. } => {
                        let known = line.fields.iter().find(|known| known.id == *field);
                        *field = *given.entry(*field).or_insert_with(|| {
                            let id = FieldId(self.next_field);
                            self.next_field += 1;
                            fields.extend(known.map(|known| Field { id, ..known.clone() }));
                            id
                        });
                    }
                    // Which enumeration of the draft it goes on is told once it stands there.
                    Inline::Marker { as_written, .. } => {
                        *inline = Inline::Text { text: as_written.clone(), strong: false };
                    }
                    Inline::Text { .. } => {}
                }
            }
        }
        let mut all = self.draft.fields.clone();
        all.extend(fields);
        make_unique(&mut all);
        (blocks, all.split_off(self.draft.fields.len()))
    }

    /// Lines that did not come back.
    fn removed(&mut self, groups: &[Group]) {
        let kept: Vec<usize> = groups.iter().flat_map(|group| group.sent.clone()).collect();
        for sent in (0..self.sent.len()).filter(|sent| !kept.contains(sent)) {
            let Some(line) = self.drafted[sent] else { continue };
            let (text, sent) = (self.lines[line].text().clone(), &self.sent[sent]);
            let as_sent = text.bare == sent.text.bare;
            let proposal = Proposal {
                blocks: self.ids(line),
                pieces: vec![Piece { text: text.full, side: Side::Old }],
                by: sent.by.clone(),
                remarks: sent.remarks.clone(),
                ticked: as_sent,
                doubt: (!as_sent).then(both),
                ..empty(ProposalKind::Removed)
            };
            self.found.push(((Some(line), false), proposal));
        }
    }

    fn ids(&self, line: usize) -> Vec<BlockId> {
        self.lines[line].blocks.iter().map(|block| self.draft.blocks[*block].id).collect()
    }

    fn by(&self, group: &Group) -> Vec<By> {
        let mut by = Vec::new();
        group.sent.iter().for_each(|sent| add(&mut by, self.sent[*sent].by.clone()));
        group.came.iter().for_each(|came| add(&mut by, self.came[*came].by.clone()));
        by
    }
}

impl From<FileLine> for SentLine {
    fn from(line: FileLine) -> Self {
        Self { text: line.text, by: line.by, remarks: line.remarks }
    }
}

impl From<&DraftLine> for SentLine {
    fn from(line: &DraftLine) -> Self {
        Self { text: line.text().clone(), by: Vec::new(), remarks: Vec::new() }
    }
}

/// A proposal with nothing in it yet.
fn empty(kind: ProposalKind) -> Proposal {
    Proposal {
        kind,
        blocks: Vec::new(),
        behind: None,
        put: Vec::new(),
        fields: Vec::new(),
        value: None,
        pieces: Vec::new(),
        by: Vec::new(),
        remarks: Vec::new(),
        ticked: true,
        doubt: None,
    }
}

fn both() -> Message {
    Message::new(
        "这一段您后来也改过，采用会盖掉您的改动。",
        "you have changed this since, too; taking it puts it in the place of yours.",
    )
}

fn untracked() -> Message {
    Message::new(
        "这一处没有修订痕迹：也许是对方直接改的，也许是寄出以后您自己改的。",
        "no track of this in the file: they changed it without one, or you did after it went out.",
    )
}

fn add(all: &mut Vec<By>, more: Vec<By>) {
    for by in more {
        if !all.contains(&by) {
            all.push(by);
        }
    }
}
