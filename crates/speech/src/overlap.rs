//! 重复. How much of a text is in another, in characters.
//!
//! ```text
//! 要坚持项目为王，全年开工重点项目120个。
//! 要坚持项目为王，全年开工重点项目150个。     the same: figures and marks don't count
//! ```
//!
//! Two texts share a stretch where eight characters in a row are alike, marks left out and
//! each figure taken for one. What every speech has (以…为指导) is no stretch of anybody's and
//! is left out on both sides. Independent speeches share one to five per cent; a fifth is
//! copying.

use crate::lexicon::{Finder, Lexicon};
use crate::text::{Span, half_width, is_han, length};
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// So many characters in a row are a shared stretch.
const STRETCH: usize = 8;

/// One stretch of so many is kept in a [`sketch`].
const KEPT: u32 = 32;

/// The stretches of a text, to compare others with.
#[derive(Clone, Debug, Default)]
pub struct Stretches {
    hashes: HashSet<u64, BuildHasherDefault<AsItIs>>,
}

/// How much of a text is in another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlap {
    /// The shared stretches, in characters of the text, in order, not touching.
    pub spans: Vec<Span>,
    /// How many characters are shared, marks and blanks not counted.
    pub shared: usize,
    /// How many there are.
    pub all: usize,
}

impl Overlap {
    /// The share, 0 to 1; 0 for a text without words of its own.
    pub fn share(&self) -> f64 {
        if self.all == 0 { 0.0 } else { self.shared as f64 / self.all as f64 }
    }

    /// That of two texts together, the places of the second left out.
    pub fn and(mut self, other: &Self) -> Self {
        self.shared += other.shared;
        self.all += other.all;
        self
    }
}

/// The words that every speech has; build it once.
pub struct Stock {
    phrases: Finder<()>,
}

impl Stock {
    /// Those that come with the program.
    pub fn built_in() -> Self {
        Self::with(&[])
    }

    /// Those, and what every speech of a unit says.
    ///
    /// It is enough to leave the unit's phrases out of the one text that is looked at: what is
    /// no stretch of it is not shared. Sketches are stored, and made with those of the program
    /// alone.
    pub fn of(lexicon: &Lexicon) -> Self {
        Self::with(&lexicon.unit.stock_phrases)
    }

    fn with(more: &[String]) -> Self {
        let lines = include_str!("../data/stock_phrases.txt").lines();
        let phrases = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let phrases = phrases.chain(more.iter().map(String::as_str)).map(|line| (line, ()));
        Self { phrases: phrases.collect() }
    }
}

/// The stretches of a text.
pub fn stretches(text: &str, stock: &Stock) -> Stretches {
    Stretches { hashes: hashes(&counted(text, stock)).into_iter().map(|(hash, _)| hash).collect() }
}

/// How much of a text is in another one.
pub fn overlap(text: &str, other: &Stretches, stock: &Stock) -> Overlap {
    overlaps(&[text], other, stock).pop().unwrap_or_default()
}

/// How much of each line of a text is in another one; a stretch may go on from line to line.
pub fn overlaps(lines: &[&str], other: &Stretches, stock: &Stock) -> Vec<Overlap> {
    let counted = counted(&lines.join("\n"), stock);
    let mut shared = vec![false; counted.len()];
    for (hash, at) in hashes(&counted) {
        if other.hashes.contains(&hash) {
            shared[at..at + STRETCH].fill(true);
        }
    }
    let (mut from, mut offset) = (0, 0);
    lines
        .iter()
        .map(|line| {
            let end = offset + length(line);
            let to = from + counted[from..].iter().take_while(|one| one.start < end).count();
            let overlap = of_line(&counted[from..to], &shared[from..to], offset);
            // The line end is a character, too.
            (from, offset) = (to, end + 1);
            overlap
        })
        .collect()
}

fn of_line(counted: &[Counted], shared: &[bool], offset: usize) -> Overlap {
    let mut spans: Vec<Span> = Vec::new();
    let mut last = None;
    for (idx, (one, _)) in counted.iter().zip(shared).enumerate().filter(|(_, (_, shared))| **shared) {
        let (start, end) = (one.start - offset, one.end - offset);
        match spans.last_mut() {
            // Marks within a shared stretch are shared.
            Some(span) if last == idx.checked_sub(1) => span.end = end,
            _ => spans.push(start..end),
        }
        last = Some(idx);
    }
    let all = counted.iter().filter(|one| one.character != STOP).count();
    Overlap { spans, shared: shared.iter().filter(|shared| **shared).count(), all }
}

/// A small part of a text's stretches, the same ones of equal stretches in any text, sorted:
/// texts that share much of theirs share much of these. About four bytes for 32 characters.
pub fn sketch(text: &str, stock: &Stock) -> Vec<u32> {
    let all = hashes(&counted(text, stock)).into_iter().map(|(hash, _)| (hash >> 32) as u32);
    let mut kept: Vec<u32> = all.filter(|hash| hash % KEPT == 0).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// A character that counts, and where it stands.
#[derive(Clone, Copy)]
struct Counted {
    character: char,
    start: usize,
    end: usize,
}

/// Where a stretch ends, whatever stands around: in the place of what every speech has.
const STOP: char = '\0';

/// What counts of a text: Han characters, letters, and each figure as one; a stock phrase is
/// a stop.
fn counted(text: &str, stock: &Stock) -> Vec<Counted> {
    let chars: Vec<char> = text.chars().map(|c| half_width(c).to_ascii_lowercase()).collect();
    let mut counted: Vec<Counted> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let character = chars[at];
        if let Some(n_chars) = stock.phrases.longest(&chars[at..]) {
            counted.push(Counted { character: STOP, start: at, end: at + n_chars });
            at += n_chars;
            continue;
        }
        let figure = |c: &char| c.is_ascii_digit() || ".%".contains(*c);
        let n_figure =
            if character.is_ascii_digit() { chars[at..].iter().take_while(|c| figure(c)).count() } else { 0 };
        if n_figure > 0 {
            counted.push(Counted { character: '0', start: at, end: at + n_figure });
        } else if is_han(character) || character.is_alphabetic() {
            counted.push(Counted { character, start: at, end: at + 1 });
        }
        at += n_figure.max(1);
    }
    counted
}

/// A hash of each stretch without a stop, with where it begins.
fn hashes(counted: &[Counted]) -> Vec<(u64, usize)> {
    let stretches = counted.windows(STRETCH).enumerate();
    let whole = stretches.filter(|(_, stretch)| stretch.iter().all(|one| one.character != STOP));
    whole.map(|(at, stretch)| (hash(stretch), at)).collect()
}

/// The same on every machine and in every version: sketches are stored.
/// FNV-1a, its bits mixed as in SplitMix64.
fn hash(stretch: &[Counted]) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for one in stretch {
        hash = (hash ^ u64::from(u32::from(one.character))).wrapping_mul(0x0000_0100_0000_01B3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}

/// What is hashed already needs no more.
#[derive(Clone, Copy, Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::slice;

    const ONE: &str = "要坚持项目为王，全年开工重点项目120个。县城要扩容，集镇要提质，村庄要整洁。";

    #[track_caller]
    fn shared(text: &str, other: &str, expected: &[&str]) {
        let stock = Stock::built_in();
        let overlap = overlap(text, &stretches(other, &stock), &stock);
        let told: Vec<&str> = overlap.spans.iter().map(|span| slice(text, span.clone())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn figures_and_marks_do_not_count() {
        shared("要坚持项目为王、全年开工重点项目150个", ONE, &["要坚持项目为王、全年开工重点项目150个"]);
        shared("全年开工的项目有多少？县城要扩容，集镇要提质。", ONE, &["县城要扩容，集镇要提质"]);
    }

    #[test]
    fn a_stretch_goes_on_from_line_to_line() {
        let stock = Stock::built_in();
        let other = stretches("一、扩容提质\n县城要扩容，集镇要提质。", &stock);
        let told: Vec<(usize, usize)> = overlaps(&["一、扩容提质", "", "县城要扩容"], &other, &stock)
            .iter()
            .map(|overlap| (overlap.shared, overlap.all))
            .collect();
        assert_eq!(told, [(5, 5), (0, 0), (5, 5)]);
    }

    #[test]
    fn what_every_speech_has_is_nobodys() {
        let stock = "以习近平新时代中国特色社会主义思想为指导，";
        shared(&format!("{stock}抓好落实。"), &format!("{stock}办好实事。"), &[]);
        shared("县城要扩容。", ONE, &[]);
        shared("", ONE, &[]);
    }

    #[test]
    fn a_text_is_in_itself_and_its_sketch_is_kept() {
        let stock = Stock::built_in();
        let whole = overlap(ONE, &stretches(ONE, &stock), &stock);
        assert_eq!((whole.share(), whole.all), (1.0, 32));
        // Stored: these must not change from one version to the next.
        let long: String = (0..400).filter_map(|n| char::from_u32(0x4E00 + n * 7)).collect();
        let sketch = sketch(&long, &stock);
        assert_eq!((sketch.len(), sketch.first().copied()), (7, Some(233_454_304)));
    }
}
