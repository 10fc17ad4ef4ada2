//! SECTION addresses: `0`, `2`, `2.3`, `二（三）`, `end`.

use crate::speech::Speech;
use std::ops::Range;

/// Which section of a speech is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// `0`: all before the first level-1 heading.
    Opening,
    /// `2.3` or `二（三）`: the third level-2 heading in the second section of level 1,
    /// by position from 1.
    Numbered(Vec<u32>),
    /// `end`: the closing.
    Closing,
}

impl Address {
    /// Reads what stands after the `#`.
    pub fn read(written: &str) -> Option<Self> {
        let _ = written;
        None
    }
}

/// The blocks of a section, as indices; nothing where the speech has no such section.
pub fn section(speech: &Speech, address: &Address) -> Option<Range<usize>> {
    let _ = (speech, address);
    None
}
