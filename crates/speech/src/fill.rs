//! Filling fields: from values given by hand, and from a data sheet.
//!
//! What surely fits is filled; what a person would have to be asked about is left
//! open and named.

mod value;

use crate::speech::{Field, FieldId, Inline, Speech};
use crate::text::{half_width, is_blank};
use std::collections::HashMap;

/// Labels and values, in the order of the sheet.
pub type DataSheet = Vec<(String, String)>;

/// What filling did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The fields that have a new value.
    pub filled: Vec<FilledField>,
    /// What fits no field surely: a person has to say.
    pub unmatched: Vec<Unmatched>,
    /// The fields still open, in their order.
    pub open: Vec<FieldId>,
}

/// A field that was filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledField {
    /// The field.
    pub field: FieldId,
    /// How well the label fits.
    pub matched: Match,
    /// The value as it was given.
    pub value: String,
    /// What stands in its slots now.
    pub shown: String,
}

/// A label or a value that fits no field surely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// The label as it was given.
    pub label: String,
    /// The fields that it may mean, best first. One alone that the label names is one whose
    /// value is to be asked about.
    pub candidates: Vec<FieldId>,
    /// How well the label fits each of them.
    pub matches: Vec<Match>,
}

/// How well a label that was given fits the label of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// It is the field's label, or its id.
    Exact,
    /// It is the label but for blanks, width and case, or has the unit behind it:
    /// 全县用水量增幅（%）.
    Same,
    /// It is a part of this label alone: 用水量. Filled only where it was given by hand.
    Part,
    /// It shares so many of a hundred pairs of neighbours with the label. Never filled.
    Like(u8),
}

/// A label given by hand that names no field, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongLabel {
    /// The label as it was given.
    pub label: String,
    /// The fields that it may mean; empty for none.
    pub candidates: Vec<FieldId>,
}

/// Fills fields from values set by hand (label or id, value; an empty value opens
/// the field again) and then from a sheet. Nothing is changed where a label set by
/// hand is wrong. A sheet never fills what was set by hand, and its empty values
/// are passed over.
pub fn fill(speech: &mut Speech, set: &[(String, String)], sheet: &DataSheet) -> Result<Filled, WrongLabel> {
    let by_hand: Vec<(Fit, &str, &str)> = set
        .iter()
        .map(|(label, value)| Ok((named(&speech.fields, label)?, label.as_str(), value.as_str())))
        .collect::<Result<_, _>>()?;
    let mut filled = Filled::default();
    let mut given: HashMap<FieldId, String> = HashMap::new();
    for (fit, label, value) in by_hand {
        given.insert(fit.field, value.trim_matches(is_blank).to_owned());
        put(speech, &mut filled, fit, label, value);
    }
    for (label, value) in sheet.iter().filter(|(_, value)| !value.trim_matches(is_blank).is_empty()) {
        let fits = same_label(&speech.fields, label);
        match fits.as_slice() {
            [fit] => {
                let value = value.trim_matches(is_blank);
                match given.get(&fit.field) {
                    None => put(speech, &mut filled, *fit, label, value),
                    // Two rows of the sheet, or a row and a hand, disagree.
                    Some(before) if before != value => filled.unmatched.push(unmatched(label, &fits)),
                    Some(_) => {}
                }
                given.entry(fit.field).or_insert_with(|| value.to_owned());
            }
            [] => filled.unmatched.push(unmatched(label, &like_label(&speech.fields, label))),
            _ => filled.unmatched.push(unmatched(label, &fits)),
        }
    }
    filled.open = speech.fields.iter().filter(|field| field.value.is_none()).map(|field| field.id).collect();
    Ok(filled)
}

/// Fills what is still open from a sheet, and nothing else: what the writer put in or decided
/// to leave empty stays. Rows that fit no field surely are passed over.
pub fn fill_open(speech: &mut Speech, sheet: &DataSheet) -> Filled {
    let mut all = speech.clone();
    // Nothing is set by hand, so no label of it can be wrong.
    let mut filled = fill(&mut all, &[], sheet).unwrap_or_default();
    let open = |id: FieldId| speech.field(id).is_some_and(|field| field.value.is_none());
    filled.filled.retain(|one| open(one.field));
    filled.unmatched.clear();
    for one in &filled.filled {
        if let Some(field) = speech.fields.iter_mut().find(|field| field.id == one.field) {
            field.value = Some(one.shown.clone());
        }
    }
    filled
}

/// The field that a label or id means.
pub fn find(speech: &Speech, label: &str) -> Result<FieldId, WrongLabel> {
    named(&speech.fields, label).map(|fit| fit.field)
}

fn unmatched(label: &str, fits: &[Fit]) -> Unmatched {
    Unmatched {
        label: label.to_owned(),
        candidates: fits.iter().map(|fit| fit.field).collect(),
        matches: fits.iter().map(|fit| fit.matched).collect(),
    }
}

/// Puts a value into a field, or names it where it can't be of the field's kind.
fn put(speech: &mut Speech, filled: &mut Filled, fit: Fit, label: &str, value: &str) {
    let given = value.trim_matches(is_blank);
    let Fit { field: id, matched } = fit;
    let surroundings = surroundings(speech, id);
    let Some(field) = speech.fields.iter_mut().find(|field| field.id == id) else { return };
    if given.is_empty() {
        field.value = None;
        return;
    }
    match value::shown(field, given, &surroundings) {
        Some(shown) => {
            field.value = Some(shown.clone());
            filled.filled.push(FilledField { field: id, matched, value: value.to_owned(), shown });
        }
        None => filled.unmatched.push(unmatched(label, &[fit])),
    }
}

/// Whether a value can be of the field's kind.
pub(crate) fn fits(speech: &Speech, id: FieldId, value: &str) -> bool {
    let shown = speech.field(id).and_then(|field| value::shown(field, value, &surroundings(speech, id)));
    shown.is_some_and(|shown| !shown.is_empty())
}

/// The texts right before and right after each slot of a field.
fn surroundings(speech: &Speech, id: FieldId) -> Vec<(String, String)> {
    let words = |inline: Option<&Inline>| match inline {
        Some(Inline::Text { text, .. }) => text.clone(),
        _ => String::new(),
    };
    let mut surroundings = Vec::new();
    for block in &speech.blocks {
        for (idx, inline) in block.inlines.iter().enumerate() {
            if matches!(inline, Inline::Slot { field, .. } if *field == id) {
                let before = words(idx.checked_sub(1).and_then(|before| block.inlines.get(before)));
                surroundings.push((before, words(block.inlines.get(idx + 1))));
            }
        }
    }
    surroundings
}

// ---- Labels -----------------------------------------------------------------------

/// A field that a label fits.
#[derive(Clone, Copy)]
struct Fit {
    field: FieldId,
    matched: Match,
}

fn all_fit<'a>(fields: impl Iterator<Item = &'a Field>, matched: Match) -> Vec<Fit> {
    fields.map(|field| Fit { field: field.id, matched }).collect()
}

/// The field that a label given by hand names: its id, its label, or the only label
/// that the words are part of.
fn named(fields: &[Field], label: &str) -> Result<Fit, WrongLabel> {
    if let Some(field) = fields.iter().find(|field| field.id.to_string() == label.trim_matches(is_blank)) {
        return Ok(Fit { field: field.id, matched: Match::Exact });
    }
    let mut candidates = same_label(fields, label);
    if candidates.is_empty() {
        let wanted = plain(label);
        let part = |field: &&Field| !wanted.is_empty() && plain(&field.label).contains(&wanted);
        candidates = all_fit(fields.iter().filter(part), Match::Part);
    }
    match candidates.as_slice() {
        [fit] => Ok(*fit),
        _ => {
            let candidates = candidates.into_iter().map(|fit| fit.field).collect();
            Err(WrongLabel { label: label.to_owned(), candidates })
        }
    }
}

/// The fields of that very label: as it is, else without its blanks and unit.
fn same_label(fields: &[Field], label: &str) -> Vec<Fit> {
    let exact = all_fit(fields.iter().filter(|field| field.label == label), Match::Exact);
    if !exact.is_empty() {
        return exact;
    }
    let wanted = plain(label);
    let same = |field: &&Field| {
        let unit = field.unit.as_deref().unwrap_or("");
        plain(&field.label) == wanted || wanted == plain(&format!("{}({unit})", field.label))
    };
    all_fit(fields.iter().filter(same), Match::Same)
}

/// How many candidates are named for a label that fits none.
const MOST_CANDIDATES: usize = 5;

/// The fields whose labels share most with a label, best first.
fn like_label(fields: &[Field], label: &str) -> Vec<Fit> {
    let share = |field: &Field| likeness(label, &field.label);
    let mut like: Vec<(u8, FieldId)> =
        fields.iter().map(|field| (share(field), field.id)).filter(|(share, _)| *share >= 40).collect();
    like.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let fit = |(share, field): (u8, FieldId)| Fit { field, matched: Match::Like(share) };
    like.into_iter().take(MOST_CANDIDATES).map(fit).collect()
}

/// How many of a hundred pairs of neighbours two labels share.
pub(crate) fn likeness(one: &str, other: &str) -> u8 {
    let (wanted, has) = (pairs(&plain(one)), pairs(&plain(other)));
    let n_shared = wanted.iter().filter(|pair| has.contains(pair)).count();
    (200 * n_shared / (wanted.len() + has.len()).max(1)).min(100) as u8
}

/// The same label but for blanks, width and case.
pub(crate) fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// A label without blanks, in half width and lower case.
fn plain(label: &str) -> String {
    label.chars().map(half_width).filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect()
}

fn pairs(text: &str) -> Vec<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}
