//! Slots to fields: which facts a text asks for.
//!
//! ```text
//! 一季度，全县用水量增长X%，用电量下降X万度。   two facts: 一季度全县用水量增幅, 用电量减少量
//! 分别占全国、全省、全市的X%、X%、X%            three facts, though the slots look alike
//! 建设更高水平“平安XX”……新时代幸福X建设         one fact: 县名
//! ```
//!
//! Equal surroundings do not make one fact of two figures; a figure is one fact a
//! slot. Only names are shared, and only where the text leaves no doubt.

mod kind;
mod label;
mod measure;
mod share;

pub(crate) use share::own_level;

use crate::paragraph::Control;
use crate::speech::{BlockKind, Field, FieldId};
use crate::text::{Span, is_blank, is_one_of, trim};
use kind::Measured;
use measure::Measures;
use std::collections::{HashMap, HashSet};

/// A block's text and the slots in it.
pub(crate) struct Asking<'a> {
    pub(crate) kind: BlockKind,
    /// The text, the numeral of a heading left out.
    pub(crate) text: &'a str,
    /// The slots, in characters of the text.
    pub(crate) slots: &'a [Span],
    /// What the file itself says of some of the slots.
    pub(crate) controls: &'a [Control],
}

/// The fields of a text, in the order of their first slots; and the field of each
/// slot, block by block.
pub(crate) fn fields(blocks: &[Asking<'_>]) -> (Vec<Field>, Vec<Vec<FieldId>>) {
    let chars: Vec<Vec<char>> = blocks.iter().map(|block| block.text.chars().collect()).collect();
    let own = level_of(blocks);
    let heads = blocks.iter().filter(|block| matches!(block.kind, BlockKind::Title | BlockKind::Byline));
    let head: String = heads.map(|block| block.text).collect();
    let measures = Measures::read();
    let mut fields: Vec<Field> = Vec::new();
    let mut shared: HashMap<String, FieldId> = HashMap::new();
    let mut titled: HashMap<String, FieldId> = HashMap::new();
    let mut called: HashMap<&str, FieldId> = HashMap::new();
    let mut of_slots = Vec::with_capacity(blocks.len());
    for (block, chars) in blocks.iter().zip(&chars) {
        let measured = kind::measured(&measures, block.kind, chars, block.slots);
        let ids = (0..block.slots.len()).map(|slot_idx| {
            let place = Place {
                block: block.kind,
                chars,
                slots: block.slots,
                measured: &measured,
                slot_idx,
                own,
                head: &head,
            };
            if let Some(control) = place.control(block.controls) {
                let name = control.label.as_deref();
                if let Some(id) = name.and_then(|name| called.get(name)) {
                    return *id;
                }
                let field = asked_for(control, &place, fields.len() as u32 + 1);
                let id = field.id;
                fields.push(field);
                called.extend(name.map(|name| (name, id)));
                return id;
            }
            let key = share::key(&place);
            let phrases = share::phrases(&place);
            let same = key.as_ref().and_then(|key| shared.get(key));
            if let Some(id) = same.or_else(|| phrases.iter().find_map(|phrase| titled.get(phrase))) {
                return *id;
            }
            let id = FieldId(fields.len() as u32 + 1);
            let Measured { kind, unit } = measured[slot_idx].clone();
            fields.push(Field { id, kind, label: label::label(&place), unit, value: None });
            shared.extend(key.map(|key| (key, id)));
            if block.kind == BlockKind::Title {
                titled.extend(phrases.into_iter().map(|phrase| (phrase, id)));
            }
            id
        });
        of_slots.push(ids.collect());
    }
    make_unique(&mut fields);
    (fields, of_slots)
}

/// The field of a slot that the file itself asks for.
fn asked_for(control: &Control, place: &Place<'_>, id: u32) -> Field {
    let Measured { kind, unit } = place.measured().clone();
    let label = control.label.as_deref().map(trim).filter(|label| !label.is_empty());
    Field {
        id: FieldId(id),
        kind: control.kind.unwrap_or(kind),
        label: label.map_or_else(|| label::label(place), |label| label.chars().take(LONGEST_NAME).collect()),
        unit,
        value: control.filled.then(|| place.as_written()),
    }
}

/// The level that the title speaks for, else the whole text.
fn level_of(blocks: &[Asking<'_>]) -> Option<char> {
    let titles = blocks.iter().filter(|block| block.kind == BlockKind::Title);
    own_level(titles.map(|block| block.text)).or_else(|| own_level(blocks.iter().map(|block| block.text)))
}

/// The longest name that a form may give a field, in characters.
const LONGEST_NAME: usize = 40;

/// How much of a text on either side tells of a slot, in characters; without it a line
/// that is one endless sentence would take the square of its length.
const SURROUNDINGS: usize = 300;

/// A slot where it stands: what its kind, its label and its sharing are told from.
#[derive(Clone, Copy)]
struct Place<'a> {
    block: BlockKind,
    chars: &'a [char],
    slots: &'a [Span],
    measured: &'a [Measured],
    slot_idx: usize,
    /// The level that the text speaks for: 县 of 我县.
    own: Option<char>,
    /// The lines of the title and the byline, joined.
    head: &'a str,
}

impl Place<'_> {
    /// What the file says of the slot.
    fn control<'c>(&self, controls: &'c [Control]) -> Option<&'c Control> {
        controls.iter().find(|control| control.span == *self.slot())
    }

    fn slot(&self) -> &Span {
        &self.slots[self.slot_idx]
    }

    /// The first of the first `n_slots` slots that begins at a character or after it.
    fn first_slot_from(&self, start: usize, n_slots: usize) -> Option<usize> {
        let first = self.slots[..n_slots].partition_point(|slot| slot.start < start);
        (first < n_slots).then_some(first)
    }

    fn measured(&self) -> &Measured {
        &self.measured[self.slot_idx]
    }

    fn as_written(&self) -> String {
        self.chars[self.slot().clone()].iter().collect()
    }

    /// The text before the slot, from the last of `marks` or the start on.
    fn before(&self, marks: &str) -> String {
        let end = self.slot().start;
        let far = end.saturating_sub(SURROUNDINGS);
        let mark = self.chars[far..end].iter().rposition(|c| is_mark(*c, marks));
        let start = mark.map_or(far, |at| far + at + 1);
        self.chars[start..end].iter().collect()
    }

    /// The text after the slot, up to one of `marks` or the end.
    fn after(&self, marks: &str) -> String {
        let after = self.chars[self.slot().end..].iter().take(SURROUNDINGS);
        after.take_while(|c| !is_mark(**c, marks)).collect()
    }

    /// Where the unit of a slot ends.
    fn unit_end(&self, slot_idx: usize) -> usize {
        let Some(unit) = &self.measured[slot_idx].unit else { return self.slots[slot_idx].end };
        let n_blanks = self.chars[self.slots[slot_idx].end..].iter().take_while(|c| is_blank(**c)).count();
        self.slots[slot_idx].end + n_blanks + unit.chars().count()
    }
}

/// Whether a character is one of the marks, or its half-width twin: many a page is typed so.
fn is_mark(c: char, marks: &str) -> bool {
    const TWINS: [(char, char); 5] = [(',', '，'), (';', '；'), (':', '：'), ('!', '！'), ('?', '？')];
    is_one_of(c, marks)
        || c.is_ascii() && TWINS.iter().any(|(half, full)| *half == c && is_one_of(*full, marks))
}

/// Gives each later field of a label a number: 镇名, 镇名（2）.
pub(crate) fn make_unique(fields: &mut [Field]) {
    let mut taken: HashSet<String> = HashSet::new();
    // The number to go on with, so that thousands of equal labels take no square of time.
    let mut next: HashMap<String, u32> = HashMap::new();
    for field in fields {
        let base = without_number(&field.label).to_owned();
        while taken.contains(&field.label) {
            let number = next.entry(base.clone()).or_insert(2);
            field.label = format!("{base}（{number}）");
            *number += 1;
        }
        taken.insert(field.label.clone());
    }
}

/// 镇名 of 镇名（2）.
pub(crate) fn without_number(label: &str) -> &str {
    let number = label.strip_suffix('）').and_then(|label| label.rsplit_once('（'));
    match number {
        Some((base, number)) if number.parse::<u32>().is_ok() => base,
        _ => label,
    }
}
