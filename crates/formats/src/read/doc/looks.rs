//! What holds for stretches of the main stream: pages of 512 bytes with the changes of
//! paragraphs and of runs ([MS-DOC] 2.9.23 and 2.9.33).

use super::damaged;
use super::fib;
use super::sprm::changes;
use super::styles::Styles;
use crate::error::Error;
use crate::little_endian::{stretch, u16_at, u32_at};

const PAGE_BYTES: usize = 512;

/// All that is said of looks.
#[derive(Debug)]
pub(super) struct Looks {
    pub(super) paragraphs: Stretches<ParagraphLook>,
    pub(super) runs: Stretches<RunLook>,
    pub(super) styles: Styles,
}

/// What is said of a paragraph. Each may be left unsaid; then its style decides.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphLook {
    /// The style, as a place in the list of styles.
    pub(super) style: u16,
    /// It stands in the middle.
    pub(super) centred: Option<bool>,
    /// Its level in the outline, from 0; 9 is none.
    pub(super) outline: Option<u8>,
    /// The list it is numbered in; 0 is none.
    pub(super) list: Option<u32>,
    /// Its level in the list, from 0.
    pub(super) list_level: Option<usize>,
    pub(super) in_table: bool,
    /// How many tables it stands in.
    pub(super) depth: u32,
    /// It is the mark that ends a row.
    pub(super) ends_row: bool,
    /// It is the mark that ends a row of a table in a table.
    pub(super) ends_inner_row: bool,
}

/// What is said of a run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RunLook {
    /// The character style, as a place in the list of styles.
    pub(super) style: Option<u16>,
    pub(super) bold: Option<Switch>,
    pub(super) hidden: Option<Switch>,
    /// Its size in half-points.
    pub(super) half_points: Option<u32>,
    pub(super) deleted: bool,
    pub(super) inserted: bool,
    /// The character of a symbol font that is shown.
    pub(super) symbol: Option<char>,
    /// Its characters below the blank are signs of what stands there: a picture, a note.
    pub(super) special: bool,
    /// What stands there is another file.
    pub(super) embedded: bool,
}

/// A switch that may ask its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Switch {
    Off,
    On,
    AsStyle,
    NotAsStyle,
}

impl Switch {
    fn read(operand: &[u8]) -> Self {
        match operand {
            [0, ..] | [] => Self::Off,
            [0x80, ..] => Self::AsStyle,
            [0x81, ..] => Self::NotAsStyle,
            _ => Self::On,
        }
    }

    /// What it comes to.
    pub(super) fn is_on(self, in_style: bool) -> bool {
        match self {
            Self::Off => false,
            Self::On => true,
            Self::AsStyle => in_style,
            Self::NotAsStyle => !in_style,
        }
    }
}

impl ParagraphLook {
    /// Takes in a list of changes.
    pub(super) fn take(&mut self, list: &[u8], data: &[u8]) {
        for (operation, operand) in changes(list) {
            let byte = operand.first().copied().unwrap_or_default();
            match operation {
                0x4600 => self.style = u16_at(operand, 0).unwrap_or_default(),
                0x2403 | 0x2461 => self.centred = Some(byte == 1),
                0x2640 => self.outline = Some(byte),
                0x460B => {
                    // Beyond 0x7FE a list is named that the paragraph is no longer in.
                    let list = u16_at(operand, 0).unwrap_or_default();
                    self.list = Some(if list <= 0x7FE { u32::from(list) } else { 0 });
                }
                0x260A => self.list_level = Some(usize::from(byte)),
                0x2416 => self.in_table = byte != 0,
                0x6649 => self.depth = u32_at(operand, 0).unwrap_or_default(),
                0x2417 => self.ends_row = byte != 0,
                0x244C => self.ends_inner_row = byte != 0,
                // What is too long for its page stands in another stream.
                0x6646 | 0x6645 => {
                    let at_bytes = u32_at(operand, 0).unwrap_or_default() as usize;
                    let n_bytes = usize::from(u16_at(data, at_bytes).unwrap_or_default());
                    if let Some(list) = stretch(data, at_bytes + 2, n_bytes) {
                        self.take(list, &[]);
                    }
                }
                _ => {}
            }
        }
    }

    /// What is said here, or else above.
    pub(super) fn or(self, above: &Self) -> Self {
        Self {
            centred: self.centred.or(above.centred),
            outline: self.outline.or(above.outline),
            list: self.list.or(above.list),
            list_level: self.list_level.or(above.list_level),
            ..self
        }
    }
}

impl RunLook {
    /// Takes in a list of changes.
    pub(super) fn take(&mut self, list: &[u8]) {
        for (operation, operand) in changes(list) {
            let is_on = operand.first().is_some_and(|byte| *byte != 0);
            match operation {
                0x4A30 => self.style = u16_at(operand, 0),
                0x0835 => self.bold = Some(Switch::read(operand)),
                0x083C => self.hidden = Some(Switch::read(operand)),
                0x4A43 => self.half_points = u16_at(operand, 0).map(u32::from),
                0x0800 => self.deleted = is_on,
                0x0801 => self.inserted = is_on,
                0x6A09 => {
                    let code = u16_at(operand, 2).map(u32::from);
                    self.symbol = code.and_then(char::from_u32);
                }
                0x0855 => self.special = is_on,
                0x0856 | 0x080A => self.embedded = is_on,
                _ => {}
            }
        }
    }
}

/// Stretches of the main stream and what holds in them.
#[derive(Debug, Default)]
pub(super) struct Stretches<L> {
    /// Start, end and look, in the order of their starts.
    stretches: Vec<(u32, u32, L)>,
}

impl<L> Stretches<L> {
    /// What holds at a place of the main stream.
    pub(super) fn at(&self, at_bytes: u32) -> Option<&L> {
        let idx = self.stretches.partition_point(|(start, ..)| *start <= at_bytes);
        let (_, end, look) = self.stretches.get(idx.checked_sub(1)?)?;
        (at_bytes < *end).then_some(look)
    }

    /// Reads all pages that a part lists. `read` reads the look at an offset of a page.
    fn read(
        main: &[u8],
        part: &[u8],
        entry_bytes: usize,
        read: impl Fn(&[u8], usize) -> L,
    ) -> Result<Self, Error> {
        let mut stretches = Vec::new();
        let pages = fib::entries(part, 4);
        if pages.len() > main.len() / PAGE_BYTES {
            return Err(damaged("more pages of looks than the file can hold"));
        }
        for page in pages {
            let page_idx = u32_at(page, 0).unwrap_or_default() & 0x003F_FFFF;
            let Some(page) = stretch(main, page_idx as usize * PAGE_BYTES, PAGE_BYTES) else { continue };
            let n_stretches = usize::from(page[PAGE_BYTES - 1]);
            for idx in 0..n_stretches {
                let (Some(start), Some(end)) = (u32_at(page, 4 * idx), u32_at(page, 4 * idx + 4)) else {
                    break;
                };
                let Some(offset) = page.get(4 * (n_stretches + 1) + entry_bytes * idx) else { break };
                stretches.push((start, end, read(page, 2 * usize::from(*offset))));
            }
        }
        stretches.sort_by_key(|(start, ..)| *start);
        Ok(Self { stretches })
    }
}

/// Reads what holds for paragraphs.
pub(super) fn paragraphs(main: &[u8], data: &[u8], part: &[u8]) -> Result<Stretches<ParagraphLook>, Error> {
    Stretches::read(main, part, 13, |page, at_bytes| {
        let mut look = ParagraphLook::default();
        let said = || {
            // The length counts pairs; where it is 0, the next byte has it.
            let (at_bytes, n_bytes) = match usize::from(*page.get(at_bytes)?) {
                0 => (at_bytes + 2, 2 * usize::from(*page.get(at_bytes + 1)?)),
                n_pairs => (at_bytes + 1, 2 * n_pairs - 1),
            };
            stretch(page, at_bytes, n_bytes)
        };
        if let Some(said) = said().filter(|_| at_bytes != 0) {
            look.style = u16_at(said, 0).unwrap_or_default();
            look.take(said.get(2..).unwrap_or_default(), data);
        }
        look
    })
}

/// Reads what holds for runs.
pub(super) fn runs(main: &[u8], part: &[u8]) -> Result<Stretches<RunLook>, Error> {
    Stretches::read(main, part, 1, |page, at_bytes| {
        let mut look = RunLook::default();
        let said = page.get(at_bytes).and_then(|n_bytes| stretch(page, at_bytes + 1, usize::from(*n_bytes)));
        if let Some(said) = said.filter(|_| at_bytes != 0) {
            look.take(said);
        }
        look
    })
}
