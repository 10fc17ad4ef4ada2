//! What is said of looks: a list of changes, each an operation with its operand
//! ([MS-DOC] 2.6).

use crate::little_endian::{stretch, u16_at};

/// A table's definition: its length takes two bytes, those of others one.
const DEFINE_TABLE: u16 = 0xD608;
/// Tabs of a paragraph: 255 as length means that it is to be counted.
const CHANGE_TABS: u16 = 0xC615;

/// The changes of a list with their operands, as far as it can be understood.
pub(super) fn changes(list: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at_bytes = 0;
    std::iter::from_fn(move || {
        let operation = u16_at(list, at_bytes)?;
        at_bytes += 2;
        let n_bytes = match operation >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ if operation == DEFINE_TABLE => {
                let n_bytes = usize::from(u16_at(list, at_bytes)?).checked_sub(1)?;
                at_bytes += 2;
                n_bytes
            }
            _ => {
                let n_bytes = *list.get(at_bytes)?;
                if operation == CHANGE_TABS && n_bytes == u8::MAX {
                    return None;
                }
                at_bytes += 1;
                usize::from(n_bytes)
            }
        };
        let operand = stretch(list, at_bytes, n_bytes)?;
        at_bytes += n_bytes;
        Some((operation, operand))
    })
}
