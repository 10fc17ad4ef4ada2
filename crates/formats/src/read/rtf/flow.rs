//! Paragraphs on their way to lines: the body's, or those of a text box.

use crate::read::words::{self, Words};
use speech::{Hints, Paragraph};

/// A place where paragraphs follow each other.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// The lines that are finished.
    lines: Vec<Paragraph>,
    /// The paragraph that is being read.
    pub(super) words: Words,
    /// The lines of text boxes in it, which follow it.
    pub(super) after: Vec<Paragraph>,
    /// The cells of the row that is being read.
    cells: Vec<String>,
    /// The paragraphs of the cell that is being read.
    cell_lines: Vec<Paragraph>,
}

impl Flow {
    /// Ends a paragraph.
    pub(super) fn end_paragraph(&mut self, hints: &Hints, in_table: bool) {
        let paragraphs = std::mem::take(&mut self.words).paragraphs(hints);
        if in_table {
            self.cell_lines.extend(paragraphs);
            return;
        }
        self.finish_row();
        self.lines.extend(paragraphs);
        self.lines.append(&mut self.after);
    }

    /// Ends a cell of a table.
    pub(super) fn end_cell(&mut self) {
        self.end_paragraph(&Hints::default(), true);
        self.cells.push(words::cell(&self.cell_lines));
        self.cell_lines.clear();
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self) {
        self.finish_row();
        self.lines.append(&mut self.after);
    }

    /// One line of the cells. What stands after the last is a line of its own.
    fn finish_row(&mut self) {
        if !self.cells.is_empty() {
            self.lines.push(words::row(&std::mem::take(&mut self.cells)));
        }
        self.lines.append(&mut self.cell_lines);
    }

    /// Characters of the row that is being read.
    pub(super) fn row_characters(&self) -> usize {
        self.cells.iter().map(|cell| speech::text::length(cell) + 1).sum()
    }

    /// All lines, when the flow is at its end: without an end of its own the last
    /// paragraph is a line if it has text.
    pub(super) fn finish(mut self, hints: &Hints) -> Vec<Paragraph> {
        if !self.words.is_empty() {
            self.end_paragraph(hints, !self.cells.is_empty());
        }
        self.end_row();
        self.lines
    }
}
