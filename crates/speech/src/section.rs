//! SECTION addresses, and how far a section reaches.
//!
//! `0` is all before the first level-1 heading, `2` the second level-1 heading by
//! position, `2.3` the third level-2 heading in it, `二（三）` the same, `end` the
//! closing. No numbered section contains the closing.

use crate::numeral;
use crate::speech::{BlockId, BlockKind, Speech};
use std::fmt;
use std::ops::Range;

/// Which section of a speech is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// `0`: all before the first level-1 heading.
    Opening,
    /// `2.3`: the third level-2 heading in the second section of level 1, by position
    /// from 1; up to four levels.
    Numbered(Vec<u32>),
    /// `end`: the closing.
    Closing,
}

impl Address {
    /// Reads what stands after the `#`. Nothing for what is no address.
    pub fn read(written: &str) -> Option<Self> {
        match written {
            "0" => return Some(Self::Opening),
            "end" => return Some(Self::Closing),
            _ => {}
        }
        let mut positions = Vec::new();
        let mut rest = written;
        while !rest.is_empty() {
            let inner = rest.trim_start_matches(['.', '．', '、', '（', '(']);
            let (position, after) = numeral::read_number(inner).filter(|(position, _)| *position > 0)?;
            positions.push(position);
            rest = after.strip_prefix(['）', ')', '、']).unwrap_or(after);
        }
        (1..=4).contains(&positions.len()).then_some(Self::Numbered(positions))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Opening => f.write_str("0"),
            Self::Closing => f.write_str("end"),
            Self::Numbered(positions) => {
                let positions: Vec<String> = positions.iter().map(u32::to_string).collect();
                f.write_str(&positions.join("."))
            }
        }
    }
}

/// The blocks of a section, as indices; nothing where the speech has no such section.
pub fn section(speech: &Speech, address: &Address) -> Option<Range<usize>> {
    let body_end = body_end(speech);
    match address {
        Address::Opening => {
            let end = (0..body_end).find(|idx| level(speech, *idx) == Some(1)).unwrap_or(body_end);
            (end > 0).then_some(0..end)
        }
        Address::Closing => (body_end < speech.blocks.len()).then_some(body_end..speech.blocks.len()),
        Address::Numbered(positions) => {
            let mut within = 0..body_end;
            for (wanted, position) in (1_u8..).zip(positions) {
                let mut starts = within.filter(|idx| level(speech, *idx) == Some(wanted));
                let start = starts.nth(*position as usize - 1)?;
                within = start..end(speech, start, wanted);
            }
            Some(within)
        }
    }
}

/// The section that a block heads, else the innermost one that it stands in, as indices:
/// of a block that no heading stands above, all before the first heading; of one in the
/// closing, the closing. Nothing where the speech has no such block.
pub fn innermost(speech: &Speech, block: BlockId) -> Option<Range<usize>> {
    let idx = speech.blocks.iter().position(|here| here.id == block)?;
    let body_end = body_end(speech);
    if idx >= body_end {
        return Some(body_end..speech.blocks.len());
    }
    let heading = |idx: &usize| level(speech, *idx).is_some();
    Some(match (0..=idx).rev().find(heading) {
        Some(start) => start..level(speech, start).map_or(body_end, |level| end(speech, start, level)),
        None => 0..(idx..body_end).find(heading).unwrap_or(body_end),
    })
}

/// Where the section ends that a heading of that level begins.
pub(crate) fn end(speech: &Speech, start: usize, of: u8) -> usize {
    let body_end = body_end(speech);
    let ends = |idx: &usize| level(speech, *idx).is_some_and(|level| level <= of);
    (start + 1..body_end).find(ends).unwrap_or(body_end)
}

/// Where the closing begins, or the speech ends. A closing that a heading follows closes nothing:
/// the writer went on below it.
fn body_end(speech: &Speech) -> usize {
    let last_heading = (0..speech.blocks.len()).rfind(|idx| level(speech, *idx).is_some());
    let behind_headings = last_heading.map_or(0, |idx| idx + 1)..speech.blocks.len();
    let mut closing = behind_headings.filter(|idx| speech.blocks[*idx].kind == BlockKind::Closing);
    closing.next().unwrap_or(speech.blocks.len())
}

fn level(speech: &Speech, idx: usize) -> Option<u8> {
    match speech.blocks[idx].kind {
        BlockKind::Heading { level, .. } => Some(level),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_both_spellings() {
        assert_eq!(Address::read("2.3"), Some(Address::Numbered(vec![2, 3])));
        assert_eq!(Address::read("二（三）"), Some(Address::Numbered(vec![2, 3])));
        assert_eq!(Address::read("十二"), Some(Address::Numbered(vec![12])));
        assert_eq!(Address::read("0"), Some(Address::Opening));
        assert_eq!(Address::read("end"), Some(Address::Closing));
        for wrong in ["", "x", "2.", "0.1", "1.2.3.4.5", "-1"] {
            assert_eq!(Address::read(wrong), None, "{wrong}");
        }
    }
}
