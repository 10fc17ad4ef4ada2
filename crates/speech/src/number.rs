//! The numbers of headings and members, computed from the blocks.
//!
//! In a draft `一、` is never text: whatever moves, goes or comes, the headings
//! count 一、二、三、 again, and below each （一）（二） from the start. A heading
//! without a numeral stays without and is not counted.

use crate::numeral::{self, Numeral as Read};
use crate::speech::{Block, BlockKind, Inline, Numeral, Speech};
use std::collections::HashMap;

/// The number of each block of the speech that is a numbered heading, block by
/// block: computed in a draft, read from the numeral in a document.
pub fn heading_numbers(speech: &Speech) -> Vec<Option<u32>> {
    let mut counts = [0_u32; 4];
    speech.blocks.iter().map(|block| heading_number(block, &mut counts)).collect()
}

fn heading_number(block: &Block, counts: &mut [u32; 4]) -> Option<u32> {
    let BlockKind::Heading { level, .. } = block.kind else { return None };
    let level_idx = usize::from(level.clamp(1, 4)) - 1;
    counts[level_idx + 1..].fill(0);
    match block.numeral.as_ref()? {
        Numeral::AsWritten(written) => Read::read(written).map(|(read, _)| read.number),
        Numeral::Computed => {
            counts[level_idx] += 1;
            Some(counts[level_idx])
        }
    }
}

/// The words of a heading's numeral at a level: 一、 （一） 1. （1）.
pub fn numeral_of(level: u8, number: u32) -> String {
    match level {
        0 | 1 => format!("{}、", numeral::han(number)),
        2 => format!("（{}）", numeral::han(number)),
        3 => format!("{number}."),
        _ => format!("（{number}）"),
    }
}

/// The place of each marker in its series, from 1: block by block, marker by
/// marker in the order of the text.
pub fn marker_numbers(speech: &Speech) -> Vec<Vec<u32>> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    let mut numbers_of = |block: &Block| {
        let series = block.inlines.iter().filter_map(|inline| match inline {
            Inline::Marker { series, .. } => Some(*series),
            _ => None,
        });
        series
            .map(|series| {
                let count = counts.entry(series).or_default();
                *count += 1;
                *count
            })
            .collect()
    };
    speech.blocks.iter().map(&mut numbers_of).collect()
}
