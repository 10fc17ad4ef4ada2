//! Paragraphs on their way to lines.
//!
//! A flow is a place where paragraphs follow each other: the body, a cell of a
//! table, a text box. Flows stand in each other as the elements do; the reader keeps
//! them in a list, so that nothing here calls itself.

use super::look::{ParagraphLook, RunLook};
use speech::text::length;
use speech::{Hints, Paragraph, Span};

/// A place where paragraphs follow each other.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// The lines that are finished.
    pub(super) lines: Vec<Paragraph>,
    /// The paragraph that is being read.
    pub(super) open: Option<Open>,
    /// The lines of text boxes in it, which follow it.
    pub(super) after: Vec<Paragraph>,
    /// The row that is being read: its cells.
    pub(super) row: Option<Vec<String>>,
    /// The row was deleted in a tracked change.
    pub(super) row_deleted: bool,
    /// The text of a paragraph whose end was deleted: it goes on in the next one.
    carried: Option<Words>,
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// The id of its style.
    pub(super) style: Option<String>,
    /// What it says of itself.
    pub(super) look: ParagraphLook,
    /// Its end was deleted in a tracked change.
    pub(super) end_deleted: bool,
    /// What is settled when its text begins.
    pub(super) begun: Option<Begun>,
    /// Its text.
    pub(super) words: Words,
}

/// What style and paragraph together say.
#[derive(Clone, Debug)]
pub(super) struct Begun {
    /// The hints that hold for each of its lines.
    pub(super) hints: Hints,
    /// What runs take that don't say it.
    pub(super) run: RunLook,
}

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
        first.strong.iter_mut().for_each(|span| *span = span.start + n_characters..span.end + n_characters);
        self.n_characters += n_characters;
        self
    }

    fn is_empty(&self) -> bool {
        self.finished.is_empty() && self.last.text.is_empty()
    }
}

impl Flow {
    /// Starts a paragraph. One that is still open (in a broken file) ends first.
    pub(super) fn start_paragraph(&mut self) {
        self.end_paragraph();
        self.open = Some(Open::default());
    }

    /// The words that the open paragraph takes over from the one before.
    pub(super) fn take_carried(&mut self) -> Words {
        self.carried.take().unwrap_or_default()
    }

    /// Ends the open paragraph: its lines are finished, those of its text boxes after
    /// them.
    pub(super) fn end_paragraph(&mut self) {
        let Some(open) = self.open.take() else { return };
        if open.end_deleted {
            // What was deleted whole leaves no line.
            self.carried = Some(open.words).filter(|words| !words.is_empty());
        } else {
            let hints = open.begun.map(|begun| begun.hints).unwrap_or_default();
            self.lines.extend(paragraphs(open.words, &hints));
        }
        self.lines.append(&mut self.after);
    }

    /// Ends the open row: one line, its cells joined by TAB.
    pub(super) fn end_row(&mut self) {
        let Some(cells) = self.row.take() else { return };
        if !std::mem::take(&mut self.row_deleted) {
            let hints = Hints { table_row: true, ..Hints::default() };
            self.lines.push(Paragraph { text: cells.join("\t"), hints });
        }
    }

    /// All lines, when the flow is at its end.
    pub(super) fn finish(mut self) -> Vec<Paragraph> {
        self.end_paragraph();
        if let Some(words) = self.carried.take() {
            self.lines.extend(paragraphs(words, &Hints::default()));
        }
        self.lines
    }

    /// The lines as the text of a cell: joined by blanks, without TABs of their own.
    pub(super) fn into_cell(self) -> String {
        let lines = self.finish();
        let filled = lines.iter().map(|line| line.text.as_str()).filter(|text| !text.is_empty());
        filled.collect::<Vec<_>>().join(" ").replace('\t', " ")
    }
}

fn paragraphs(words: Words, hints: &Hints) -> impl Iterator<Item = Paragraph> {
    words.finished.into_iter().chain([words.last]).map(|line| Paragraph {
        text: line.text,
        hints: Hints { half_points: line.half_points, strong: line.strong, ..hints.clone() },
    })
}
