//! A paragraph as rows: where it is broken, and where each character of a row stands.

use super::kinsoku::{Side, gives, in_word, may_part, may_stretch};
use super::{Look, Measure, Placed, balance};
use crate::house_style::{Align, Dress, HouseStyle};
use crate::page::Run;
use speech::text::{Span, is_blank};

/// A character with its natural width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) character: char,
    /// Which character of the line it is, from 0.
    pub(super) at: usize,
    pub(super) look: Look,
    pub(super) width: f64,
    /// A line may end after it.
    pub(super) parts: bool,
    /// A line ends after it, whatever is to come.
    pub(super) ends: bool,
}

/// Where text stands: the edges of its room, and how it is dressed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured<'a> {
    pub(super) left: f64,
    pub(super) width: f64,
    /// How far the first row stands in.
    pub(super) indent: f64,
    pub(super) dress: &'a Dress,
}

/// How far apart two lengths are that are equal: a thousandth of a point.
const EQUAL: f64 = 0.001;

/// The characters of some runs, measured. `keep` are stretches that are not broken.
pub(super) fn items<'r>(
    runs: impl Iterator<Item = (&'r Run, &'r str)>,
    keep: &[Span],
    style: &HouseStyle,
    measure: &impl Measure,
) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut n_characters = 0;
    for (run, text) in runs {
        let dress = style.dress(run.role);
        let look = Look {
            role: run.role,
            bold: !run.note && (dress.bold || run.strong),
            open: run.open,
            note: run.note,
        };
        let spacing = f64::from(dress.spacing) / 20.0;
        for character in text.chars() {
            let at = n_characters;
            n_characters += 1;
            if character == '\n' {
                items.last_mut().into_iter().for_each(|last| last.ends = true);
                continue;
            }
            // A TAB outside of a table: as much room as a Han character takes.
            let character = if character == '\t' { '\u{3000}' } else { character };
            let width = if is_mark(character) { 0.0 } else { measure.width(character, look) + spacing };
            items.push(Item { character, at, look, width, parts: true, ends: false });
        }
    }
    for idx in 1..items.len() {
        let kept = keep.iter().any(|span| span.start < items[idx].at && items[idx].at < span.end);
        items[idx - 1].parts = !kept && may_part(items[idx - 1].character, items[idx].character);
    }
    items
}

/// Combining marks and joiners take no room of their own.
fn is_mark(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Where rows end, as numbers of items from the beginning; the last is all of them.
pub(super) fn breaks(items: &[Item], room: &Measured<'_>) -> Vec<usize> {
    let greedy = greedy(items, room);
    if room.dress.align == Align::Centre && greedy.len() > 1 && !items.iter().any(|item| item.ends) {
        return balance::breaks(items, greedy.len(), room.width).unwrap_or(greedy);
    }
    greedy
}

fn greedy(items: &[Item], room: &Measured<'_>) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while start < items.len() {
        let width = if start == 0 { room.width - room.indent } else { room.width };
        start += row_length(&items[start..], width);
        ends.push(start);
    }
    ends
}

/// How many items the next row takes: at least one.
fn row_length(items: &[Item], width: f64) -> usize {
    // As many as fit, whether or not a line may end there.
    let mut taken = 0.0;
    let mut n_fit = 0;
    for item in items {
        taken += item.width;
        // Blanks at the end of a line hang over its edge.
        if taken > width + EQUAL && !is_blank(item.character) {
            break;
        }
        n_fit += 1;
        if item.ends {
            return n_fit;
        }
    }
    if n_fit == items.len() || (n_fit > 0 && items[n_fit - 1].parts) {
        return n_fit;
    }
    let earlier = (1..=n_fit).rev().find(|end| items[end - 1].parts);
    // Pushed in: the marks of the line give way to what must not begin the next.
    let later = (n_fit + 1..=items.len()).find(|end| *end == items.len() || items[end - 1].parts);
    let pushed_in = later.filter(|end| natural(&items[..*end]) - squeezable(&items[..*end]) <= width + EQUAL);
    // Nothing may be parted: then it is broken where it must.
    pushed_in.or(earlier).unwrap_or_else(|| anywhere(items, n_fit))
}

/// Where what is longer than a line is broken: best not before 。 nor in a number.
fn anywhere(items: &[Item], n_fit: usize) -> usize {
    let legal =
        |end: &usize| items.get(*end).is_none_or(|next| may_part(items[end - 1].character, next.character));
    (1..=n_fit).rev().find(legal).unwrap_or(n_fit.max(1))
}

/// The width of a row without the blanks at its end.
pub(super) fn natural(items: &[Item]) -> f64 {
    let n_blank = items.iter().rev().take_while(|item| is_blank(item.character)).count();
    items[..items.len() - n_blank].iter().map(|item| item.width).sum()
}

fn squeezable(items: &[Item]) -> f64 {
    items.iter().filter(|item| gives(item.character).is_some()).map(|item| item.width / 2.0).sum()
}

/// Places the items of a row. `last` is the last of its paragraph.
pub(super) fn placed(items: &[Item], room: &Measured<'_>, first: bool, last: bool) -> Vec<Placed> {
    let indent = if first { room.indent } else { 0.0 };
    let width = room.width - indent;
    let natural = natural(items);
    let spare = width - natural;
    let squeezed = if spare < -EQUAL { (-spare / squeezable(items)).min(1.0) } else { 0.0 };
    let full = room.dress.align == Align::Both && !last && !items.last().is_some_and(|item| item.ends);
    let n_gaps = if full { gaps(items).count() } else { 0 };
    let gap = if spare > EQUAL && n_gaps > 0 { spare / n_gaps as f64 } else { 0.0 };
    let mut x = room.left
        + match room.dress.align {
            Align::Left | Align::Both => indent,
            Align::Centre => (spare / 2.0).max(0.0),
            Align::Right => spare.max(0.0),
        };
    let mut gaps = gaps(items).peekable();
    let mut row = Vec::with_capacity(items.len());
    for (idx, item) in items.iter().enumerate() {
        let side = gives(item.character);
        let given = side.map_or(0.0, |_| item.width / 2.0 * squeezed);
        let shift = if side == Some(Side::Left) { given } else { 0.0 };
        row.push(Placed { character: item.character, x: x - shift, width: item.width, look: item.look });
        x += item.width - given;
        if gaps.next_if_eq(&idx).is_some() {
            x += gap;
        }
    }
    row
}

/// After which items of a row room may be made.
fn gaps(items: &[Item]) -> impl Iterator<Item = usize> + '_ {
    let n_blank = items.iter().rev().take_while(|item| is_blank(item.character)).count();
    let shown = &items[..items.len() - n_blank];
    shown
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| {
            pair[1].width > 0.0
                && (may_stretch(pair[0].character, pair[1].character)
                    || (is_blank(pair[0].character) && in_word(pair[1].character)))
        })
        .map(|(idx, _)| idx)
}
