//! How much a file from outside may ask of the machine.
//!
//! A Word file of a few kilobytes can unpack to gigabytes or nest a table fifty
//! thousand times. Every reader counts what it really meets and refuses the file
//! with [`Error::OverLimit`](crate::Error::OverLimit) at the first step beyond. A
//! speech of 20,000 characters stays a hundred times below each of these.

use serde::{Deserialize, Serialize};

const MIB: u64 = 1024 * 1024;

/// The limits of all readers. The value itself is still allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of the file itself: 50 MiB.
    pub file_bytes: u64,
    /// Bytes that all parts read from a packed file may have together: 256 MiB.
    pub unpacked_bytes: u64,
    /// Bytes of one part of a packed file: 64 MiB.
    pub part_bytes: u64,
    /// How many times larger than packed a part may be: 100. Text packs 3 to 40
    /// times; only what was made to swell packs 1,000 times.
    pub ratio: u64,
    /// Up to this size a part may be packed as tightly as it likes: 1 MiB.
    pub ratio_from_bytes: u64,
    /// Entries of a packed file: 2,000.
    pub entries: usize,
    /// Elements of XML inside each other: 256.
    pub depth: usize,
    /// Attributes of one element of XML: 256.
    pub attributes: usize,
    /// Characters of one line: 1,000,000.
    pub paragraph_characters: usize,
    /// Elements of a web page inside each other: 1,000. Careless pages close nothing.
    pub page_depth: usize,
    /// Elements and texts of a web page: 500,000.
    pub page_nodes: usize,
    /// Seconds that a web page may take to be understood: 10. Its parser
    /// compares each attribute of an element with all before it.
    pub page_seconds: u64,
    /// Steps and characters that the pages of a PDF may draw together: 2,000,000. A form
    /// that draws another ten times, which draws a third ten times, comes to any number.
    pub page_steps: usize,
    /// Seconds that a file may take which is read apart: 30.
    pub apart_seconds: u64,
    /// Bytes of memory that reading it may take: 512 MiB. Systems other than Linux hold
    /// less strictly to it, and Windows doesn't.
    pub apart_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 50 * MIB,
            unpacked_bytes: 256 * MIB,
            part_bytes: 64 * MIB,
            ratio: 100,
            ratio_from_bytes: MIB,
            entries: 2_000,
            depth: 256,
            attributes: 256,
            paragraph_characters: 1_000_000,
            page_depth: 1_000,
            page_nodes: 500_000,
            page_seconds: 10,
            page_steps: 2_000_000,
            apart_seconds: 30,
            apart_bytes: 512 * MIB,
        }
    }
}
