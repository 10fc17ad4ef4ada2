//! The text of a paragraph on its way to lines: one, or several at soft breaks, with
//! what is bold and how large it begins.

use speech::text::length;
use speech::{Control, Hints, Paragraph, Span};

/// The text of a paragraph: one line, or several at soft breaks.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The lines before the last.
    finished: Vec<Line>,
    last: Line,
    /// Characters of all lines.
    pub(super) n_characters: usize,
}

#[derive(Debug, Default)]
struct Line {
    text: String,
    n_characters: usize,
    half_points: Option<u32>,
    strong: Vec<Span>,
    controls: Vec<Control>,
}

/// A place in words: how many lines are before it, and how many characters in its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    n_lines: usize,
    n_characters: usize,
}

impl Words {
    /// Adds text of one look, without line ends.
    pub(super) fn push(&mut self, text: &str, half_points: Option<u32>, strong: bool) {
        if text.is_empty() {
            return;
        }
        let line = &mut self.last;
        if line.n_characters == 0 {
            line.half_points = half_points;
        }
        let start = line.n_characters;
        line.text.push_str(text);
        line.n_characters += length(text);
        self.n_characters += line.n_characters - start;
        if !strong {
            return;
        }
        match line.strong.last_mut() {
            Some(span) if span.end == start => span.end = line.n_characters,
            _ => line.strong.push(start..line.n_characters),
        }
    }

    /// Where the words end.
    pub(super) fn end(&self) -> Place {
        Place { n_lines: self.finished.len(), n_characters: self.last.n_characters }
    }

    /// Says that what stands from a place on is asked for. Several lines, or none, are not.
    pub(super) fn ask(&mut self, from: Place, control: Control) {
        let span = from.n_characters..self.last.n_characters;
        let is_apart = self.last.controls.last().is_none_or(|other| other.span.end <= span.start);
        if from.n_lines == self.finished.len() && !span.is_empty() && is_apart {
            self.last.controls.push(Control { span, ..control });
        }
    }

    /// Ends the line and starts another.
    pub(super) fn break_line(&mut self) {
        self.finished.push(std::mem::take(&mut self.last));
    }

    /// These words after the number of their paragraph.
    pub(super) fn after(mut self, number: &str, half_points: Option<u32>) -> Self {
        let n_characters = length(number);
        let first = self.finished.first_mut().unwrap_or(&mut self.last);
        first.text.insert_str(0, number);
        first.n_characters += n_characters;
        first.half_points = first.half_points.or(half_points);
        let spans = first.controls.iter_mut().map(|control| &mut control.span).chain(&mut first.strong);
        spans.for_each(|span| *span = span.start + n_characters..span.end + n_characters);
        self.n_characters += n_characters;
        self
    }

    /// How many lines there are: one more than breaks.
    pub(super) fn n_lines(&self) -> usize {
        self.finished.len() + 1
    }

    /// Whether there is neither text nor a break.
    pub(super) fn is_empty(&self) -> bool {
        self.finished.is_empty() && self.last.text.is_empty()
    }

    /// The lines, with the hints that hold for all of them.
    pub(super) fn paragraphs(self, hints: &Hints) -> impl Iterator<Item = Paragraph> {
        self.finished.into_iter().chain([self.last]).map(|line| Paragraph {
            text: line.text,
            hints: Hints {
                half_points: line.half_points,
                strong: line.strong,
                controls: line.controls,
                ..hints.clone()
            },
        })
    }
}

/// Lines as the text of a cell: joined by blanks, without TABs of their own.
pub(super) fn cell(lines: &[Paragraph]) -> String {
    let filled = lines.iter().map(|line| line.text.as_str()).filter(|text| !text.is_empty());
    filled.collect::<Vec<_>>().join(" ").replace('\t', " ")
}

/// What is asked for in the text of a cell.
pub(super) fn cell_controls(lines: &[Paragraph]) -> Vec<Control> {
    let mut controls = Vec::new();
    let mut at = 0;
    for line in lines.iter().filter(|line| !line.text.is_empty()) {
        controls.extend(moved(&line.hints.controls, at));
        at += length(&line.text) + 1;
    }
    controls
}

/// Controls whose line begins at a character of another.
pub(super) fn moved(controls: &[Control], at: usize) -> impl Iterator<Item = Control> {
    controls.iter().map(move |control| Control {
        span: at + control.span.start..at + control.span.end,
        ..control.clone()
    })
}

/// A row of a table: one line, its cells joined by TAB.
pub(super) fn row(cells: &[String]) -> Paragraph {
    Paragraph { text: cells.join("\t"), hints: Hints { table_row: true, ..Hints::default() } }
}
