//! Paragraphs on their way to lines.
//!
//! A flow is a place where paragraphs follow each other: the body, a cell of a
//! table, a text box. Flows stand in each other as the elements do; the reader keeps
//! them in a list, so that nothing here calls itself.

use super::look::{ParagraphLook, RunLook};
use super::trace::{Line, Trace, Traces};
use crate::read::words::{self, Place, Words};
use speech::text::length;
use speech::{Control, Hints, Paragraph};

/// A place where paragraphs follow each other.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// The lines that are finished.
    pub(super) lines: Vec<Line>,
    /// The paragraph that is being read.
    pub(super) open: Option<Open>,
    /// The lines of text boxes in it, which follow it.
    pub(super) after: Vec<Line>,
    /// The row that is being read: its cells.
    pub(super) row: Option<Vec<Cell>>,
    /// What was done in the row.
    pub(super) row_traces: Traces,
    /// A tracked change says that the row is not in the text that is read.
    pub(super) row_gone: bool,
    /// The text of a paragraph whose end is not in the text that is read: it goes on in the
    /// next one.
    carried: Option<(Words, Traces)>,
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
    /// A tracked change says that its end is not in the text that is read.
    pub(super) end_gone: bool,
    /// Who inserted or deleted its end.
    pub(super) end_changed: Option<usize>,
    /// What is settled when its text begins.
    pub(super) begun: Option<Begun>,
    /// Its text.
    pub(super) words: Words,
    /// What was done in it.
    pub(super) traces: Traces,
    /// Where its text begins, after its number.
    pub(super) start: Place,
}

impl Open {
    /// Something was done in the line that is being read.
    pub(super) fn trace(&mut self, trace: Trace) {
        self.traces.add(self.words.n_lines() - 1, trace);
    }
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
    pub(super) fn take_carried(&mut self) -> (Words, Traces) {
        self.carried.take().unwrap_or_default()
    }

    /// Ends the open paragraph: its lines are finished, those of its text boxes after
    /// them.
    pub(super) fn end_paragraph(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        open.end_changed.into_iter().for_each(|change| open.trace(Trace::Change(change)));
        if open.end_gone {
            // What went whole leaves no line.
            self.carried = Some((open.words, open.traces)).filter(|(words, _)| !words.is_empty());
        } else {
            let hints = open.begun.map(|begun| begun.hints).unwrap_or_default();
            self.lines.extend(open.traces.lines(open.words.paragraphs(&hints)));
        }
        self.lines.append(&mut self.after);
    }

    /// Ends the open row: one line, its cells joined by TAB.
    pub(super) fn end_row(&mut self) {
        let Some(cells) = self.row.take() else { return };
        let traces = std::mem::take(&mut self.row_traces);
        if std::mem::take(&mut self.row_gone) {
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
        self.lines.extend(traces.lines([row]));
    }

    /// All lines, when the flow is at its end.
    pub(super) fn finish(mut self) -> Vec<Line> {
        self.end_paragraph();
        if let Some((words, traces)) = self.carried.take() {
            self.lines.extend(traces.lines(words.paragraphs(&Hints::default())));
        }
        self.lines
    }

    /// The lines as a cell: joined by blanks, without TABs of their own; and what was done in
    /// them.
    pub(super) fn into_cell(self) -> (Cell, Vec<Trace>) {
        let (lines, traces): (Vec<Paragraph>, Vec<_>) =
            self.finish().into_iter().map(|line| (line.paragraph, line.traces)).unzip();
        (Cell { text: words::cell(&lines), controls: words::cell_controls(&lines) }, traces.concat())
    }
}
