//! 页数: how many pages a speech has in a house style, and where each of them begins in its
//! text, for the window to draw while it is written.
//!
//! The pages are those of the [`sketch`](crate::sketch), which asks no font: so they are told in
//! a few milliseconds and end where they do on paper, or a character beside.

use crate::error::Error;
use crate::house_style::HouseStyle;
use crate::page::{Appendix, Line, dressed_lines, lines_behind};
use crate::sketch::{counted, laid_out};
use serde::Serialize;
use speech::text::length;
use speech::{BlockId, Shown, Speech, shown};

/// The pages of a speech.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Paging {
    /// How many there are; one even for a speech without a word.
    pub n_pages: u32,
    /// Where each begins but the first, in their order; none for those behind the speech.
    pub starts: Vec<PageStart>,
}

/// Where a page begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PageStart {
    /// Its number: 2 and more.
    pub page: u32,
    /// The block that it begins with, or in.
    pub block: BlockId,
    /// How many characters of the block's words, its number not counted, stand on the page before;
    /// 0 where the block begins the page, and for a row of a table, whose cells go on side by side.
    pub at: u32,
}

/// Tells the pages of a speech with those lists behind it.
///
/// # Errors
/// [`Error::HouseStyle`] for a style that can't be.
pub fn paging(speech: &Speech, style: &HouseStyle, appendices: &[Appendix]) -> Result<Paging, Error> {
    let mut lines = dressed_lines(speech, style);
    lines.extend(lines_behind(appendices));
    let layout = laid_out(&lines, style)?;
    let shown = shown(speech);
    // What stands in one line: a run-in heading and the paragraph after it.
    let blocks: Vec<&[Shown<'_>]> = shown.chunk_by(|one, _| one.run_in).collect();
    let first_rows = (1..).zip(layout.pages.iter().map(|sheet| sheet.rows.first()));
    let starts = first_rows.skip(1).filter_map(|(page, row)| {
        let row = row?;
        let (block, at) = place(&lines[row.line_idx], blocks.get(row.line_idx)?, row.at)?;
        Some(PageStart { page, block, at: counted(at) })
    });
    Ok(Paging { n_pages: counted(layout.pages.len()), starts: starts.collect() })
}

/// Which block of a line a character of it is in, and how many of the block's words stand before.
fn place(line: &Line, blocks: &[Shown<'_>], at: usize) -> Option<(BlockId, usize)> {
    let mut rest = at - notes_before(line, at);
    for (idx, shown) in blocks.iter().enumerate() {
        let n_all = length(&shown.text());
        if rest < n_all || idx + 1 == blocks.len() {
            return Some((shown.block.id, rest.saturating_sub(shown.n_numeral())));
        }
        rest -= n_all;
    }
    None
}

/// How many characters before a place of a line are not of the text: pinyin, numbers in words.
fn notes_before(line: &Line, at: usize) -> usize {
    let notes = line.placed_runs().filter(|(_, run)| run.note);
    notes.map(|(span, _)| at.clamp(span.start, span.end) - span.start).sum()
}
