//! How much of a speech is meant: all of it, one section, one line.

use crate::passage;
use crate::section::{self, Address};
use crate::speech::{BlockId, Speech};
use std::ops::Range;

/// How much of a speech is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// The section of that address.
    Section(Address),
    /// The section that this block heads, else the innermost one that it stands in.
    SectionOf(BlockId),
    /// The line that this block begins or stands in.
    Passage(BlockId),
}

impl From<Option<Address>> for Extent {
    /// The section; without an address the whole.
    fn from(address: Option<Address>) -> Self {
        address.map_or(Self::Whole, Self::Section)
    }
}

impl Extent {
    /// The blocks, as indices; nothing where the speech has no such section or block.
    pub fn blocks(&self, speech: &Speech) -> Option<Range<usize>> {
        match self {
            Self::Whole => Some(0..speech.blocks.len()),
            Self::Section(address) => section::section(speech, address),
            Self::SectionOf(block) => section::innermost(speech, *block),
            Self::Passage(block) => passage::line(speech, *block),
        }
    }
}
