//! What a reader found in a file.

use crate::format::Format;
use serde::{Deserialize, Serialize};
use speech::{Message, Paragraph};

/// A file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// What the file is by its content.
    pub format: Format,
    /// For a text file or a web page how its characters were stored: `UTF-8`, `GB18030`
    /// … Nothing for files that say it themselves, as docx does, and for an empty file.
    pub encoding: Option<String>,
    /// Its lines, the n-th being line n of the file.
    pub paragraphs: Vec<Paragraph>,
    /// What the file says about itself.
    pub metadata: Metadata,
    /// What a writer should know about the reading: what was left out or guessed.
    pub warnings: Vec<Message>,
}

/// What a file says about itself; each may be missing, none is checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The title in the file's properties, often one of a template; for a web page that
    /// of its window, often with the name of the site.
    pub title: Option<String>,
    /// Who is said to have made the file.
    pub author: Option<String>,
    /// When it was made, as the file spells it: `2020-03-18T08:30:00Z`.
    pub created: Option<String>,
}
