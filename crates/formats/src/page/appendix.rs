//! What stands behind a speech, on a page of its own, for whoever looks it over: where it was
//! taken from, what is still to be looked at. It is no part of what is said.

use super::{Aloud, Line, Role, Run};

/// A list behind a speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appendix {
    /// What it is a list of.
    pub title: String,
    /// Its entries, a paragraph each.
    pub entries: Vec<String>,
}

/// The lines of lists, the first at the top of a page; none for lists without an entry.
pub(crate) fn lines(appendices: &[Appendix]) -> Vec<Line> {
    let filled = appendices.iter().filter(|appendix| !appendix.entries.is_empty());
    let mut lines: Vec<Line> = filled
        .flat_map(|Appendix { title, entries }| {
            let entries = entries.iter().map(|entry| line(Role::Body, entry));
            [line(Role::Heading(1), title)].into_iter().chain(entries)
        })
        .collect();
    if let Some(first) = lines.first_mut() {
        first.new_page = true;
    }
    lines
}

fn line(role: Role, text: &str) -> Line {
    let text = text.to_owned();
    let run =
        Run { text, role, strong: false, open: false, slot: None, numeral: false, note: false, mark: false };
    Line { role, runs: vec![run], indented: false, new_page: false, aloud: Aloud::default() }
}
