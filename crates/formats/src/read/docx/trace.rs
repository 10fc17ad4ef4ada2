//! What was done in a line of a Word file: whose tracked changes are in it, which comments
//! stand beside it.

use crate::xml::attribute;
use quick_xml::events::BytesStart;
use speech::Paragraph;
use speech::returned::By;

/// A line, and what was done in it.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) paragraph: Paragraph,
    pub(super) traces: Vec<Trace>,
}

/// Something that was done in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trace {
    /// A tracked change, by its place in the list of who changed something.
    Change(usize),
    /// A comment, by its place in the list of those that were met.
    Comment(usize),
}

/// What was done in a paragraph of one line or several.
#[derive(Clone, Debug, Default)]
pub(super) struct Traces {
    /// Each with the line that it was done in, from 0.
    found: Vec<(usize, Trace)>,
}

impl Traces {
    /// Something was done in a line.
    pub(super) fn add(&mut self, line_idx: usize, trace: Trace) {
        // A change is met at each stretch of its text.
        if self.found.last() != Some(&(line_idx, trace)) {
            self.found.push((line_idx, trace));
        }
    }

    /// What was done in a paragraph that goes on in this one, whose first line is that line.
    pub(super) fn append(&mut self, next: Self, line_idx: usize) {
        next.found.into_iter().for_each(|(idx, trace)| self.add(line_idx + idx, trace));
    }

    /// The lines of the paragraph, with what was done in each.
    pub(super) fn lines(self, paragraphs: impl IntoIterator<Item = Paragraph>) -> Vec<Line> {
        let mut lines: Vec<Line> =
            paragraphs.into_iter().map(|paragraph| Line { paragraph, traces: Vec::new() }).collect();
        for (line_idx, trace) in self.found {
            if let Some(line) = lines.get_mut(line_idx) {
                line.traces.push(trace);
            }
        }
        lines
    }
}

/// Who did what an element says, and when. Programs that don't know the time write the year 0.
pub(super) fn by(element: &BytesStart<'_>) -> By {
    let says = |name: &str| attribute(element, name).map(|value| value.trim().to_owned());
    let when = says("date").filter(|when| when.starts_with(['1', '2']));
    By { who: says("author").unwrap_or_default(), when }
}
