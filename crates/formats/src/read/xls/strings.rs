//! Texts in records of Excel: how many characters, a byte that says how they are stored, and they
//! ([MS-XLS] 2.5.293, 2.5.294). The shared texts go on from record to record, also in the
//! middle of one; then that byte is said again.

use crate::little_endian::{stretch, u16_at, u32_at, utf16};

/// Two bytes a character; else one, the lower one.
const IS_WIDE: u8 = 1;
/// Readings over the characters follow the text.
const HAS_READINGS: u8 = 4;
/// Where its fonts change follows the text.
const HAS_FONTS: u8 = 8;

/// A text of a record of its own.
pub(super) fn one(record: &[u8]) -> Option<String> {
    let n_characters = usize::from(u16_at(record, 0)?);
    let is_wide = record.get(2)? & IS_WIDE != 0;
    Some(decoded(stretch(record, 3, n_characters * if is_wide { 2 } else { 1 })?, is_wide))
}

/// The shared texts, as far as they are there.
pub(super) fn shared(records: &[&[u8]], most_bytes: u64) -> Vec<String> {
    let mut strings = Vec::new();
    let mut n_bytes = 0;
    // How many there are said to be is not believed.
    let mut at = Place { records, record_idx: 0, at_bytes: 8 };
    while let Some(string) = at.string() {
        n_bytes += string.len() as u64;
        if n_bytes > most_bytes {
            break;
        }
        strings.push(string);
    }
    strings
}

/// Where the walk through the records stands.
struct Place<'a> {
    records: &'a [&'a [u8]],
    record_idx: usize,
    at_bytes: usize,
}

impl<'a> Place<'a> {
    fn string(&mut self) -> Option<String> {
        let head = self.taken(3)?;
        let mut left = usize::from(u16_at(head, 0)?);
        let flags = *head.get(2)?;
        let n_fonts = if flags & HAS_FONTS != 0 { usize::from(u16_at(self.taken(2)?, 0)?) } else { 0 };
        let n_readings = if flags & HAS_READINGS != 0 { u32_at(self.taken(4)?, 0)? as usize } else { 0 };
        let mut is_wide = flags & IS_WIDE != 0;
        let mut string = String::new();
        while left > 0 {
            let width = if is_wide { 2 } else { 1 };
            let here = self.rest().len() / width;
            let n_characters = left.min(here);
            string.push_str(&decoded(self.taken(n_characters * width)?, is_wide));
            left -= n_characters;
            if left > 0 {
                self.record_idx += 1;
                self.at_bytes = 0;
                is_wide = self.taken(1)?[0] & IS_WIDE != 0;
            }
        }
        self.pass(4 * n_fonts + n_readings)?;
        Some(string)
    }

    fn rest(&self) -> &'a [u8] {
        self.records.get(self.record_idx).and_then(|record| record.get(self.at_bytes..)).unwrap_or_default()
    }

    /// The next bytes, which stand in one record; at the end of one those of the next.
    fn taken(&mut self, n_bytes: usize) -> Option<&'a [u8]> {
        if self.rest().is_empty() && n_bytes > 0 {
            self.record_idx += 1;
            self.at_bytes = 0;
        }
        let taken = stretch(self.rest(), 0, n_bytes)?;
        self.at_bytes += n_bytes;
        Some(taken)
    }

    /// Passes over bytes, also beyond the end of a record.
    fn pass(&mut self, n_bytes: usize) -> Option<()> {
        let mut left = n_bytes;
        while left > 0 {
            if self.rest().is_empty() {
                self.record_idx += 1;
                self.at_bytes = 0;
                self.records.get(self.record_idx)?;
            }
            let here = self.rest().len().min(left);
            self.at_bytes += here;
            left -= here;
        }
        Some(())
    }
}

fn decoded(bytes: &[u8], is_wide: bool) -> String {
    if is_wide { utf16(bytes) } else { bytes.iter().map(|byte| char::from(*byte)).collect() }
}
