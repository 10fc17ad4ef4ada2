//! Taking sections over into a draft.

use crate::section::Address;
use crate::speech::Speech;

/// What is taken into a draft: a document, or one section of it.
#[derive(Clone, Debug)]
pub struct Taken<'a> {
    /// The id of the document or draft that it comes from.
    pub document: &'a str,
    /// Its text.
    pub speech: &'a Speech,
    /// The section; nothing for the whole.
    pub section: Option<Address>,
}

/// A source has no section of that address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchSection {
    /// Which of the sources, from 0.
    pub source_idx: usize,
}

/// A draft made of what is taken, in that order; with no source, one without text.
pub fn assemble(title: Option<&str>, sources: &[Taken<'_>]) -> Result<Speech, NoSuchSection> {
    let _ = (title, sources);
    Ok(Speech::default())
}
