//! Lines to a speech: junk, roles, headings, enumerations, slots, fields, in that
//! order.
//!
//! Parsing never fails and throws nothing away. What it can't tell is a paragraph;
//! what it takes for junk is named, with the rule, and can be taken back.

mod above;
mod enumerations;
pub(crate) mod headings;
mod junk;
mod roles;

use crate::field::{self, Asking};
use crate::message::Message;
use crate::numeral::Spelling;
use crate::paragraph::{Control, Paragraph};
use crate::slot::{self, Asterisks};
use crate::speech::{Block, BlockId, BlockKind, FieldId, Inline, Numeral, Role, STORED_VERSION, Speech};
use crate::text::{Characters, Position, Span, slice};
use above::Above;
pub(crate) use enumerations::{Member, members};
use roles::Line;
pub(crate) use roles::{begins_with_surname, genre_of_title};

/// A file's text, understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The speech, as a document: numerals and markers as written.
    pub speech: Speech,
    /// Every line of the file from first to last character, junk and blank lines
    /// included; two parts for a line with a run-in heading.
    pub parts: Vec<Part>,
}

/// A line of the file, or one of the two parts of a run-in line.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its first character.
    pub position: Position,
    /// What it is.
    pub role: Role,
    /// Its text, never trimmed.
    pub text: String,
    /// For junk: the rule that found it.
    pub rule: Option<Message>,
    /// The block made of it; none for junk and blank lines.
    pub block: Option<BlockId>,
}

impl Parsed {
    /// The lines of the file that are of the speech: the n-th is where the n-th
    /// line of the speech's [`text`](crate::shown::text) stands.
    pub fn lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> =
            self.parts.iter().filter(|part| part.block.is_some()).map(|part| part.position.line).collect();
        lines.dedup();
        lines
    }

    /// Where a block begins in the file.
    pub fn position(&self, block: BlockId) -> Option<Position> {
        self.parts.iter().find(|part| part.block == Some(block)).map(|part| part.position)
    }
}

/// Understands a text. Never fails: what it can't tell is a paragraph.
pub fn parse(paragraphs: &[Paragraph]) -> Parsed {
    let mut raw = Vec::new();
    let mut parts = Vec::new();
    let mut above = Above::default();
    for (number, line) in (1..).zip(roles::roles(paragraphs)) {
        let position = Position { line: number, column: 1 };
        let mut blocks = raw_blocks(&line, &mut above);
        if blocks.is_empty() {
            let text = line.paragraph.text.clone();
            parts.push(Part { position, role: line.role, text, rule: line.rule, block: None });
        }
        for block in blocks.drain(..) {
            parts.push(Part {
                position: Position { column: block.start + 1, ..position },
                role: block.kind.role(),
                text: block.whole(),
                rule: None,
                block: Some(BlockId(raw.len() as u32 + 1)),
            });
            raw.push(block);
        }
    }
    Parsed { speech: understand(raw), parts }
}

/// A line of the head that the writer has typed (title, byline, date), as a speech of its own.
pub(crate) fn head_line(kind: BlockKind, text: &str) -> Speech {
    let text = text.to_owned();
    understand(vec![Raw { kind, start: 0, numeral: None, text, strong: Vec::new(), controls: Vec::new() }])
}

/// A block that is not yet looked into.
struct Raw {
    kind: BlockKind,
    /// Where it begins in its line, in characters from 0.
    start: usize,
    numeral: Option<String>,
    /// The text after the numeral.
    text: String,
    /// The bold parts of the text.
    strong: Vec<Span>,
    /// The parts of the text that the file asks for.
    controls: Vec<Control>,
}

impl Raw {
    fn whole(&self) -> String {
        self.numeral.as_deref().unwrap_or("").to_owned() + &self.text
    }
}

/// The blocks of a line: none for junk, two where a heading runs in, else one.
fn raw_blocks(line: &Line<'_>, above: &mut Above) -> Vec<Raw> {
    let text = line.paragraph.text.as_str();
    let piece = |kind, numeral: Span, words: Span| Raw {
        kind,
        start: numeral.start,
        numeral: (!numeral.is_empty()).then(|| slice(text, numeral).to_owned()),
        strong: within(&line.paragraph.hints.strong, &words),
        controls: controls_within(&line.paragraph.hints.controls, &words),
        text: slice(text, words).to_owned(),
    };
    let whole = |kind| vec![piece(kind, 0..0, 0..usize::MAX)];
    match line.role {
        Role::Junk | Role::Blank => Vec::new(),
        Role::Title => whole(BlockKind::Title),
        Role::Byline => whole(BlockKind::Byline),
        Role::Date => whole(BlockKind::Date),
        Role::Salutation => whole(BlockKind::Salutation),
        Role::Closing => whole(BlockKind::Closing),
        Role::Paragraph | Role::Heading if line.paragraph.hints.table_row => whole(BlockKind::Table),
        Role::Paragraph | Role::Heading => {
            if above.goes_on(text) {
                return whole(BlockKind::Paragraph);
            }
            let Some(cut) = headings::heading(line.paragraph) else { return whole(BlockKind::Paragraph) };
            above.n_ordered = 0;
            let is_part = cut.spelling == Some(Spelling::Part);
            above.under_part |= is_part;
            let level = if above.under_part && !is_part { (cut.level + 1).min(4) } else { cut.level };
            let kind = BlockKind::Heading { level, run_in: cut.run_in };
            let heading = piece(kind, 0..cut.n_numeral, cut.n_numeral..cut.n_heading);
            let rest = cut.run_in.then(|| Raw {
                start: cut.n_heading,
                ..piece(BlockKind::Paragraph, 0..0, cut.n_heading..usize::MAX)
            });
            [heading].into_iter().chain(rest).collect()
        }
    }
}

/// The spans that lie within another, counted from its start.
fn within(spans: &[Span], outer: &Span) -> Vec<Span> {
    let cut = |at: usize| at.clamp(outer.start, outer.end) - outer.start;
    spans.iter().map(|span| cut(span.start)..cut(span.end)).filter(|span| !span.is_empty()).collect()
}

/// The controls that lie wholly within a span, counted from its start. One that a numeral or a
/// heading cuts through is text.
fn controls_within(controls: &[Control], outer: &Span) -> Vec<Control> {
    let inside = controls.iter().filter(|control| {
        outer.start <= control.span.start && control.span.end <= outer.end && !control.span.is_empty()
    });
    let moved = |control: &Control| Control {
        span: control.span.start - outer.start..control.span.end - outer.start,
        ..control.clone()
    };
    inside.map(moved).collect()
}

/// Looks into the blocks: markers, slots, fields.
fn understand(raw: Vec<Raw>) -> Speech {
    let markers = markers(&raw);
    let doubles = Asterisks::of(raw.iter().map(|block| block.text.as_str()));
    let slots: Vec<Vec<Span>> =
        raw.iter().zip(&markers).map(|(block, markers)| slots(block, markers, doubles)).collect();
    let asking: Vec<Asking<'_>> = raw
        .iter()
        .zip(&slots)
        .map(|(block, slots)| Asking {
            kind: block.kind,
            text: &block.text,
            slots,
            controls: &block.controls,
        })
        .collect();
    let (fields, of_slots) = field::fields(&asking);
    let blocks = (1..).zip(&raw).zip(&markers).zip(slots.iter().zip(&of_slots)).map(
        |(((id, block), markers), (slots, fields))| Block {
            id: BlockId(id),
            kind: block.kind,
            numeral: block.numeral.clone().map(Numeral::AsWritten),
            inlines: inlines(block, markers, slots, fields),
            origin: None,
        },
    );
    Speech { version: STORED_VERSION, blocks: blocks.collect(), fields }
}

/// The markers of each block.
fn markers(raw: &[Raw]) -> Vec<Vec<enumerations::Member>> {
    let counted = |block: &Raw| matches!(block.kind, BlockKind::Paragraph | BlockKind::Closing);
    let texts: Vec<Option<&str>> =
        raw.iter().map(|block| counted(block).then_some(block.text.as_str())).collect();
    let mut of_blocks: Vec<Vec<_>> = raw.iter().map(|_| Vec::new()).collect();
    for member in enumerations::members(&texts) {
        of_blocks[member.text_idx].push(member);
    }
    of_blocks
}

/// The slots of a block that are in none of its markers: what the file asks for, and what its
/// words ask for beside that.
fn slots(block: &Raw, markers: &[enumerations::Member], doubles: Asterisks) -> Vec<Span> {
    let apart = |one: &Span, other: &Span| one.end <= other.start || other.end <= one.start;
    let clear = |slot: &Span| markers.iter().all(|marker| apart(slot, &marker.span));
    let controls = block.controls.iter().map(|control| control.span.clone());
    let words = slot::slots_among(&block.text, doubles).into_iter();
    let words = words.filter(|slot| block.controls.iter().all(|control| apart(slot, &control.span)));
    let mut slots: Vec<Span> = controls.chain(words).filter(clear).collect();
    slots.sort_by_key(|slot| slot.start);
    slots
}

/// The text of a block cut at its markers, slots and changes of weight.
fn inlines(block: &Raw, markers: &[enumerations::Member], slots: &[Span], fields: &[FieldId]) -> Vec<Inline> {
    let characters = Characters::of(&block.text);
    let marked = markers.iter().map(|member| {
        let marker = Inline::Marker {
            series: member.series,
            number: member.number,
            as_written: characters.slice(member.span.clone()).to_owned(),
            computed: false,
        };
        (member.span.clone(), marker)
    });
    let asked = slots.iter().zip(fields).map(|(slot, field)| {
        (slot.clone(), Inline::Slot { field: *field, as_written: characters.slice(slot.clone()).to_owned() })
    });
    let mut special: Vec<(Span, Inline)> = marked.chain(asked).collect();
    special.sort_by_key(|(span, _)| span.start);
    let mut inlines = Vec::new();
    let mut at = 0;
    for (span, inline) in special {
        push_text(block, &characters, at..span.start, &mut inlines);
        inlines.push(inline);
        at = span.end;
    }
    push_text(block, &characters, at..characters.len(), &mut inlines);
    inlines
}

fn push_text(block: &Raw, characters: &Characters<'_>, span: Span, inlines: &mut Vec<Inline>) {
    let mut at = span.start;
    while at < span.end {
        let strong = block.strong.iter().find(|strong| strong.contains(&at));
        let next = match strong {
            Some(strong) => strong.end,
            None => {
                block.strong.iter().map(|strong| strong.start).find(|start| *start > at).unwrap_or(span.end)
            }
        };
        let end = next.min(span.end);
        inlines.push(Inline::Text { text: characters.slice(at..end).to_owned(), strong: strong.is_some() });
        at = end;
    }
}
