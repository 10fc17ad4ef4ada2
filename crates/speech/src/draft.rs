//! Taking sections over into a draft.
//!
//! What is taken becomes the draft's own: new ids, computed numbers, fields of its
//! own, and on each block where it came from. The source is not touched.

use crate::field;
use crate::numeral;
use crate::origin;
use crate::parse;
use crate::section::{Address, section};
use crate::speech::{Block, BlockId, BlockKind, Field, FieldId, Inline, Numeral, Origin, Speech};
use crate::text::is_blank;
use std::collections::HashMap;
use std::ops::Range;

/// What is taken into a draft: a document, or one section of it.
#[derive(Clone, Debug)]
pub struct Taken<'a> {
    /// The id of the document or draft that it comes from.
    pub document: &'a str,
    /// Its text.
    pub speech: &'a Speech,
    /// The section; nothing for the whole.
    pub section: Option<Address>,
}

/// A source has no section of that address.
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
    let ranges =
        (0..).zip(sources).map(|(source_idx, taken)| extent(taken).ok_or(NoSuchSection { source_idx }));
    let ranges: Vec<Range<usize>> = ranges.collect::<Result<_, _>>()?;
    let taken: Vec<(&Taken<'_>, &[Block])> =
        sources.iter().zip(ranges).map(|(taken, range)| (taken, &taken.speech.blocks[range])).collect();
    let mut draft = Draft::default();
    if let Some(title) = title.map(|title| title.trim_matches(is_blank)).filter(|title| !title.is_empty()) {
        draft.write(&parse::title(title));
    }
    for kind in [BlockKind::Title, BlockKind::Byline, BlockKind::Date, BlockKind::Salutation] {
        let given = kind == BlockKind::Title && title.is_some();
        let first = taken.iter().find(|(_, blocks)| blocks.iter().any(|block| block.kind == kind));
        if let Some((taken, blocks)) = first.filter(|_| !given) {
            draft.take(taken, blocks, |block| block.kind == kind);
        }
    }
    for (taken, blocks) in &taken {
        draft.take(taken, blocks, |block| {
            matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::Table)
        });
    }
    let closes = |block: &Block| block.kind == BlockKind::Closing;
    if let Some((taken, blocks)) = taken.iter().rev().find(|(_, blocks)| blocks.iter().any(closes)) {
        draft.take(taken, blocks, closes);
    }
    field::make_unique(&mut draft.speech.fields);
    Ok(draft.speech)
}

fn extent(taken: &Taken<'_>) -> Option<Range<usize>> {
    match &taken.section {
        None => Some(0..taken.speech.blocks.len()),
        Some(address) => section(taken.speech, address),
    }
}

/// A draft while it is put together.
#[derive(Default)]
struct Draft {
    speech: Speech,
    /// The draft's field for each field of each document.
    fields: HashMap<(String, FieldId), FieldId>,
    /// How many enumerations it has.
    n_series: u32,
}

impl Draft {
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
                        draft.n_series += 1;
                        draft.n_series
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
        Block {
            id: BlockId(self.speech.blocks.len() as u32 + 1),
            kind: block.kind,
            numeral: block.numeral.as_ref().map(|_| Numeral::Computed),
            inlines,
            origin: None,
        }
    }

    fn field(&mut self, document: &str, source: &Speech, id: FieldId) -> FieldId {
        let fields = &mut self.speech.fields;
        *self.fields.entry((document.to_owned(), id)).or_insert_with(|| {
            let new = FieldId(fields.len() as u32 + 1);
            fields.extend(source.field(id).map(|field| Field { id: new, ..field.clone() }));
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
