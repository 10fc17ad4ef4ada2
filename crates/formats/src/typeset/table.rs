//! Rows of a table: cells of equal width, ruled.

use super::rows::{Measured, breaks, items, placed};
use super::{Measure, Placed, Rule, points};
use crate::house_style::{Align, HouseStyle};
use crate::page::{Line, Run};

/// A row of a table, its top at 0.
pub(super) struct Cells {
    /// How many times the height of a line.
    pub(super) n_rows: usize,
    /// Row of the cell, from 0, and its characters.
    pub(super) rows: Vec<(usize, Vec<Placed>)>,
    /// The left edges of the cells, and the right edge of the last.
    pub(super) edges: Vec<f64>,
}

/// Between the rule and the text of a cell: 1.5 mm.
const PADDING: f64 = 4.25;

/// The row of a table that has `n_columns`; its last cell takes what is left.
pub(super) fn cells(line: &Line, n_columns: usize, style: &HouseStyle, measure: &impl Measure) -> Cells {
    let page = &style.page;
    let (left, width) = (points(page.left), points(page.width - page.left - page.right));
    let column = width / n_columns.max(1) as f64;
    let cells = split(line);
    let mut done = Cells { n_rows: 1, rows: Vec::new(), edges: vec![left] };
    for (idx, runs) in cells.iter().enumerate() {
        let cell_left = left + column * idx as f64;
        let right = if idx + 1 == cells.len() { left + width } else { cell_left + column };
        let dress = style.dress(line.role);
        let dress = &crate::house_style::Dress {
            // A narrow cell that is stretched from edge to edge has holes.
            align: if dress.align == Align::Both { Align::Left } else { dress.align },
            ..dress.clone()
        };
        let room = Measured {
            left: cell_left + PADDING,
            width: (right - cell_left - 2.0 * PADDING).max(1.0),
            indent: 0.0,
            dress,
        };
        let items = items(runs.iter().copied(), &[], style, measure);
        let mut start = 0;
        for (row, end) in breaks(&items, &room).into_iter().enumerate() {
            done.rows.push((row, placed(&items[start..end], &room, row == 0, end == items.len())));
            done.n_rows = done.n_rows.max(row + 1);
            start = end;
        }
        done.edges.push(right);
    }
    done
}

/// How many cells a row has.
pub(super) fn n_cells(line: &Line) -> usize {
    1 + line.runs.iter().map(|run| run.text.matches('\t').count()).sum::<usize>()
}

fn split(line: &Line) -> Vec<Vec<(&Run, &str)>> {
    let mut cells = vec![Vec::new()];
    for run in &line.runs {
        for (idx, text) in run.text.split('\t').enumerate() {
            if idx > 0 {
                cells.push(Vec::new());
            }
            if let Some(cell) = cells.last_mut().filter(|_| !text.is_empty()) {
                cell.push((run, text));
            }
        }
    }
    cells
}

/// The rules around the cells of a row that stands between two heights.
pub(super) fn rules(edges: &[f64], top: f64, bottom: f64) -> Vec<Rule> {
    let (Some(left), Some(right)) = (edges.first(), edges.last()) else { return Vec::new() };
    let across = [top, bottom].map(|y| Rule { from: (*left, y), to: (*right, y) });
    let down = edges.iter().map(|x| Rule { from: (*x, top), to: (*x, bottom) });
    across.into_iter().chain(down).collect()
}
