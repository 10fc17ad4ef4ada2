//! Paragraphs on their way to lines.
//!
//! A flow is a place where paragraphs follow each other: the body, a cell of a
//! table, a text box. Flows stand in each other as the elements do; the reader keeps
//! them in a list, so that nothing here calls itself.

use super::look::{ParagraphLook, RunLook};
use crate::read::words::{self, Place, Words};
use speech::text::length;
use speech::{Control, Hints, Paragraph};

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
    pub(super) row: Option<Vec<Cell>>,
    /// The row was deleted in a tracked change.
    pub(super) row_deleted: bool,
    /// The text of a paragraph whose end was deleted: it goes on in the next one.
    carried: Option<Words>,
}

/// A cell of a table.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    controls: Vec<Control>,
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
    /// Where that begins, after its number.
    pub(super) start: Place,
}

/// What style and paragraph together say.
#[derive(Clone, Debug)]
pub(super) struct Begun {
    /// The hints that hold for each of its lines.
    pub(super) hints: Hints,
    /// What runs take that don't say it.
    pub(super) run: RunLook,
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
            self.lines.extend(open.words.paragraphs(&hints));
        }
        self.lines.append(&mut self.after);
    }

    /// Ends the open row: one line, its cells joined by TAB.
    pub(super) fn end_row(&mut self) {
        let Some(cells) = self.row.take() else { return };
        if std::mem::take(&mut self.row_deleted) {
            return;
        }
        let mut controls = Vec::new();
        let mut at = 0;
        for cell in &cells {
            controls.extend(words::moved(&cell.controls, at));
            at += length(&cell.text) + 1;
        }
        let texts: Vec<String> = cells.into_iter().map(|cell| cell.text).collect();
        let mut row = words::row(&texts);
        row.hints.controls = controls;
        self.lines.push(row);
    }

    /// All lines, when the flow is at its end.
    pub(super) fn finish(mut self) -> Vec<Paragraph> {
        self.end_paragraph();
        if let Some(words) = self.carried.take() {
            self.lines.extend(words.paragraphs(&Hints::default()));
        }
        self.lines
    }

    /// The lines as a cell: joined by blanks, without TABs of their own.
    pub(super) fn into_cell(self) -> Cell {
        let lines = self.finish();
        Cell { text: words::cell(&lines), controls: words::cell_controls(&lines) }
    }
}
