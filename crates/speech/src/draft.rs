//! Taking sections over into a draft.
//!
//! What is taken becomes the draft's own: new ids, computed numbers, fields of its
//! own, and on each block where it came from. The source is not touched.

mod known_fields;

use crate::extent::Extent;
use crate::field;
use crate::numeral;
use crate::origin;
use crate::parse;
use crate::skeleton::{Head, Planned};
use crate::speech::{Block, BlockId, BlockKind, Field, FieldId, Inline, Numeral, Origin, Speech};
use crate::text::is_blank;
use std::collections::HashMap;

/// What is taken into a draft: a document, one section of it, or one line.
#[derive(Clone, Debug)]
pub struct Taken<'a> {
    /// The id of the document or draft that it comes from.
    pub document: &'a str,
    /// Its text.
    pub speech: &'a Speech,
    /// How much of it.
    pub extent: Extent,
}

/// A source has no section of that address, or no such block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchSection {
    /// Which of the sources, from 0.
    pub source_idx: usize,
}

/// A draft made of what is taken, in that order; with no source, one without text.
///
/// Title (unless one is given), byline, date and salutation come from the first source
/// that has them; the closing stands last and is that of the last source that has one.
/// One field of one document stays one field however many of its sections are taken;
/// fields of different documents stay apart, with labels made unique.
pub fn assemble(title: Option<&str>, sources: &[Taken<'_>]) -> Result<Speech, NoSuchSection> {
    let head = Head { title: title.map(str::to_owned), ..Head::default() };
    let plan: Vec<Planned<'_>> =
        sources.iter().map(|taken| Planned { taken: taken.clone(), with_text: true }).collect();
    assemble_plan(&head, &plan)
}

/// As [`assemble`], with more of the head given, and of some sources the headings alone.
pub(crate) fn assemble_plan(head: &Head, plan: &[Planned<'_>]) -> Result<Speech, NoSuchSection> {
    let planned = (0..).zip(plan).map(|(source_idx, planned)| {
        let blocks = planned.taken.blocks().ok_or(NoSuchSection { source_idx })?;
        Ok((planned, blocks))
    });
    let planned: Vec<(&Planned<'_>, &[Block])> = planned.collect::<Result<_, _>>()?;
    let mut draft = Draft::default();
    let given = [
        (BlockKind::Title, &head.title),
        (BlockKind::Byline, &head.byline),
        (BlockKind::Date, &head.date),
        (BlockKind::Salutation, &None),
    ];
    for (kind, given) in given {
        if let Some(words) = given {
            let words = words.trim_matches(is_blank);
            if !words.is_empty() {
                draft.write(&parse::head_line(kind, words));
            }
            continue;
        }
        let first = planned.iter().find(|(_, blocks)| blocks.iter().any(|block| block.kind == kind));
        if let Some((planned, blocks)) = first {
            draft.take(&planned.taken, blocks, |block| block.kind == kind);
        }
    }
    for (planned, blocks) in &planned {
        let heads = |block: &Block| matches!(block.kind, BlockKind::Heading { .. });
        draft.take(
            &planned.taken,
            blocks,
            |block| {
                if planned.with_text { is_body(block) } else { heads(block) }
            },
        );
    }
    let closes = |block: &Block| block.kind == BlockKind::Closing;
    let closing =
        |(planned, blocks): &&(&Planned<'_>, &[Block])| planned.with_text && blocks.iter().any(closes);
    if let Some((planned, blocks)) = planned.iter().rev().find(closing) {
        draft.take(&planned.taken, blocks, closes);
    }
    field::make_unique(&mut draft.speech.fields);
    Ok(draft.speech)
}

/// What a draft gets when something is taken over into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOver {
    /// The blocks, with ids that the draft doesn't have.
    pub blocks: Vec<Block>,
    /// The fields of theirs that the draft doesn't have, their labels unique beside its
    /// own.
    pub fields: Vec<Field>,
}

/// What a draft gets when something is taken over into it; where it goes is the writer's
/// to say, only that a closing stands last. Nothing where the source has no such section
/// or block.
///
/// A field of a document stays one field however often something of that document is
/// taken: one that the draft has already is used again. Title, byline, date and
/// salutation stay behind unless the draft is blank, and so does the closing where it
/// has one; if nothing else is asked for, they come as paragraphs.
pub fn take_over(draft: &Speech, taken: &Taken<'_>) -> Option<TakenOver> {
    let blocks = taken.blocks()?;
    let closes = draft.blocks.iter().any(|block| block.kind == BlockKind::Closing && !block.is_blank());
    let blank = draft.blocks.iter().all(Block::is_blank);
    let fits = |block: &Block| blank || is_body(block) || (block.kind == BlockKind::Closing && !closes);
    let mut beside = Draft::beside(draft, taken);
    if blocks.iter().any(fits) {
        beside.take(taken, blocks, fits);
    } else {
        beside.take(taken, blocks, |_| true);
        beside.speech.blocks.iter_mut().for_each(|block| block.kind = BlockKind::Paragraph);
    }
    let Speech { blocks, mut fields, .. } = beside.speech;
    field::make_unique(&mut fields);
    Some(TakenOver { blocks, fields: fields.split_off(draft.fields.len()) })
}

/// Those blocks as a draft gets them, whatever they are.
pub(crate) fn take_all(draft: &Speech, taken: &Taken<'_>, blocks: &[Block]) -> TakenOver {
    let mut beside = Draft::beside(draft, taken);
    beside.take(taken, blocks, |_| true);
    let Speech { blocks, mut fields, .. } = beside.speech;
    field::make_unique(&mut fields);
    TakenOver { blocks, fields: fields.split_off(draft.fields.len()) }
}

impl<'a> Taken<'a> {
    fn blocks(&self) -> Option<&'a [Block]> {
        self.extent.blocks(self.speech).map(|range| &self.speech.blocks[range])
    }
}

/// It stands between the head of a speech and its closing.
fn is_body(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::Table)
}

/// A draft while it is put together.
#[derive(Default)]
struct Draft {
    speech: Speech,
    /// The draft's field for each field of each document.
    fields: HashMap<(String, FieldId), FieldId>,
    /// The last number that was given to a block, a field, an enumeration.
    last_block: u32,
    last_field: u32,
    last_series: u32,
}

impl Draft {
    /// What is put together beside a draft that there is: its fields are known, its
    /// numbers are taken.
    fn beside(draft: &Speech, taken: &Taken<'_>) -> Self {
        let series = draft.blocks.iter().flat_map(|block| &block.inlines).map(|inline| match inline {
            Inline::Marker { series, .. } => *series,
            Inline::Text { .. } | Inline::Slot { .. } => 0,
        });
        Self {
            speech: Speech { fields: draft.fields.clone(), ..Speech::default() },
            fields: known_fields::known_fields(draft, taken),
            last_block: draft.blocks.iter().map(|block| block.id.0).max().unwrap_or(0),
            last_field: draft.fields.iter().map(|field| field.id.0).max().unwrap_or(0),
            last_series: series.max().unwrap_or(0),
        }
    }

    /// Takes those blocks over that are wanted.
    fn take(&mut self, taken: &Taken<'_>, blocks: &[Block], wanted: impl Fn(&Block) -> bool) {
        let blocks: Vec<&Block> = blocks.iter().filter(|block| wanted(block)).collect();
        let regular = regular_series(&blocks);
        let mut series: HashMap<u32, u32> = HashMap::new();
        for block in blocks {
            let mut copy = self.copy(block, |draft, inline| match inline {
                Inline::Slot { field, .. } => *field = draft.field(taken.document, taken.speech, *field),
                Inline::Marker { series: of, computed, .. } => {
                    *computed = *computed || regular.contains(of);
                    *of = *series.entry(*of).or_insert_with(|| {
                        draft.last_series += 1;
                        draft.last_series
                    });
                }
                Inline::Text { .. } => {}
            });
            let words = origin::words(&copy);
            copy.origin = Some(Origin { document: taken.document.to_owned(), block: block.id, words });
            self.speech.blocks.push(copy);
        }
    }

    /// Adds blocks that come from nowhere: what the writer has typed.
    fn write(&mut self, speech: &Speech) {
        for block in &speech.blocks {
            let copy = self.copy(block, |draft, inline| {
                if let Inline::Slot { field, .. } = inline {
                    *field = draft.field("", speech, *field);
                }
            });
            self.speech.blocks.push(copy);
        }
    }

    fn copy(&mut self, block: &Block, mut adapt: impl FnMut(&mut Self, &mut Inline)) -> Block {
        let mut inlines = trimmed(&block.inlines);
        inlines.iter_mut().for_each(|inline| adapt(self, inline));
        self.last_block += 1;
        Block {
            id: BlockId(self.last_block),
            kind: block.kind,
            numeral: block.numeral.as_ref().map(|_| Numeral::Computed),
            inlines,
            origin: None,
        }
    }

    fn field(&mut self, document: &str, source: &Speech, id: FieldId) -> FieldId {
        *self.fields.entry((document.to_owned(), id)).or_insert_with(|| {
            self.last_field += 1;
            let new = FieldId(self.last_field);
            self.speech.fields.extend(source.field(id).map(|field| Field { id: new, ..field.clone() }));
            new
        })
    }
}

/// The enumerations whose markers are alike and count from one without a gap: counting
/// them anew gives the same words.
fn regular_series(blocks: &[&Block]) -> Vec<u32> {
    let mut markers: HashMap<u32, Vec<&str>> = HashMap::new();
    for inline in blocks.iter().flat_map(|block| &block.inlines) {
        if let Inline::Marker { series, as_written, .. } = inline {
            markers.entry(*series).or_default().push(as_written);
        }
    }
    let regular = |written: &[&str]| {
        (1..).zip(written).all(|(number, marker)| numeral::recount(written[0], number) == *marker)
    };
    markers.into_iter().filter(|(_, written)| regular(written)).map(|(series, _)| series).collect()
}

/// The stretches without the blanks around them: a draft's indents come from its house
/// style.
fn trimmed(inlines: &[Inline]) -> Vec<Inline> {
    let mut inlines = inlines.to_vec();
    if let Some(Inline::Text { text, .. }) = inlines.first_mut() {
        *text = text.trim_start_matches(is_blank).to_owned();
    }
    if let Some(Inline::Text { text, .. }) = inlines.last_mut() {
        *text = text.trim_end_matches(is_blank).to_owned();
    }
    inlines.retain(|inline| !matches!(inline, Inline::Text { text, .. } if text.is_empty()));
    inlines
}
