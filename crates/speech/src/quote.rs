//! Words of a speech, by where they stood when somebody looked.

use crate::speech::BlockId;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Words of a block. Whoever changes them looks first whether they still stand there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Quote {
    /// The block that they stand in.
    pub block: BlockId,
    /// Where in the block's text as it is [shown](mod@crate::shown), in characters from 0.
    pub start: u32,
    /// The place after them.
    pub end: u32,
    /// The words.
    pub text: String,
}

impl Quote {
    /// The words at a place.
    pub fn new(block: BlockId, span: &Span, text: impl Into<String>) -> Self {
        Self { block, start: span.start as u32, end: span.end as u32, text: text.into() }
    }

    /// Where they stand.
    pub fn span(&self) -> Span {
        self.start as usize..self.end.max(self.start) as usize
    }
}
