//! Rows onto pages.
//!
//! A heading never stands alone at the foot of a page, and a row of a table is not parted
//! unless it is higher than a page.

use super::kinsoku::{Side, gives};
use super::rows::{Item, Measured, breaks, items, placed};
use super::table::{cells, n_cells, rules};
use super::turns::{Turn, first_sentence, tears_a_sentence, turn};
use super::{Layout, Measure, Placed, Row, Sheet, points};
use crate::house_style::HouseStyle;
use crate::page::{Line, Role};
use speech::timing;

/// Where the lower edge of a Han character stands below its baseline, in its size: what the
/// fonts of Windows, Adobe and Google have in common (OS/2 typographic descender -120/1000).
const DESCENT: f64 = 0.12;

/// How far a row may stand out of the page before it is moved: a thousandth of a point.
const EQUAL: f64 = 0.001;

pub(super) fn lay_out(lines: &[Line], style: &HouseStyle, measure: &impl Measure) -> Layout {
    let mut pages = Pages::new(style);
    let mut line_idx = 0;
    while line_idx < lines.len() {
        let n_rows = lines[line_idx..].iter().take_while(|line| line.role == Role::Table).count();
        if n_rows > 0 {
            put_table(&mut pages, line_idx, &lines[line_idx..line_idx + n_rows], style, measure);
            line_idx += n_rows;
            continue;
        }
        if lines[line_idx].new_page {
            pages.begin();
        }
        if stays_with_next(&lines[line_idx]) {
            pages.make_room(wanted(&lines[line_idx..], pages.bottom - pages.top, style, measure));
        }
        let dress = style.dress(lines[line_idx].role);
        pages.leave_free(dress.before);
        put_line(&mut pages, line_idx, lines, style, measure);
        pages.y += points(dress.after);
        line_idx += 1;
    }
    pages.done()
}

/// A heading without text in its own line.
fn stays_with_next(line: &Line) -> bool {
    matches!(line.role, Role::Heading(_)) && line.runs.iter().all(|run| run.role == line.role)
}

/// The height of headings that follow one another, with the first row of what is below;
/// of more headings than a page has room for, too much.
fn wanted(lines: &[Line], page: f64, style: &HouseStyle, measure: &impl Measure) -> f64 {
    let mut wanted = 0.0;
    for line in lines {
        if wanted > page {
            break;
        }
        let dress = style.dress(line.role);
        let height = points(dress.line);
        wanted += points(dress.before);
        if !stays_with_next(line) {
            return wanted + height * n_first(line, style, measure) as f64;
        }
        let (items, room) = measured(line, style, measure);
        wanted += height * breaks(&items, &room).len().max(1) as f64 + points(dress.after);
    }
    wanted
}

/// How many rows of a line must follow a heading: one, or where pages end with sentences the
/// first sentence, if it is no longer than a third of a page.
fn n_first(line: &Line, style: &HouseStyle, measure: &impl Measure) -> usize {
    if !style.read_aloud.as_ref().is_some_and(|aloud| aloud.turn_at_sentences) {
        return 1;
    }
    let (items, room) = measured(line, style, measure);
    let n_rows = breaks(&items[..first_sentence(&items)], &room).len().max(1);
    let page = points(style.page.height - style.page.top - style.page.bottom);
    if n_rows as f64 * points(room.dress.line) * 3.0 <= page { n_rows } else { 1 }
}

/// The characters of a line, and where they go.
fn measured<'s>(line: &Line, style: &'s HouseStyle, measure: &impl Measure) -> (Vec<Item>, Measured<'s>) {
    let (page, dress) = (&style.page, style.dress(line.role));
    // An indent of two characters is two of the cells of the line, not of its font.
    let cell = f64::from(dress.size) / 2.0 + f64::from(dress.spacing) / 20.0;
    let indent = if line.indented { 0.0 } else { f64::from(dress.indent) / 100.0 * cell };
    let room = Measured {
        left: points(page.left),
        width: points(page.width - page.left - page.right),
        indent,
        dress,
    };
    let runs = line.runs.iter().map(|run| (run, run.text.as_str()));
    (items(runs, &line.aloud.units, style, measure), room)
}

/// Puts a line on the page, and on the next where it has no room.
fn put_line(pages: &mut Pages, line_idx: usize, lines: &[Line], style: &HouseStyle, measure: &impl Measure) {
    let line = &lines[line_idx];
    let (items, mut room) = measured(line, style, measure);
    let height = points(room.dress.line);
    let turns = style.read_aloud.as_ref().is_some_and(|aloud| aloud.turn_at_sentences);
    if items.is_empty() {
        return pages.put(line_idx, &[], Vec::new(), line, style);
    }
    let mut start = 0;
    while start < items.len() {
        let rest = &items[start..];
        let ends = breaks(rest, &room);
        let n_room = pages.n_rows(height);
        let mut n_items = rest.len();
        if turns && ends.len() > n_room {
            let after_heading = line_idx > 0 && stays_with_next(&lines[line_idx - 1]);
            let may_move = pages.y > pages.top && !(start == 0 && after_heading);
            match turn(rest, &ends, n_room, pages.n_page(height), may_move) {
                Turn::Before if pages.y > pages.top => {
                    pages.turn();
                    continue;
                }
                Turn::Before => {}
                Turn::After(end) => n_items = end,
            }
        }
        let shown = &rest[..n_items];
        let ends = if n_items == rest.len() { ends } else { breaks(shown, &room) };
        let mut from = 0;
        for end in ends {
            let row = &shown[from..end];
            let last = end == shown.len();
            pages.put(line_idx, row, placed(row, &room, from == 0, last), line, style);
            from = end;
        }
        let torn = turns && tears_a_sentence(rest, n_items);
        start += n_items;
        room.indent = 0.0;
        if start < items.len() {
            if torn {
                pages.turn_early(line_idx);
            }
            pages.turn();
        }
    }
}

fn put_table(pages: &mut Pages, line_idx: usize, lines: &[Line], style: &HouseStyle, measure: &impl Measure) {
    let n_columns = lines.iter().map(n_cells).max().unwrap_or(1);
    for (idx, line) in lines.iter().enumerate() {
        let cells = cells(line, n_columns, style, measure);
        let height = points(style.dress(line.role).line);
        pages.make_room(height * cells.n_rows as f64);
        let mut top = pages.y;
        let mut above = 0;
        let mut rows = cells.rows;
        rows.sort_by_key(|(row, _)| *row);
        let mut rows = rows.into_iter().peekable();
        for row in 0..cells.n_rows {
            if !pages.fits(height) {
                pages.rule(&cells.edges, top, top + height * (row - above) as f64);
                pages.turn();
                (top, above) = (pages.y, row);
            }
            let mut together = Vec::new();
            while let Some((_, placed)) = rows.next_if(|(of, _)| *of == row) {
                together.extend(placed);
            }
            pages.put(line_idx + idx, &[], together, line, style);
        }
        pages.rule(&cells.edges, top, top + height * (cells.n_rows - above) as f64);
    }
}

/// Pages that are being filled.
struct Pages {
    done: Vec<Sheet>,
    sheet: Sheet,
    /// Where the next row goes.
    y: f64,
    top: f64,
    bottom: f64,
}

impl Pages {
    fn new(style: &HouseStyle) -> Self {
        let (top, bottom) = (points(style.page.top), points(style.page.height - style.page.bottom));
        Self { done: Vec::new(), sheet: Sheet::default(), y: top, top, bottom }
    }

    fn fits(&self, height: f64) -> bool {
        self.y + height <= self.bottom + EQUAL
    }

    /// Turns the page where it has less room than that, unless no page has more.
    fn make_room(&mut self, height: f64) {
        if !self.fits(height) && self.top + height <= self.bottom + EQUAL {
            self.turn();
        }
    }

    /// Goes on at the top of a page.
    fn begin(&mut self) {
        if self.y > self.top {
            self.turn();
        }
    }

    /// Leaves twips free above a line, but not where the text before has filled the page.
    fn leave_free(&mut self, twips: u32) {
        if self.y > self.top || self.done.is_empty() {
            self.y += points(twips);
        }
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.sheet));
        self.y = self.top;
    }

    /// Says that the page ends in the middle of a sentence of that line: one row before the
    /// last, where there is one, so that the hand is at the page in time.
    fn turn_early(&mut self, line_idx: usize) {
        let of_line = self.sheet.rows.iter_mut().rev().take_while(|row| row.line_idx == line_idx);
        if let Some(row) = of_line.take(2).last() {
            row.turn_early = true;
        }
    }

    /// How many rows of that height a page has, and how many it still has room for.
    fn n_page(&self, height: f64) -> usize {
        ((self.bottom - self.top + EQUAL) / height) as usize
    }

    fn n_rows(&self, height: f64) -> usize {
        ((self.bottom - self.y + EQUAL).max(0.0) / height) as usize
    }

    fn put(
        &mut self,
        line_idx: usize,
        items: &[Item],
        characters: Vec<Placed>,
        line: &Line,
        style: &HouseStyle,
    ) {
        let dress = style.dress(line.role);
        let height = points(dress.line);
        if !self.fits(height) && self.y > self.top + EQUAL {
            self.turn();
        }
        let size = f64::from(dress.size) / 2.0;
        // A character stands in the middle of the height that it is given.
        let baseline = self.y + (height + size) / 2.0 - DESCENT * size;
        let pauses = pauses(items, &characters, line);
        if !matches!(line.role, Role::Title | Role::Byline | Role::Date) {
            let read: String =
                characters.iter().filter(|placed| !placed.look.note).map(|placed| placed.character).collect();
            self.sheet.n_read += timing::characters(&read);
        }
        self.sheet.rows.push(Row {
            line_idx,
            at: items.first().map_or(0, |item| item.at),
            top: self.y,
            height,
            baseline,
            characters,
            pauses,
            turn_early: false,
        });
        self.y += height;
    }

    fn rule(&mut self, edges: &[f64], top: f64, bottom: f64) {
        self.sheet.rules.extend(rules(edges, top, bottom));
    }

    fn done(mut self) -> Layout {
        self.turn();
        Layout { pages: self.done }
    }
}

/// Where the pauses of a row stand: in the blank half of the mark before them.
fn pauses(items: &[Item], characters: &[Placed], line: &Line) -> Vec<(f64, speech::reading::PauseLength)> {
    let here = |at: usize| items.iter().position(|item| item.at + 1 == at);
    let place = |pause: &speech::reading::Pause| {
        let placed = characters.get(here(pause.at)?)?;
        let blank = if gives(placed.character) == Some(Side::Right) { placed.width / 4.0 } else { 0.0 };
        Some((placed.x + placed.width - blank, pause.length))
    };
    line.aloud.pauses.iter().filter_map(place).collect()
}
