//! The writer's own word on fields: two that are one, one that is two, another name,
//! another kind.
//!
//! ```text
//! XX街道 of the byline and XX街道 of the text       merge: asked once
//! 来到⟦XX⟧、⟦XX⟧考察, guessed to be one place        split: asked for each
//! 到访地                                          rename: 首站
//! ```
//!
//! Fields are guessed once, when a file is read. What the writer says of them here is
//! stored with the draft, and nothing guesses again: filling, taking over and numbering
//! leave it as it is. Nothing here changes a word outside the slots.

use crate::mask::mask;
use crate::message::Message;
use crate::quote::Quote;
use crate::speech::{BlockId, Field, FieldId, FieldKind, Inline, Speech};
use crate::text::{length, trim};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Names a slot within its speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SlotAddress {
    /// The block that it stands in.
    pub block: BlockId,
    /// Which of the block's slots it is, from 0.
    pub nth: u32,
}

/// What the writer says of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum FieldEdit {
    /// These are one: see [`merge`].
    Merge {
        /// The one that stays.
        kept: FieldId,
        /// The one that becomes part of it.
        other: FieldId,
    },
    /// These slots ask for something else: see [`split`].
    Split {
        /// Slots of one field.
        slots: Vec<SlotAddress>,
    },
    /// These words are a slot of the field, too: see [`join`].
    Join {
        /// The field.
        field: FieldId,
        /// The words.
        words: Vec<Quote>,
    },
    /// Another label: see [`rename`].
    Rename {
        /// The field.
        field: FieldId,
        /// What it is called from now on.
        label: String,
    },
    /// Nothing is to stand there, or it is asked for again: see [`leave_empty`].
    LeaveEmpty {
        /// The field.
        field: FieldId,
        /// False asks for it again.
        left: bool,
    },
    /// Another kind: see [`set_kind`].
    Kind {
        /// The field.
        field: FieldId,
        /// What sort of fact it is from now on.
        kind: FieldKind,
    },
}

/// Does what the writer says, one after the other: all of it or, where one is refused,
/// nothing.
pub fn edit(speech: &mut Speech, edits: &[FieldEdit]) -> Result<(), Refused> {
    let mut edited = speech.clone();
    for edit in edits {
        match edit {
            FieldEdit::Merge { kept, other } => merge(&mut edited, *kept, &[*other])?,
            FieldEdit::Split { slots } => drop(split(&mut edited, slots)?),
            FieldEdit::Join { field, words } => join(&mut edited, *field, words)?,
            FieldEdit::Rename { field, label } => rename(&mut edited, *field, label)?,
            FieldEdit::LeaveEmpty { field, left } => leave_empty(&mut edited, *field, *left)?,
            FieldEdit::Kind { field, kind } => set_kind(&mut edited, *field, *kind)?,
        }
    }
    *speech = edited;
    Ok(())
}

/// Why an edit was not done. The speech is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The speech has no field of that id.
    NoSuchField(FieldId),
    /// The speech has no slot there.
    NoSuchSlot(SlotAddress),
    /// The slots to be split off are of several fields, or there are none.
    NotOneField,
    /// The words no longer stand there, or another slot stands among them.
    Changed,
    /// A label of nothing but blanks.
    NoLabel,
    /// Another field has that label: perhaps the two are to be merged.
    LabelTaken(FieldId),
}

impl Refused {
    /// What the writer reads.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchField(_) | Self::NoSuchSlot(_) => Message::new(
                "这一项已经不在稿子里了，没有改动。",
                "this field is no longer in the draft; nothing was changed.",
            ),
            Self::NotOneField => Message::new(
                "要分开的几处不是同一项，没有改动。请只选同一项的几处。",
                "what is to be split off belongs to several fields; nothing was changed. \
                 Choose places of one field.",
            ),
            Self::Changed => Message::new(
                "这里的文字已经改过了，没有再动。",
                "the words here have changed since; nothing was done.",
            ),
            Self::NoLabel => Message::new("请给这一项起个名称。", "give the field a name."),
            Self::LabelTaken(_) => Message::new(
                "另一项已经用了这个名称。如果说的是同一件事，请把两项并成一项；不是，请换个名称。",
                "another field has this name. If they are the same fact, merge the two; \
                 else choose another name.",
            ),
        }
    }
}

/// Makes one field of several: `kept` stays what it is, and the slots of the others ask for
/// it. Its value is its own; where it has none, the value that the others have, if they
/// don't contradict each other.
pub fn merge(speech: &mut Speech, kept: FieldId, others: &[FieldId]) -> Result<(), Refused> {
    let kept_idx = index(speech, kept)?;
    let others: Vec<FieldId> = others.iter().copied().filter(|other| *other != kept).collect();
    let mut values = Vec::new();
    for other in &others {
        values.extend(speech.fields[index(speech, *other)?].value.clone());
    }
    values.dedup();
    if let (None, [value]) = (&speech.fields[kept_idx].value, values.as_slice()) {
        speech.fields[kept_idx].value = Some(value.clone());
    }
    for field in slots_mut(speech).filter(|field| others.contains(field)) {
        *field = kept;
    }
    speech.fields.retain(|field| !others.contains(&field.id));
    Ok(())
}

/// Makes a field of its own of some slots of one field, and gives its id. It has the kind,
/// unit and value of the old one, and its label with a number: 到访地（2）. Slots that are
/// all the field has are that field already.
pub fn split(speech: &mut Speech, slots: &[SlotAddress]) -> Result<FieldId, Refused> {
    let slots: HashSet<SlotAddress> = slots.iter().copied().collect();
    let mut of_slots = Vec::new();
    for slot in &slots {
        of_slots.push(*slot_mut(speech, *slot)?);
    }
    of_slots.dedup();
    let [old] = of_slots[..] else { return Err(Refused::NotOneField) };
    let source = speech.fields[index(speech, old)?].clone();
    if slots_mut(speech).filter(|field| **field == old).count() == slots.len() {
        return Ok(old);
    }
    let new = FieldId(1 + speech.fields.iter().map(|field| field.id.0).max().unwrap_or(0));
    let label = numbered(speech, &source.label);
    for slot in slots {
        *slot_mut(speech, slot)? = new;
    }
    let firsts = first_slots(speech);
    let after = |field: &Field| firsts.get(&field.id) > firsts.get(&new);
    let idx = speech.fields.iter().position(after).unwrap_or(speech.fields.len());
    speech.fields.insert(idx, Field { id: new, label, ..source });
    Ok(new)
}

/// Makes slots of a field of words that say the same: 汉阴 beside XX. The word for its level
/// stays text where it follows the name (汉阴｜县): a value is put in without it.
pub fn join(speech: &mut Speech, id: FieldId, words: &[Quote]) -> Result<(), Refused> {
    index(speech, id)?;
    let written = written(speech, id);
    let mut words: Vec<Quote> = words.iter().map(without_level).collect();
    // The last first, so that the places of the others stay right.
    words.sort_by_key(|words| (words.block, words.start));
    for words in words.iter().rev() {
        let slot = Inline::Slot { field: id, as_written: written.clone() };
        mask(speech, words, slot).map_err(|_| Refused::Changed)?;
    }
    Ok(())
}

/// The placeholder of a field's first slot.
fn written(speech: &Speech, id: FieldId) -> String {
    let mut inlines = speech.blocks.iter().flat_map(|block| &block.inlines);
    let found = inlines.find_map(|inline| match inline {
        Inline::Slot { field, as_written } if *field == id => Some(as_written.clone()),
        _ => None,
    });
    found.unwrap_or_else(|| "XX".to_owned())
}

/// A place's name without 县, 市 …, where a name is left.
fn without_level(words: &Quote) -> Quote {
    let n_chars = length(&words.text);
    let level = words.text.chars().next_back().filter(|last| LEVELS.contains(last));
    match level {
        Some(level) if n_chars > 2 => Quote {
            end: words.end - 1,
            text: words.text[..words.text.len() - level.len_utf8()].to_owned(),
            ..words.clone()
        },
        _ => words.clone(),
    }
}

/// What a place's name ends in.
const LEVELS: [char; 8] = ['省', '市', '州', '县', '区', '旗', '镇', '乡'];

/// Gives a field another label, the blanks around it left out.
pub fn rename(speech: &mut Speech, id: FieldId, label: &str) -> Result<(), Refused> {
    let idx = index(speech, id)?;
    let label: String = trim(label).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if label.is_empty() {
        return Err(Refused::NoLabel);
    }
    if let Some(other) = speech.fields.iter().find(|field| field.label == label && field.id != id) {
        return Err(Refused::LabelTaken(other.id));
    }
    speech.fields[idx].label = label;
    Ok(())
}

/// Leaves a field empty: it is decided and not asked for again, and its value is gone. With
/// `left` false it is open again; one that has a value keeps it.
pub fn leave_empty(speech: &mut Speech, id: FieldId, left: bool) -> Result<(), Refused> {
    let idx = index(speech, id)?;
    let field = &mut speech.fields[idx];
    if left {
        field.value = Some(String::new());
    } else if field.is_left_empty() {
        field.value = None;
    }
    Ok(())
}

/// Gives a field another kind: the values to come are read by it. The one that it has stays
/// as it is printed, and so do the words after the slot that measure it.
pub fn set_kind(speech: &mut Speech, id: FieldId, kind: FieldKind) -> Result<(), Refused> {
    let idx = index(speech, id)?;
    speech.fields[idx].kind = kind;
    Ok(())
}

fn index(speech: &Speech, id: FieldId) -> Result<usize, Refused> {
    speech.fields.iter().position(|field| field.id == id).ok_or(Refused::NoSuchField(id))
}

/// 到访地（2）, or the next number that no field has.
fn numbered(speech: &Speech, label: &str) -> String {
    let base = crate::field::without_number(label);
    let mut number = 2;
    loop {
        let label = format!("{base}（{number}）");
        if speech.fields.iter().all(|field| field.label != label) {
            return label;
        }
        number += 1;
    }
}

// ---- Slots ------------------------------------------------------------------------

/// The fields of all slots, in the order of the text.
fn slots_mut(speech: &mut Speech) -> impl Iterator<Item = &mut FieldId> {
    speech.blocks.iter_mut().flat_map(|block| &mut block.inlines).filter_map(|inline| match inline {
        Inline::Slot { field, .. } => Some(field),
        Inline::Text { .. } | Inline::Marker { .. } => None,
    })
}

fn slot_mut(speech: &mut Speech, slot: SlotAddress) -> Result<&mut FieldId, Refused> {
    let block = speech.blocks.iter_mut().find(|block| block.id == slot.block);
    let mut slots =
        block.into_iter().flat_map(|block| &mut block.inlines).filter_map(|inline| match inline {
            Inline::Slot { field, .. } => Some(field),
            Inline::Text { .. } | Inline::Marker { .. } => None,
        });
    slots.nth(slot.nth as usize).ok_or(Refused::NoSuchSlot(slot))
}

/// Where in the order of all slots each field comes first.
fn first_slots(speech: &mut Speech) -> HashMap<FieldId, usize> {
    let mut firsts = HashMap::new();
    for (idx, field) in slots_mut(speech).enumerate() {
        firsts.entry(*field).or_insert(idx);
    }
    firsts
}
