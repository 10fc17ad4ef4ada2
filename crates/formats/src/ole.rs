//! The small file system in files of the old Office: streams in a tree of folders,
//! each a chain of sectors ([MS-CFB]).
//!
//! A chain is followed for no more steps than the file has sectors, so that one that
//! bites its tail ends; no stream is larger than the file.

use crate::error::Error;
use crate::little_endian::{stretch, u16_at, u32_at, u64_at, utf16};

/// How such a file begins.
pub(crate) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The bytes of the header, which stands where a sector before the first would.
const HEADER_BYTES: usize = 512;
/// Where the header lists the first sectors of the table, and how many.
const LISTED_AT_BYTES: usize = 76;
const N_LISTED: usize = 109;
/// Sector numbers from here on are no sectors: the end of a chain, free, of the table.
const FIRST_SPECIAL: u32 = 0xFFFF_FFFA;
/// The bytes of an entry of the directory.
const ENTRY_BYTES: usize = 128;
/// No entry.
const NOTHING: u32 = u32::MAX;

/// An open file.
pub(crate) struct Ole<'a> {
    bytes: &'a [u8],
    /// A sector has two to this bytes.
    shift: u32,
    /// For each sector the one that follows in its chain.
    next: Vec<u32>,
    /// The same for the small sectors, which stand in a stream of their own.
    small_next: Vec<u32>,
    small: Vec<u8>,
    /// Streams below this size stand in small sectors.
    small_below_bytes: u64,
    entries: Vec<Entry>,
}

/// A stream or a folder.
#[derive(Debug)]
struct Entry {
    name: String,
    is_stream: bool,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    n_bytes: u64,
}

/// The bytes of a small sector: two to this.
const SMALL_SHIFT: u32 = 6;

fn damaged(detail: &str) -> Error {
    Error::Damaged { detail: detail.to_owned() }
}

impl<'a> Ole<'a> {
    /// Opens a file: reads its tables and its directory.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        if bytes.len() < HEADER_BYTES {
            return Err(damaged("cut off in the header"));
        }
        let number = |at_bytes| u32_at(bytes, at_bytes).unwrap_or_default();
        let shift = u32::from(u16_at(bytes, 30).unwrap_or_default());
        if !matches!(shift, 9 | 12) {
            return Err(damaged("sectors of an odd size"));
        }
        let mut ole = Self {
            bytes,
            shift,
            next: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
            small_below_bytes: u64::from(number(56)),
            entries: Vec::new(),
        };
        ole.next = ole.table(number(68));
        let directory = ole.chain(number(48));
        ole.entries = directory.chunks_exact(ENTRY_BYTES).map(|entry| Entry::read(entry, shift)).collect();
        let root = ole.entries.first().ok_or_else(|| damaged("no directory"))?;
        let small_start = root.start;
        ole.small = ole.chain(small_start);
        ole.small_next = ole.chain(number(60)).chunks_exact(4).filter_map(|entry| u32_at(entry, 0)).collect();
        Ok(ole)
    }

    /// The names of what stands in the root.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.root().into_iter().map(|entry| entry.name.as_str())
    }

    /// A stream of the root by its name; cut off where the file is.
    pub(crate) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry =
            self.root().into_iter().find(|entry| entry.is_stream && entry.name.eq_ignore_ascii_case(name))?;
        let mut stream = if entry.n_bytes < self.small_below_bytes {
            self.small_chain(entry.start)
        } else {
            self.chain(entry.start)
        };
        stream.truncate(usize::try_from(entry.n_bytes).unwrap_or(usize::MAX));
        Some(stream)
    }

    /// What stands in the root: a tree of entries, each once.
    fn root(&self) -> Vec<&Entry> {
        let mut found = Vec::new();
        let mut seen = vec![false; self.entries.len()];
        let mut waiting: Vec<u32> = self.entries.first().map(|root| root.child).into_iter().collect();
        while let Some(id) = waiting.pop() {
            let idx = id as usize;
            let Some(entry) = self.entries.get(idx).filter(|_| id != NOTHING) else { continue };
            if std::mem::replace(&mut seen[idx], true) {
                continue;
            }
            found.push(entry);
            waiting.extend([entry.left, entry.right]);
        }
        found
    }

    /// The table of sectors. Its own sectors are listed in the header, and in a chain of
    /// sectors from `list` on where it is long.
    fn table(&self, list: u32) -> Vec<u32> {
        let listed = (0..N_LISTED).filter_map(|idx| u32_at(self.bytes, LISTED_AT_BYTES + 4 * idx));
        let mut sectors: Vec<u32> = listed.filter(|sector| *sector < FIRST_SPECIAL).collect();
        let per_sector = (1_usize << self.shift) / 4;
        let mut at = list;
        for _ in 0..=self.n_sectors() / per_sector {
            let Some(sector) = self.sector(at) else { break };
            let numbers: Vec<u32> = sector.chunks_exact(4).filter_map(|number| u32_at(number, 0)).collect();
            let Some((next, more)) = numbers.split_last() else { break };
            sectors.extend(more.iter().filter(|sector| **sector < FIRST_SPECIAL));
            at = *next;
        }
        sectors.truncate(self.n_sectors() / per_sector + 1);
        let mut table = Vec::new();
        for sector in sectors {
            let numbers = self.sector(sector).unwrap_or_default();
            table.extend(numbers.chunks_exact(4).filter_map(|number| u32_at(number, 0)));
            // A sector that is cut off has told nothing of the rest.
            table.resize(table.len().next_multiple_of(per_sector), NOTHING);
        }
        table
    }

    fn n_sectors(&self) -> usize {
        self.bytes.len() >> self.shift
    }

    /// The bytes of a sector; the last one of a file may be short.
    fn sector(&self, sector: u32) -> Option<&'a [u8]> {
        if sector >= FIRST_SPECIAL {
            return None;
        }
        let start_bytes = (sector as usize + 1) << self.shift;
        let end_bytes = (start_bytes + (1 << self.shift)).min(self.bytes.len());
        self.bytes.get(start_bytes..end_bytes)
    }

    /// The bytes of a chain of sectors, as far as it leads.
    fn chain(&self, start: u32) -> Vec<u8> {
        let mut chain = Vec::new();
        let mut at = start;
        for _ in 0..=self.n_sectors() {
            let Some(sector) = self.sector(at) else { break };
            chain.extend_from_slice(sector);
            at = self.next.get(at as usize).copied().unwrap_or(NOTHING);
        }
        chain
    }

    fn small_chain(&self, start: u32) -> Vec<u8> {
        let mut chain = Vec::new();
        let mut at = start;
        for _ in 0..=self.small.len() >> SMALL_SHIFT {
            let start_bytes = (at as usize) << SMALL_SHIFT;
            let Some(sector) = stretch(&self.small, start_bytes, 1 << SMALL_SHIFT) else { break };
            chain.extend_from_slice(sector);
            at = self.small_next.get(at as usize).copied().unwrap_or(NOTHING);
        }
        chain
    }
}

impl Entry {
    fn read(entry: &[u8], shift: u32) -> Self {
        let number = |at_bytes| u32_at(entry, at_bytes).unwrap_or(NOTHING);
        let name_bytes = usize::from(u16_at(entry, 64).unwrap_or_default()).clamp(2, 64) - 2;
        let n_bytes = u64_at(entry, 120).unwrap_or_default();
        Self {
            name: utf16(&entry[..name_bytes]),
            is_stream: entry[66] == 2,
            left: number(68),
            right: number(72),
            child: number(76),
            start: number(116),
            // Files with small sectors have but the lower half; what stands above is chance.
            n_bytes: if shift == 9 { n_bytes & u64::from(u32::MAX) } else { n_bytes },
        }
    }
}
