//! 用过的值. What a field could be filled with: what its label was filled with before, and the
//! facts of the office. Nothing is filled by itself.

use crate::field::without_number;
use crate::fill;
use crate::speech::{Field, FieldId, FieldKind, Speech};
use std::collections::HashMap;

/// A value that somebody gave to a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The label that it was given to: 县名, 一季度全县生产总值增幅.
    pub label: String,
    /// What sort of fact it was; nothing for a line of a sheet.
    pub kind: Option<FieldKind>,
    /// The value.
    pub value: String,
}

/// The values that fit each field of a speech, as places in the list of what is known: of its
/// very label first, then of one that is much like it, each in the order of the list and each
/// value once. No more than [`MOST`] a field.
pub fn offers(speech: &Speech, known: &[Known]) -> HashMap<FieldId, Vec<usize>> {
    let mut offers = HashMap::new();
    for field in &speech.fields {
        let mut fits: Vec<(u8, usize)> = known
            .iter()
            .enumerate()
            .filter_map(|(idx, known)| Some((rank(field, known)?, idx)))
            .filter(|(_, idx)| fill::fits(speech, field.id, &known[*idx].value))
            .collect();
        // Stable: within a rank the order of the list.
        fits.sort_by_key(|(rank, _)| *rank);
        let mut values: Vec<&str> = Vec::new();
        let mut offered = Vec::new();
        for (_, idx) in fits {
            let value = known[idx].value.as_str();
            if !values.contains(&value) && offered.len() < MOST {
                values.push(value);
                offered.push(idx);
            }
        }
        if !offered.is_empty() {
            offers.insert(field.id, offered);
        }
    }
    offers
}

/// How many values are offered for a field.
pub const MOST: usize = 6;

/// 0 for the field's very label, 1 for one that shares so much with it and may be of its kind.
fn rank(field: &Field, known: &Known) -> Option<u8> {
    let (here, there) = (without_number(&field.label), without_number(&known.label));
    if fill::same(here, there) {
        return Some(0);
    }
    let kind_fits = known.kind.is_none_or(|kind| kind == field.kind);
    (kind_fits && fill::likeness(here, there) >= ALIKE).then_some(1)
}

/// Labels that share so many of a hundred pairs of neighbours are much alike.
const ALIKE: u8 = 60;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paragraph::Paragraph;
    use crate::parse::parse;

    fn known(label: &str, kind: Option<FieldKind>, value: &str) -> Known {
        Known { label: label.to_owned(), kind, value: value.to_owned() }
    }

    #[test]
    fn a_field_is_offered_what_its_label_had() {
        let speech =
            parse(&[Paragraph::plain("在XX县大会上的讲话"), Paragraph::plain("用水量增长X%。")]).speech;
        let list = [
            known("用水量增幅", Some(FieldKind::Percent), "很多"),
            known("全县用水量增幅", Some(FieldKind::Percent), "4.1"),
            known("用水量增幅", Some(FieldKind::Percent), "3.2"),
            known("县名", Some(FieldKind::Place), "青山"),
            known("县名（2）", None, "青山"),
            known("镇名", Some(FieldKind::Place), "城关"),
        ];
        let offers = offers(&speech, &list);
        let labels: Vec<&str> = speech.fields.iter().map(|field| field.label.as_str()).collect();
        assert_eq!(labels, ["县名", "用水量增幅"]);
        assert_eq!(offers[&speech.fields[0].id], [3], "once, and not of another place");
        assert_eq!(offers[&speech.fields[1].id], [2, 1], "its own label first, and no value that is none");
    }
}
