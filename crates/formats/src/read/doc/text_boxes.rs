//! Text boxes: each has a stretch of a text of their own, and stands at a place of the
//! body ([MS-DOC] 2.9.105 and 2.8.37).

use super::fib::{self, Fib};
use crate::little_endian::u32_at;
use std::collections::HashMap;
use std::ops::Range;

/// A text box.
#[derive(Debug)]
pub(super) struct TextBox {
    /// Where it stands in the body.
    pub(super) position: u32,
    /// Its stretch in the text of the boxes, from its start.
    pub(super) text: Range<u32>,
}

/// The text boxes of a document, in the order of the places where they stand.
pub(super) fn read(table: &[u8], fib: &Fib) -> Vec<TextBox> {
    const SHAPE_BYTES: usize = 26;
    const BOX_BYTES: usize = 22;
    let shapes = fib.part(table, fib::SHAPES);
    let places = fib::entries(shapes, SHAPE_BYTES).zip(fib::positions(shapes, SHAPE_BYTES));
    let places: HashMap<u32, u32> =
        places.filter_map(|(shape, position)| Some((u32_at(shape, 0)?, position))).collect();
    let part = fib.part(table, fib::TEXT_BOXES);
    let positions = fib::positions(part, BOX_BYTES);
    let mut boxes = Vec::new();
    for (between, entry) in positions.windows(2).zip(fib::entries(part, BOX_BYTES)) {
        let &[start, end] = between else { continue };
        // The last is an empty one, which stands nowhere.
        if let Some(position) = u32_at(entry, 14).and_then(|shape| places.get(&shape)) {
            boxes.push(TextBox { position: *position, text: start..end });
        }
    }
    boxes.sort_by_key(|it| it.position);
    boxes
}
