//! Lines to a speech.

use crate::message::Message;
use crate::paragraph::Paragraph;
use crate::speech::{BlockId, Role, Speech};
use crate::text::Position;

/// A file's text, understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The speech, as a document: numerals and markers as written.
    pub speech: Speech,
    /// Every line of the file from first to last character, junk and blank lines
    /// included; two parts for a line with a run-in heading.
    pub parts: Vec<Part>,
}

/// A line of the file, or one of the two parts of a run-in line.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its first character.
    pub position: Position,
    /// What it is.
    pub role: Role,
    /// Its text, never trimmed.
    pub text: String,
    /// For junk: the rule that found it.
    pub rule: Option<Message>,
    /// The block made of it; none for junk and blank lines.
    pub block: Option<BlockId>,
}

impl Parsed {
    /// The lines of the file that are of the speech: the n-th is where the n-th
    /// line of the speech's [`text`](crate::shown::text) stands.
    pub fn lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> =
            self.parts.iter().filter(|part| part.block.is_some()).map(|part| part.position.line).collect();
        lines.dedup();
        lines
    }
}

/// Understands a text. Never fails: what it can't tell is a paragraph.
pub fn parse(paragraphs: &[Paragraph]) -> Parsed {
    let _ = paragraphs;
    Parsed::default()
}
