//! Lines of a page: characters of one baseline, from left to right.
//!
//! Where a gap is too wide for any text, another cell of a table begins: TAB stands
//! there. Indents are looks: no blank is made of them.

use super::columns::{self, Column};
use super::walk::{Drawn, Glyph};
use crate::read::number_format::Gap;
use speech::Span;
use speech::text::{is_blank, length};

/// A page with its lines, from top to bottom.
#[derive(Debug)]
pub(super) struct Page {
    /// Its size in points.
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) lines: Vec<Line>,
}

/// A line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// The bold parts, in characters.
    pub(super) strong: Vec<Span>,
    /// Where it begins and ends, and how high above the lower edge it stands, in points.
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    /// The size of its first character in points.
    pub(super) size: f64,
    /// It has cells.
    pub(super) is_row: bool,
    pub(super) column: Column,
}

/// Characters are of one line if their baselines differ by no more of their size: a raised
/// ² is.
const SAME_LINE: f64 = 0.4;
/// A gap of so many characters parts cells: blanks of justified lines stay below.
const CELL_GAP: f64 = 1.5;
/// A gap of so much of a character parts words of letters.
const WORD_GAP: f64 = 0.2;
/// The same character drawn again this near to itself makes it look bold.
const DRAWN_TWICE: f64 = 0.15;

/// The lines of a page, from top to bottom, columns one after the other.
pub(super) fn lines(page: &Drawn) -> Page {
    let rows = columns::in_reading_order(rows(&page.glyphs));
    let line = |(column, row): &(Column, Vec<Glyph>)| Some(Line { column: *column, ..line(row)? });
    Page { width: page.width, height: page.height, lines: rows.iter().filter_map(line).collect() }
}

/// Characters by their baselines, from top to bottom, each row from left to right.
fn rows(glyphs: &[Glyph]) -> Vec<Vec<Glyph>> {
    let mut glyphs: Vec<&Glyph> = glyphs.iter().filter(|glyph| !glyph.text.is_empty()).collect();
    glyphs.sort_by(|one, other| other.baseline.total_cmp(&one.baseline));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    let (mut baseline, mut size) = (f64::INFINITY, 0.0_f64);
    for glyph in glyphs {
        if baseline - glyph.baseline <= SAME_LINE * size.max(glyph.size) {
            size = size.max(glyph.size);
            if let Some(row) = rows.last_mut() {
                row.push(glyph.clone());
            }
        } else {
            (baseline, size) = (glyph.baseline, glyph.size);
            rows.push(vec![glyph.clone()]);
        }
    }
    rows.iter_mut().for_each(|row| row.sort_by(|one, other| one.left.total_cmp(&other.left)));
    rows
}

/// The text of a row; nothing where it has none.
fn line(row: &[Glyph]) -> Option<Line> {
    let row = without_doubles(row);
    let is_filled = |glyph: &&Glyph| glyph.text.chars().any(|character| !is_blank(character));
    let first_idx = row.iter().position(is_filled)?;
    let last_idx = row.iter().rposition(is_filled)?;
    let row = &row[first_idx..=last_idx];
    let first = row[0];
    let gap_between =
        |before: &Glyph, after: &Glyph| (after.left - before.right) / before.size.min(after.size);
    let n_gaps = row.windows(2).filter(|pair| gap_between(pair[0], pair[1]) >= CELL_GAP).count();
    // A line that is drawn out over all its width has no cells.
    let has_cells = n_gaps * 3 <= row.len();
    let mut line = Line {
        left: first.left,
        right: row.iter().map(|glyph| glyph.right).fold(first.right, f64::max),
        baseline: median_baseline(row),
        size: first.size,
        ..Line::default()
    };
    let mut before: Option<&Glyph> = None;
    let mut n_characters = 0;
    for glyph in row {
        if let Some(before) = before {
            let gap = gap_between(before, glyph);
            if gap >= CELL_GAP && has_cells {
                line.begin_cell();
            } else if gap >= WORD_GAP && is_word(&line.text, &glyph.text) {
                line.text.push(' ');
            }
            n_characters = length(&line.text);
        }
        line.text.push_str(&glyph.text);
        let end = n_characters + length(&glyph.text);
        if glyph.is_bold {
            match line.strong.last_mut() {
                Some(span) if span.end + 1 >= n_characters => span.end = end,
                _ => line.strong.push(n_characters..end),
            }
        }
        n_characters = end;
        before = Some(glyph);
    }
    Some(line)
}

impl Line {
    /// A gap begins another cell, unless it follows the number of a list.
    fn begin_cell(&mut self) {
        while self.text.ends_with(is_blank) {
            self.text.pop();
        }
        if !self.is_row && is_number_of_a_list(&self.text) {
            Gap::Tab.part(&mut self.text);
        } else {
            self.text.push('\t');
            self.is_row = true;
        }
    }
}

/// Whether it is what a program writes before the text of a list: 一、 （二） 3. ①
fn is_number_of_a_list(text: &str) -> bool {
    let Some(last) = text.chars().next_back() else { return false };
    length(text) <= 6
        && matches!(last, '、' | '.' | '．' | ')' | '）' | '①'..='⒛' | '•' | '●' | '■' | '◆' | '➢')
}

/// Whether a gap between two texts parts words of letters.
fn is_word(before: &str, after: &str) -> bool {
    let is_letter =
        |it: char| it.is_ascii_alphanumeric() || (!it.is_ascii() && it.is_alphabetic() && it < '\u{2000}');
    let before = before.chars().next_back();
    before.is_some_and(|it| is_letter(it) || ",.;:!?%)".contains(it)) && after.starts_with(is_letter)
}

/// The characters without those that are drawn twice at almost the same place.
fn without_doubles(row: &[Glyph]) -> Vec<&Glyph> {
    let mut single: Vec<&Glyph> = Vec::with_capacity(row.len());
    for glyph in row {
        let is_double = single.iter().rev().take(4).any(|other| {
            other.text == glyph.text && (glyph.left - other.left).abs() < DRAWN_TWICE * glyph.size
        });
        if !is_double {
            single.push(glyph);
        }
    }
    single
}

/// The height at which most of a row stands.
fn median_baseline(row: &[&Glyph]) -> f64 {
    let mut baselines: Vec<f64> = row.iter().map(|glyph| glyph.baseline).collect();
    baselines.sort_by(f64::total_cmp);
    baselines[baselines.len() / 2]
}
