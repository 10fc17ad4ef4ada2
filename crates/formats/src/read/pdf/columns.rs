//! Two columns of a page, read one after the other, where it is clear that there are two.
//!
//! Rows of a table have gaps in the middle too. Columns are many lines long, are filled
//! with text on both sides, and next to no line goes across.

use super::walk::Glyph;

/// So many rows at least stand on each side.
const LEAST_ROWS: usize = 8;
/// So many characters a row has at least on its side, on the average.
const LEAST_CHARACTERS: usize = 10;
/// The gap between columns at least, in characters. It is wider, but marks hang into it.
const GAP: f64 = 0.5;

/// Where a row stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Column {
    /// There are no columns, or it goes across.
    #[default]
    Whole,
    Left,
    Right,
}

/// Rows of a page in the order in which they are read.
pub(super) fn in_reading_order(rows: Vec<Vec<Glyph>>) -> Vec<(Column, Vec<Glyph>)> {
    let Some(middle) = gap(&rows) else {
        return rows.into_iter().map(|row| (Column::Whole, row)).collect();
    };
    let mut ordered = Vec::with_capacity(rows.len());
    let mut right_column = Vec::new();
    for row in rows {
        if crosses(&row, middle) {
            // What goes across ends the columns above it.
            ordered.append(&mut right_column);
            ordered.push((Column::Whole, row));
            continue;
        }
        let (left, right): (Vec<_>, Vec<_>) = row.into_iter().partition(|glyph| glyph.left < middle);
        ordered.extend(Some((Column::Left, left)).filter(|(_, left)| !left.is_empty()));
        right_column.extend(Some((Column::Right, right)).filter(|(_, right)| !right.is_empty()));
    }
    ordered.append(&mut right_column);
    ordered
}

/// Where the gap between two columns is, if there is one.
fn gap(rows: &[Vec<Glyph>]) -> Option<f64> {
    let glyphs = || rows.iter().flatten();
    let left = glyphs().map(|glyph| glyph.left).fold(f64::INFINITY, f64::min);
    let right = glyphs().map(|glyph| glyph.right).fold(f64::NEG_INFINITY, f64::max);
    if rows.len() < LEAST_ROWS || right <= left {
        return None;
    }
    // The middle half is looked through.
    let places = (0..=40).map(|step| left + (right - left) * (0.3 + 0.01 * f64::from(step)));
    let best = places.into_iter().filter_map(|middle| {
        let mut n_across = 0;
        // Rows and characters on the left and on the right: the lines of two columns need not
        // stand at the same heights.
        let (mut left, mut right) = ((0, 0), (0, 0));
        for row in rows {
            if crosses(row, middle) {
                n_across += 1;
                continue;
            }
            let n_left = row.iter().filter(|glyph| glyph.left < middle).count();
            for (side, n_glyphs) in [(&mut left, n_left), (&mut right, row.len() - n_left)] {
                *side = (side.0 + usize::from(n_glyphs > 0), side.1 + n_glyphs);
            }
        }
        let is_column = |(n_rows, n_glyphs): (usize, usize)| {
            n_rows >= LEAST_ROWS && n_across * 4 <= n_rows && n_glyphs >= LEAST_CHARACTERS * n_rows
        };
        (is_column(left) && is_column(right)).then_some((n_across, middle))
    });
    // The place that the fewest rows cross.
    best.min_by_key(|(n_across, _)| *n_across).map(|(_, middle)| middle)
}

/// Whether a row has no gap at a place, between what stands before and after.
fn crosses(row: &[Glyph], middle: f64) -> bool {
    row.iter().any(|glyph| {
        let room = GAP / 2.0 * glyph.size;
        glyph.left < middle + room && glyph.right > middle - room
    })
}
