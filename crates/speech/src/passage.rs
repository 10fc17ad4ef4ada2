//! What search finds: one line of a speech, with the headings above it.

use crate::numeral::Numeral;
use crate::shown::{runs_in, shown};
use crate::speech::{BlockId, BlockKind, Role, Speech};
use crate::text::{length, slice, trim};
use std::ops::Range;

/// One line of a speech that is neither junk nor blank. A run-in heading and the
/// paragraph that goes on after it are one passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The line's text, whole.
    pub text: String,
    /// The role of its first block: heading for a run-in line.
    pub role: Role,
    /// A run-in line: found as a heading and as a paragraph.
    pub run_in: bool,
    /// It stands after the title and before the first heading.
    pub opening: bool,
    /// The headings that it stands under, the outermost first, as they are read
    /// with their numerals; a heading's own path ends with itself.
    pub path: Vec<String>,
    /// The line's first block.
    pub block: BlockId,
}

/// The lines of a speech in their order: the n-th is the n-th line of its
/// [`text`](crate::shown::text).
pub fn passages(speech: &Speech) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut before_first_heading = true;
    let mut goes_on = false;
    for block in shown(speech) {
        let text = block.text();
        if let (true, Some(line)) = (goes_on, passages.last_mut()) {
            line.text.push_str(&text);
            goes_on = false;
            continue;
        }
        match block.block.kind {
            BlockKind::Heading { level, .. } => {
                before_first_heading = false;
                path.retain(|(above, _)| *above < level);
                path.push((level, trim(&text).to_owned()));
            }
            // What closes a speech is in none of its sections.
            BlockKind::Closing => path.clear(),
            _ => {}
        }
        let role = block.block.kind.role();
        passages.push(Passage {
            role,
            run_in: block.run_in,
            opening: before_first_heading && !matches!(role, Role::Title | Role::Closing),
            path: path.iter().map(|(_, heading)| heading.clone()).collect(),
            block: block.block.id,
            text,
        });
        goes_on = block.run_in;
    }
    passages
}

/// The blocks of the line that a block begins or stands in, as indices: the block, and
/// with a run-in heading the paragraph that goes on after it. Nothing where the speech
/// has no such block.
pub fn line(speech: &Speech, block: BlockId) -> Option<Range<usize>> {
    let idx = speech.blocks.iter().position(|here| here.id == block)?;
    let goes_on =
        |idx: usize| runs_in(speech.blocks[idx].kind, speech.blocks.get(idx + 1).map(|next| next.kind));
    let start = if idx > 0 && goes_on(idx - 1) { idx - 1 } else { idx };
    Some(start..if goes_on(start) { start + 2 } else { start + 1 })
}

/// A heading of a [`path`](Passage::path) where there is little room: its numeral as it is
/// read (二、), or, of one without, its first `n_chars` characters, the last of them … if
/// there are more.
pub fn short(heading: &str, n_chars: usize) -> String {
    match Numeral::read(heading) {
        Some((_, words)) => trim(heading.strip_suffix(words).unwrap_or(heading)).to_owned(),
        None if length(heading) > n_chars => {
            format!("{}…", slice(heading, 0..n_chars.saturating_sub(1)))
        }
        None => heading.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_its_numeral_or_its_first_words() {
        assert_eq!(short("二、突出重点", 6), "二、");
        assert_eq!(short("（三）压实责任。", 6), "（三）");
        assert_eq!(short("第一部分　回顾", 6), "第一部分");
        assert_eq!(short("突出重点", 4), "突出重点");
        assert_eq!(short("坚持问题导向", 4), "坚持问…");
    }
}
