//! A title over several lines, none of them much shorter than the others.
//!
//! GB/T 9704—2012, 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当. What a word is,
//! is told from a few endings and beginnings alone; where those don't help, the length
//! decides.

use super::rows::{Item, natural};

/// After these a title is parted well.
const GOOD_AFTER: &str = "的、，”》）";

/// Before these, too.
const GOOD_BEFORE: [&str; 14] =
    ["暨", "和", "与", "及", "工作", "会议", "大会", "座谈", "动员", "推进", "表彰", "专题", "第", "“"];

/// What a break in the middle of what may be a word costs: as much as two lines
/// that are four or five characters off.
const WORD: f64 = 40.0;

/// The best `n_rows` rows; nothing where there is no such way.
pub(super) fn breaks(items: &[Item], n_rows: usize, width: f64) -> Option<Vec<usize>> {
    let size = items.iter().map(|item| item.width).fold(1.0, f64::max);
    let ideal = natural(items) / n_rows as f64;
    // best[row][end]: the cost of `row` rows that end at `end`, and where the last began.
    let mut best: Vec<Vec<Option<(f64, usize)>>> = vec![vec![None; items.len() + 1]; n_rows + 1];
    best[0][0] = Some((0.0, 0));
    for row in 1..=n_rows {
        for end in 1..=items.len() {
            if end < items.len() && !items[end - 1].parts {
                continue;
            }
            for start in 0..end {
                let Some((before, _)) = best[row - 1][start] else { continue };
                let length = natural(&items[start..end]);
                if length > width {
                    continue;
                }
                let off = (length - ideal) / size;
                let cost = before + off * off + if end < items.len() { parting(items, end) } else { 0.0 };
                if best[row][end].is_none_or(|(least, _)| cost < least) {
                    best[row][end] = Some((cost, start));
                }
            }
        }
    }
    let mut ends = Vec::new();
    let mut end = items.len();
    for row in (1..=n_rows).rev() {
        ends.push(end);
        end = best[row][end]?.1;
    }
    ends.reverse();
    Some(ends)
}

fn parting(items: &[Item], end: usize) -> f64 {
    let rest: String = items[end..].iter().take(2).map(|item| item.character).collect();
    let good = GOOD_AFTER.contains(items[end - 1].character)
        || GOOD_BEFORE.iter().any(|word| rest.starts_with(word));
    if good { 0.0 } else { WORD }
}
