//! A block as a row of characters, to look back and ahead from a claim.

use crate::numeral;
use crate::shown::{PieceKind, Shown};
use crate::speech::{Block, BlockKind, Inline};
use crate::text::{Span, is_one_of};

/// How far a claim looks for what it counts, in characters: some four sentences.
/// A bound keeps the time linear in a text without marks.
pub(super) const REACH: usize = 400;

/// A block with its marks.
pub(super) struct Body<'a> {
    pub(super) block: &'a Block,
    /// Its text as it is shown.
    pub(super) characters: Vec<char>,
    /// Where the text begins after the numeral of a heading.
    pub(super) start: usize,
    /// The markers of enumerations, in order.
    pub(super) markers: Vec<Marker>,
    /// The slots that are not filled.
    pub(super) open_slots: Vec<Span>,
    /// 第一句, 第二个, 最后一个: where each stands, its number, and the character after
    /// it; the last one has no number.
    pub(super) ordinals: Vec<(usize, Option<u32>, char)>,
}

/// The marker of a member.
pub(super) struct Marker {
    pub(super) at: usize,
    pub(super) series: u32,
    /// The number that it says.
    pub(super) number: u32,
}

impl<'a> Body<'a> {
    pub(super) fn of(shown: &Shown<'a>) -> Self {
        let mut body = Self {
            block: shown.block,
            characters: Vec::new(),
            start: 0,
            markers: Vec::new(),
            open_slots: Vec::new(),
            ordinals: Vec::new(),
        };
        let mut written = shown.block.inlines.iter().filter_map(|inline| match inline {
            Inline::Marker { number, computed, .. } => Some((*number, *computed)),
            _ => None,
        });
        for piece in &shown.pieces {
            let at = body.characters.len();
            body.characters.extend(piece.text.chars());
            match piece.kind {
                PieceKind::Numeral => body.start = body.characters.len(),
                PieceKind::Marker { series, number } => {
                    let as_written = written.next().filter(|(_, computed)| !computed);
                    let number = as_written.map_or(number, |(number, _)| number);
                    body.markers.push(Marker { at, series, number });
                }
                PieceKind::Slot { open: true, .. } => body.open_slots.push(at..body.characters.len()),
                PieceKind::Slot { .. } | PieceKind::Text { .. } => {}
            }
        }
        body.ordinals = ordinals(&body.characters);
        body
    }

    /// The slot, not filled, that a character is in.
    pub(super) fn open_slot(&self, at: usize) -> Option<&Span> {
        let next = self.open_slots.partition_point(|slot| slot.end <= at);
        self.open_slots.get(next).filter(|slot| slot.contains(&at))
    }

    /// The first marker from a place on.
    pub(super) fn marker_from(&self, at: usize) -> Option<&Marker> {
        self.markers.get(self.markers.partition_point(|marker| marker.at < at))
    }

    /// The last marker before a place.
    pub(super) fn marker_before(&self, at: usize) -> Option<&Marker> {
        self.markers[..self.markers.partition_point(|marker| marker.at < at)].last()
    }

    pub(super) fn heading_level(&self) -> Option<u8> {
        match self.block.kind {
            BlockKind::Heading { level, .. } => Some(level),
            _ => None,
        }
    }

    pub(super) fn text(&self, span: Span) -> String {
        self.characters[span].iter().collect()
    }

    /// The character at a place, a blank beyond the ends.
    pub(super) fn at(&self, at: usize) -> char {
        self.characters.get(at).copied().unwrap_or(' ')
    }

    /// The character before a place.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or(' ', |at| self.at(at))
    }

    /// Whether the text has those words at a place.
    pub(super) fn has(&self, at: usize, words: &str) -> bool {
        words.chars().enumerate().all(|(idx, character)| self.characters.get(at + idx) == Some(&character))
    }

    /// Whether those words stand right before a place.
    pub(super) fn has_before(&self, at: usize, words: &str) -> bool {
        at.checked_sub(words.chars().count()).is_some_and(|start| self.has(start, words))
    }

    /// Where the stretch begins that holds a place and has none of those marks in it.
    pub(super) fn since(&self, at: usize, is_mark: impl Fn(char) -> bool) -> usize {
        let floor = self.start.max(at.saturating_sub(REACH)).min(at);
        (floor..at).rev().find(|idx| is_mark(self.characters[*idx])).map_or(floor, |idx| idx + 1)
    }

    /// Where the stretch from a place on ends, at one of those marks.
    pub(super) fn until(&self, at: usize, is_mark: impl Fn(char) -> bool) -> usize {
        let ceiling = self.characters.len().min(at + REACH);
        (at..ceiling).find(|idx| is_mark(self.characters[*idx])).unwrap_or(ceiling)
    }
}

fn ordinals(characters: &[char]) -> Vec<(usize, Option<u32>, char)> {
    let ordinal = |at: usize| {
        let tail: String = characters[at + 1..].iter().take(4).collect();
        let (number, rest) = numeral::read_han(&tail)?;
        let last = number == 1 && characters[..=at].ends_with(&['最', '后']);
        Some((at, (!last).then_some(number), rest.chars().next()?))
    };
    (0..characters.len()).filter(|at| is_one_of(characters[*at], "第后")).filter_map(ordinal).collect()
}

/// 。！？ end a sentence.
pub(super) fn ends_sentence(character: char) -> bool {
    matches!(character, '。' | '！' | '？' | '!' | '?')
}

/// ，；： and what ends a sentence end a clause.
pub(super) fn ends_clause(character: char) -> bool {
    ends_sentence(character) || matches!(character, '，' | ',' | '；' | ';' | '：' | ':' | '…' | '—' | '\t')
}
