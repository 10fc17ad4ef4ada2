//! A paragraph of a file, as a reader hands it over: its text and what the file
//! says of its looks. Readers live in another crate; the type lives here, with
//! [`parse`](crate::parse), which takes it.

use crate::speech::FieldKind;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One line of a file: what the writer sees between two line ends.
///
/// For a text file a line, blank ones included; for a Word file a paragraph of
/// the body, cut at soft breaks; for a table one row, its cells joined by TAB.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The text, never trimmed, without line ends.
    pub text: String,
    /// What the file says about it. A text file says nothing.
    pub hints: Hints,
}

impl Paragraph {
    /// A paragraph of which nothing but the text is known.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), hints: Hints::default() }
    }
}

/// What a file says of a paragraph beside its text. All of it may be missing,
/// and none of it is believed against the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The paragraph stands in the middle of the line.
    pub centred: bool,
    /// The size of its first character, in half-points (44 is 二号).
    pub half_points: Option<u32>,
    /// The level of a heading by style or outline, 1 to 9.
    pub outline: Option<u8>,
    /// The style is the one for titles.
    pub titled: bool,
    /// The bold parts, in characters, in order, not overlapping.
    pub strong: Vec<Span>,
    /// A row of a table, its cells joined by TAB.
    pub table_row: bool,
    /// The parts that the file itself asks for, in order, not overlapping.
    pub controls: Vec<Control>,
}

/// 内容控件. A part of a form that somebody is to fill in, as Word's content controls are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// Its text in the line: what was filled in, or the words that ask for it.
    pub span: Span,
    /// What the form calls it; nothing where it doesn't. Equal ones ask for one fact.
    pub label: Option<String>,
    /// What it takes, where the form says it.
    pub kind: Option<FieldKind>,
    /// Its text is what was filled in.
    pub filled: bool,
}
