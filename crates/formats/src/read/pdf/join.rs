//! Lines that were broken for the page become paragraphs again.
//!
//! A paragraph begins where a line is indented, stands in the middle, has another size,
//! has more room above it than lines have, or follows one that ends well before the
//! right edge. Lines at the end of a page go on on the next.

use super::columns::Column;
use super::lines::{Line, Page};
use crate::error::Error;
use crate::limits::Limits;
use crate::read::text::check_length;
use speech::numeral::Numeral;
use speech::text::length;
use speech::{Hints, Paragraph};

/// What the lines of a file have in common, in points.
#[derive(Debug)]
struct Usual {
    size: f64,
    /// From baseline to baseline.
    pitch: f64,
    /// Where lines begin and end.
    left: f64,
    right: f64,
    /// Paragraphs have their first line indented.
    is_indented: bool,
}

/// Where the lines of a page begin and end.
#[derive(Clone, Copy, Debug)]
struct Edges {
    left: f64,
    right: f64,
}

/// An indent of so many characters at least is one; offices write two, and programs draw
/// an opening bracket half a character further left.
const INDENT: f64 = 0.8;
/// Sizes that differ by no more are one: programs round them.
const SAME_SIZE: f64 = 0.08;
/// So many characters at least a line ends early that ends a paragraph: a sign that may
/// not begin a line takes the one before it along.
const ENDS_EARLY: f64 = 2.2;
/// So early no line ends but the last.
const ENDS_VERY_EARLY: f64 = 8.0;
/// So many times the usual room stands between paragraphs with room between them.
const WIDE_PITCH: f64 = 1.45;
/// Lines of a title are no more than so many of their sizes apart.
const TITLE_PITCH: f64 = 2.6;

/// The paragraphs of all pages.
pub(super) fn paragraphs(pages: &[Page], limits: &Limits) -> Result<Vec<Paragraph>, Error> {
    let usual = usual(pages);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<(&Line, Edges)> = None;
    for page in pages {
        let columns = [Column::Whole, Column::Left, Column::Right].map(|column| edges(page, column, &usual));
        for (idx, line) in page.lines.iter().enumerate() {
            let edges = columns[line.column as usize];
            let begins = before.is_none_or(|(before, edges_before)| {
                // Between two pages or columns there is no room to be compared.
                let is_below = idx > 0 && before.column == line.column;
                let pitch = if is_below { before.baseline - line.baseline } else { 0.0 };
                begins(Seen::new(before, edges_before), Seen::new(line, edges), pitch, &usual)
            });
            match paragraphs.last_mut() {
                Some(paragraph) if !begins => join(paragraph, line, Seen::new(line, edges).is_centred()),
                _ => paragraphs.push(paragraph(line, edges)),
            }
            before = Some((line, edges));
        }
    }
    paragraphs.iter().try_for_each(|paragraph| check_length(&paragraph.text, limits))?;
    Ok(paragraphs)
}

/// A line within the edges of its page.
struct Seen<'l> {
    line: &'l Line,
    /// How many characters it begins after the left edge and ends before the right one.
    indent: f64,
    early: f64,
}

impl<'l> Seen<'l> {
    fn new(line: &'l Line, edges: Edges) -> Self {
        let size = line.size.max(1.0);
        Self { line, indent: (line.left - edges.left) / size, early: (edges.right - line.right) / size }
    }

    /// Whether it stands in the middle: as far from one edge as from the other, and not
    /// just indented.
    fn is_centred(&self) -> bool {
        let is_indent = (1.7..=2.3).contains(&self.indent) && self.early < 3.0;
        self.indent > 0.8 && self.early > 0.8 && (self.indent - self.early).abs() <= 1.2 && !is_indent
    }

    fn ends_sentence(&self) -> bool {
        self.line.text.ends_with(['。', '！', '？', '：', '；', '”', '）', '.', '!', '?', ':'])
    }
}

/// Whether a line begins a paragraph, from the line before it.
fn begins(before: Seen<'_>, line: Seen<'_>, pitch: f64, usual: &Usual) -> bool {
    if before.line.is_row || line.line.is_row {
        return true;
    }
    // Lines of a title may have more room between them.
    let is_body = (line.line.size / usual.size - 1.0).abs() <= SAME_SIZE;
    let most_pitch = if is_body { WIDE_PITCH * usual.pitch } else { TITLE_PITCH * line.line.size };
    if (line.line.size / before.line.size - 1.0).abs() > SAME_SIZE || pitch > most_pitch {
        return true;
    }
    // 一、 begins no other line than one of its own.
    if before.ends_sentence() && Numeral::read(&line.line.text).is_some() {
        return true;
    }
    match (before.is_centred(), line.is_centred()) {
        // A title that was too long for its line; one that was broken by hand is narrower.
        (true, true) => before.indent + before.early > 3.0,
        (false, true) => {
            // The last line of a title that fills the line before it.
            !(before.indent < 0.8 && before.early < 2.0 && before.line.size > (1.0 + SAME_SIZE) * usual.size)
        }
        (true, false) => true,
        (false, false) if usual.is_indented => {
            line.indent >= INDENT
                || before.early > ENDS_VERY_EARLY
                || (before.early > ENDS_EARLY && before.ends_sentence())
        }
        (false, false) => before.early > ENDS_EARLY || (before.early > 1.2 && before.ends_sentence()),
    }
}

fn paragraph(line: &Line, edges: Edges) -> Paragraph {
    let hints = Hints {
        centred: !line.is_row && Seen::new(line, edges).is_centred(),
        half_points: Some((line.size * 2.0).round() as u32),
        strong: line.strong.clone(),
        table_row: line.is_row,
        ..Hints::default()
    };
    // A row has no look of its own, as in other formats.
    let hints = if line.is_row { Hints { table_row: true, ..Hints::default() } } else { hints };
    Paragraph { text: line.text.clone(), hints }
}

/// Adds a line to the paragraph that it goes on.
fn join(paragraph: &mut Paragraph, line: &Line, is_centred: bool) {
    // Of a centred title only its last line shows it.
    paragraph.hints.centred |= is_centred;
    let is_letter = |it: char| it.is_ascii_alphanumeric() || ",.;:!?)%".contains(it);
    let text = &mut paragraph.text;
    if text.ends_with(is_letter) && line.text.starts_with(|it: char| it.is_ascii_alphabetic()) {
        text.push(' ');
    }
    let start = length(text);
    text.push_str(&line.text);
    for span in &line.strong {
        let span = span.start + start..span.end + start;
        match paragraph.hints.strong.last_mut() {
            Some(last) if last.end + 1 >= span.start => last.end = span.end,
            _ => paragraph.hints.strong.push(span),
        }
    }
}

/// What the lines have in common.
fn usual(pages: &[Page]) -> Usual {
    let lines = || pages.iter().flat_map(|page| &page.lines).filter(|line| !line.is_row);
    // The size that most characters have.
    let size = most_common(lines().map(|line| (line.size, length(&line.text))), 0.5).unwrap_or(16.0);
    let body = || lines().filter(|line| (line.size / size - 1.0).abs() <= SAME_SIZE);
    let pitches = pages.iter().flat_map(|page| page.lines.windows(2)).filter_map(|pair| match pair {
        [above, below] if (below.size / size - 1.0).abs() <= SAME_SIZE => {
            Some((above.baseline - below.baseline, 1))
        }
        _ => None,
    });
    let pitch = most_common(pitches.filter(|(pitch, _)| *pitch > 0.0), 0.5).unwrap_or(2.0 * size);
    let lefts: Vec<f64> = body().map(|line| line.left).collect();
    let rights: Vec<f64> = body().map(|line| -line.right).collect();
    let left = outermost(&lefts).unwrap_or(0.0);
    let mut right = -outermost(&rights).unwrap_or(0.0);
    // Where hardly any line is full, the margins are taken to be the same on both sides.
    let width = pages.iter().map(|page| page.width).fold(0.0, f64::max);
    let n_full = body().filter(|line| (right - line.right).abs() <= 3.0).count();
    if width - left - right > 4.0 * size && (n_full < 2 || n_full * 4 <= rights.len()) {
        right = width - left;
    }
    let n_indented = body().filter(|line| (INDENT..=4.5).contains(&((line.left - left) / size))).count();
    let n_flush = body().filter(|line| (line.left - left) / size < 0.5).count();
    Usual { size, pitch, left, right, is_indented: n_indented > 0 && n_flush * 20 >= n_indented }
}

/// Where the lines of a page or column begin and end: odd pages may have other edges than
/// even ones.
fn edges(page: &Page, column: Column, usual: &Usual) -> Edges {
    let body = || {
        let lines = page.lines.iter().filter(|line| !line.is_row && line.column == column);
        lines.filter(|line| (line.size / usual.size - 1.0).abs() <= SAME_SIZE)
    };
    let lefts: Vec<f64> = body().map(|line| line.left).collect();
    let rights: Vec<f64> = body().map(|line| -line.right).collect();
    let own = outermost(&lefts).zip(outermost(&rights)).map(|(left, right)| Edges { left, right: -right });
    // A page of a few short lines doesn't show its edges.
    let usual_width = usual.right - usual.left;
    own.filter(|own| column != Column::Whole || (own.right - own.left - usual_width).abs() < usual.size)
        .unwrap_or(Edges { left: usual.left, right: usual.right })
}

/// The least value that is no chance: one in eight is near it. A mark that hangs beyond
/// the edge of its lines moves no edge.
fn outermost(values: &[f64]) -> Option<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let n_near = |idx: usize| values[idx..].iter().take_while(|value| **value - values[idx] <= 3.0).count();
    let least = (values.len() / 8).max(2);
    let near = (0..values.len()).find(|idx| n_near(*idx) >= least).map(|idx| values[idx]);
    near.or_else(|| values.first().copied())
}

/// The value that weighs most, values in one step being one.
fn most_common(values: impl Iterator<Item = (f64, usize)>, step: f64) -> Option<f64> {
    let mut weights = std::collections::BTreeMap::<i64, usize>::new();
    for (value, weight) in values {
        *weights.entry((value / step).round() as i64).or_default() += weight;
    }
    weights.iter().max_by_key(|(_, weight)| **weight).map(|(value, _)| *value as f64 * step)
}
