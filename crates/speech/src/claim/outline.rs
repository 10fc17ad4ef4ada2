//! What a claim may govern: headings side by side, and marked enumerations.

use super::body::Body;
use crate::number;
use crate::speech::Speech;
use std::collections::HashMap;

/// The headings and enumerations of a speech.
pub(super) struct Outline {
    /// By block: the first heading after it.
    pub(super) next_heading: Vec<Option<usize>>,
    /// By block: the level of the heading that it stands under; nothing before the first.
    pub(super) under: Vec<Option<u8>>,
    /// By block: the row of headings that a numbered heading belongs to.
    row_of: Vec<Option<usize>>,
    /// The headings of each row, as blocks.
    pub(super) rows: Vec<Vec<usize>>,
    /// The enumerations by their numbers.
    pub(super) series: HashMap<u32, Series>,
}

/// A marked enumeration.
pub(super) struct Series {
    /// The block and the character of its first marker.
    pub(super) start: (usize, usize),
    /// The block and the character of its last marker.
    pub(super) last: (usize, usize),
    /// How many members it has.
    pub(super) n: u32,
    /// Its numbers go from one to the last without a gap.
    pub(super) regular: bool,
}

impl Outline {
    pub(super) fn of(speech: &Speech, bodies: &[Body<'_>]) -> Self {
        let mut outline = Self {
            next_heading: vec![None; bodies.len()],
            under: Vec::with_capacity(bodies.len()),
            row_of: vec![None; bodies.len()],
            rows: Vec::new(),
            series: series(bodies),
        };
        let mut open: Vec<(u8, Option<usize>)> = Vec::new();
        for (idx, (body, number)) in bodies.iter().zip(number::heading_numbers(speech)).enumerate() {
            outline.under.push(open.last().map(|(level, _)| *level));
            let Some(level) = body.heading_level() else { continue };
            while open.last().is_some_and(|(above, _)| *above > level) {
                open.pop();
            }
            // A row that begins with one again is another row.
            let row = open.last().filter(|(above, _)| *above == level).and_then(|(_, row)| *row);
            let row = row.filter(|_| number != Some(1));
            open.retain(|(above, _)| *above != level);
            let row = number.map(|_| {
                row.unwrap_or_else(|| {
                    outline.rows.push(Vec::new());
                    outline.rows.len() - 1
                })
            });
            if let Some(row) = row {
                outline.rows[row].push(idx);
            }
            outline.row_of[idx] = row;
            open.push((level, row));
        }
        let mut next = None;
        for (idx, body) in bodies.iter().enumerate().rev() {
            outline.next_heading[idx] = next;
            next = body.heading_level().map(|_| idx).or(next);
        }
        outline
    }

    /// The row of headings that begins under a block: under a heading its own, under a
    /// paragraph the one that the paragraph leads up to.
    pub(super) fn row_below(&self, bodies: &[Body<'_>], idx: usize) -> Option<usize> {
        let next = self.next_heading[idx]?;
        let above = bodies[idx].heading_level().or(self.under[idx]);
        let deeper = above.is_none_or(|above| bodies[next].heading_level() > Some(above));
        let row = self.row_of[next]?;
        (deeper && self.rows[row].first() == Some(&next)).then_some(row)
    }
}

fn series(bodies: &[Body<'_>]) -> HashMap<u32, Series> {
    let mut found: HashMap<u32, Series> = HashMap::new();
    for (idx, body) in bodies.iter().enumerate() {
        for marker in &body.markers {
            let series = found.entry(marker.series).or_insert(Series {
                start: (idx, marker.at),
                last: (idx, marker.at),
                n: 0,
                regular: true,
            });
            series.n += 1;
            series.last = (idx, marker.at);
            series.regular &= marker.number == series.n;
        }
    }
    found
}
