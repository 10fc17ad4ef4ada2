//! A text that stands in no file: pasted out of a chat, or handed over by another program. It goes
//! the way of a file from the moment that its bytes are there.

use crate::document::DocumentId;
use crate::near::Near;
use crate::store;
use speech::Speech;
use speech::about::About;
use speech::shown::{shown, text_of};
use speech::text::trim;
use std::path::PathBuf;

/// A title has at most so many characters where it is the first line of a text that has none.
const LONGEST_TITLE: usize = 40;

/// The text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What it is called in reports: 剪贴板.
    pub name: PathBuf,
    /// What a file would hold: plain text, or a web page.
    pub bytes: Vec<u8>,
    /// Its title, where the writer says one.
    pub title: Option<String>,
}

/// What an import would make of it.
#[derive(Clone, Debug, PartialEq)]
pub struct LookedAt {
    /// Its title: that of the text, else its first line.
    pub title: String,
    /// What it would be filed under.
    pub about: About,
    /// It has blanks to fill, and would be a template.
    pub has_slots: bool,
    /// Word's 字数.
    pub characters: usize,
    /// The text as it would be shown.
    pub text: String,
    /// The library has this very text, as this document.
    pub same: Option<DocumentId>,
    /// Another document that says nearly the same.
    pub near: Option<Near>,
}

impl Given {
    /// What the document is called: what the writer says, the title of the text, or its first line.
    pub(crate) fn title(&self, speech: &Speech) -> String {
        let said = self.title.as_deref().map(trim).filter(|title| !title.is_empty());
        said.map_or_else(|| own_title(speech), str::to_owned)
    }
}

fn own_title(speech: &Speech) -> String {
    let title = store::title(speech);
    if !title.is_empty() {
        return title;
    }
    let text = text_of(&shown(speech));
    let first = text.lines().map(trim).find(|line| !line.is_empty()).unwrap_or_default();
    match first.char_indices().nth(LONGEST_TITLE) {
        Some((end_bytes, _)) => format!("{}……", &first[..end_bytes]),
        None => first.to_owned(),
    }
}
