//! Paragraphs on their way to lines: the body's, those of a cell or of a text box.

use super::styles::Look;
use crate::read::words::{self, Words};
use speech::{Hints, Paragraph};

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
}

/// A paragraph that is being read.
#[derive(Debug)]
pub(super) struct Open {
    /// Its text.
    pub(super) words: Words,
    /// What holds for each of its lines.
    pub(super) hints: Hints,
    /// What it looks like, and each stretch within it that the walk is in.
    pub(super) looks: Vec<Look>,
    /// Bold text stresses nothing.
    pub(super) all_bold: bool,
    /// A blank would follow another, or none: it counts for nothing.
    pub(super) drops_blank: bool,
}

impl Flow {
    /// Ends the open paragraph: its lines are finished, those of its text boxes after
    /// them.
    pub(super) fn end_paragraph(&mut self) {
        if let Some(open) = self.open.take() {
            self.lines.extend(open.words.paragraphs(&open.hints));
        }
        self.lines.append(&mut self.after);
    }

    /// Ends the open row: one line.
    pub(super) fn end_row(&mut self) {
        if let Some(cells) = self.row.take() {
            self.lines.push(words::row(&cells));
        }
    }

    /// All lines, when the flow is at its end.
    pub(super) fn finish(mut self) -> Vec<Paragraph> {
        self.end_paragraph();
        self.lines
    }
}
