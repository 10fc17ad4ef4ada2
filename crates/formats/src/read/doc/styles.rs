//! The styles of a document, each with all that it takes over from those it is based on
//! ([MS-DOC] 2.9.271).

use super::looks::{ParagraphLook, RunLook};
use crate::little_endian::{stretch, u16_at, utf16};
use crate::read::style_names;

/// The styles by their places.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
}

/// What a style says.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// Of the paragraph.
    pub(super) paragraph: ParagraphLook,
    /// Of its runs: what is left unsaid is off.
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) half_points: Option<u32>,
    /// It is the style for titles.
    pub(super) titled: bool,
    based_on: Option<u16>,
}

/// The place that is none.
const NO_STYLE: u16 = 0x0FFF;
/// No office bases a style on another more than a few times; a circle goes on for ever.
const MAX_ANCESTORS: usize = 32;
/// The kinds of styles that are read.
const OF_PARAGRAPHS: u16 = 1;
const OF_RUNS: u16 = 2;
/// Word's number for its style of titles.
const TITLE: u16 = 62;

impl Styles {
    /// Reads the part of styles, as far as it can be understood.
    pub(super) fn read(part: &[u8]) -> Self {
        let read = || {
            let head_bytes = usize::from(u16_at(part, 0)?);
            let n_styles = usize::from(u16_at(part, 2)?);
            let base_bytes = usize::from(u16_at(part, 4)?);
            let mut at_bytes = 2 + head_bytes;
            let mut said = Vec::new();
            for _ in 0..n_styles {
                let Some(n_bytes) = u16_at(part, at_bytes).map(usize::from) else { break };
                let style = stretch(part, at_bytes + 2, n_bytes);
                said.push(style.and_then(|style| Style::read(style, base_bytes)).unwrap_or_default());
                at_bytes += 2 + n_bytes.next_multiple_of(2);
            }
            Some(said)
        };
        let said: Vec<Style> = read().unwrap_or_default();
        Self { styles: (0..said.len()).map(|idx| inherited(&said, idx)).collect() }
    }

    /// The style at a place; what Word takes for it where there is none.
    pub(super) fn at(&self, style: u16) -> Style {
        self.styles.get(usize::from(style)).or_else(|| self.styles.first()).cloned().unwrap_or_default()
    }

    /// The character style of a run.
    pub(super) fn of_run(&self, look: &RunLook) -> Style {
        look.style.and_then(|style| self.styles.get(usize::from(style))).cloned().unwrap_or_default()
    }
}

impl Style {
    fn read(bytes: &[u8], base_bytes: usize) -> Option<Self> {
        let number = u16_at(bytes, 0)? & 0x0FFF;
        let kind = u16_at(bytes, 2)?;
        let (kind, based_on) = (kind & 0xF, kind >> 4);
        let n_characters = usize::from(u16_at(bytes, base_bytes)?);
        let name = utf16(stretch(bytes, base_bytes + 2, 2 * n_characters)?);
        let mut style = Self {
            titled: number == TITLE || style_names::is_title(&name),
            based_on: Some(based_on).filter(|place| *place != NO_STYLE),
            ..Self::default()
        };
        style.paragraph.outline = match number {
            1..=9 => Some(number as u8 - 1),
            _ => style_names::heading_level(&name),
        };
        // What is said of the paragraph and of its runs, each with its length in front. The
        // name ends with a NUL.
        let mut at_bytes = base_bytes + 2 + 2 * n_characters + 2;
        let mut next = || {
            let n_bytes = usize::from(u16_at(bytes, at_bytes)?);
            let said = stretch(bytes, at_bytes + 2, n_bytes)?;
            at_bytes += 2 + n_bytes.next_multiple_of(2);
            Some(said)
        };
        if kind == OF_PARAGRAPHS {
            let said = next()?;
            style.paragraph.take(said.get(2..).unwrap_or_default(), &[]);
        }
        if matches!(kind, OF_PARAGRAPHS | OF_RUNS) {
            let mut run = RunLook::default();
            run.take(next().unwrap_or_default());
            style.bold = run.bold.map(|bold| bold.is_on(false));
            style.hidden = run.hidden.map(|hidden| hidden.is_on(false));
            style.half_points = run.half_points;
        }
        Some(style)
    }
}

/// What a style says with all that it takes over.
fn inherited(said: &[Style], idx: usize) -> Style {
    let mut style = said[idx].clone();
    let mut above = style.based_on;
    for _ in 0..MAX_ANCESTORS {
        let Some(from) = above.and_then(|place| said.get(usize::from(place))) else { break };
        style.paragraph = style.paragraph.or(&from.paragraph);
        style.bold = style.bold.or(from.bold);
        style.hidden = style.hidden.or(from.hidden);
        style.half_points = style.half_points.or(from.half_points);
        style.titled |= from.titled;
        above = from.based_on;
    }
    style
}
