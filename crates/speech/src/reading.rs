//! 朗读: what helps whoever reads a speech aloud.
//!
//! ```text
//! 全年完成投资3.75万亿元，增长14.7%。│ 要立鸿鹄之志……
//!             三点七五万亿元 ╵  百分之十四点七 ‖      鹄 hú
//! ```
//!
//! Where to pause, how a long number is said, how a character is said that is often said
//! wrong, and what must not be torn apart by the end of a line or a page. How it is printed
//! is for the writer of the file.

mod notes;
mod pauses;
mod script;
mod sounds;
mod spoken;
mod units;

use crate::lexicon::Lexicon;
use crate::mention::names;
use crate::occasion::Occasion;
use crate::shown::{Shown, shown, text_of};
use crate::speech::{BlockId, BlockKind, Speech};
use crate::text::{Span, length};
use crate::timing;

pub use notes::{Note, Wanted};
pub use script::{Script, ScriptLine, ScriptPiece, ScriptPieceKind, script};
pub use sounds::Sounds;

/// What helps with one block. All places are in the block's text as it is
/// [shown](mod@crate::shown), in characters from 0, and in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Where to pause.
    pub pauses: Vec<Pause>,
    /// Numbers that are easier said from words.
    pub spoken: Vec<Spoken>,
    /// Characters that are often said wrong.
    pub sounds: Vec<Sound>,
    /// Stretches that stay whole, none of which overlap: a number with its unit, a name, a
    /// word in quotes.
    pub units: Vec<Span>,
}

/// A pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// How many characters stand before it.
    pub at: usize,
    /// How long it is.
    pub length: PauseLength,
}

/// How long a pause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseLength {
    /// 小停: between the parts of a sentence.
    Short,
    /// 大停: between sentences.
    Long,
}

/// A number in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The number, with its unit.
    pub span: Span,
    /// How it is said: 百分之十四点七.
    pub words: String,
}

/// How a character is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// Which character.
    pub at: usize,
    /// In Hanyu Pinyin, with its tone: hú.
    pub pinyin: String,
}

/// When a heading is reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeadingTime {
    /// The heading.
    pub heading: BlockId,
    /// Minutes from the beginning of the speech to the heading, to one decimal.
    pub from: f64,
    /// Minutes that its section takes, to one decimal.
    pub takes: f64,
}

/// What helps with each block of a speech, in their order.
pub fn read_aloud(speech: &Speech, lexicon: &Lexicon) -> Vec<Reading> {
    let sounds = Sounds::built_in();
    let names = names(speech, lexicon, &Occasion::default());
    shown(speech)
        .iter()
        .map(|shown| {
            let here = names.iter().filter(|name| name.block == shown.block.id);
            let mut reading = reading(&shown.text(), &sounds);
            reading.units = units::merged(reading.units, here.map(|name| name.span.clone()));
            if !matches!(
                shown.block.kind,
                BlockKind::Paragraph | BlockKind::Closing | BlockKind::Heading { .. }
            ) {
                reading.pauses.clear();
            }
            reading
        })
        .collect()
}

/// What helps with a text by itself.
pub fn reading(text: &str, sounds: &Sounds) -> Reading {
    let chars: Vec<char> = text.chars().collect();
    let numbers = spoken::numbers(&chars);
    let units = units::units(&chars, numbers.iter().map(|number| number.span.clone()));
    Reading {
        pauses: pauses::pauses(&chars, &units),
        spoken: numbers.into_iter().filter_map(spoken::Number::spoken).collect(),
        sounds: sounds.of(&chars),
        units,
    }
}

/// When each heading is reached, at a rate of characters a minute. Title, speaker and date
/// are not read.
pub fn heading_times(speech: &Speech, rate: u32) -> Vec<HeadingTime> {
    let shown = shown(speech);
    let read: Vec<usize> = shown.iter().map(n_read).collect();
    let sections = crate::outline::outline_of(speech, &shown);
    let minutes = |range: std::ops::Range<usize>| timing::minutes(read[range].iter().sum(), rate);
    sections
        .iter()
        .map(|section| HeadingTime {
            heading: section.heading,
            from: minutes(0..section.blocks.start),
            takes: minutes(section.blocks.clone()),
        })
        .collect()
}

/// How many characters of a block are read, as [`timing::characters`] counts.
pub fn n_read(shown: &Shown<'_>) -> usize {
    match shown.block.kind {
        BlockKind::Title | BlockKind::Byline | BlockKind::Date => 0,
        _ => timing::characters(&text_of(std::slice::from_ref(shown))),
    }
}

/// Whether the characters of a text begin with a word at a place.
fn starts(chars: &[char], at: usize, word: &str) -> bool {
    chars.len() >= at + length(word)
        && chars[at..].iter().copied().zip(word.chars()).all(|(one, other)| one == other)
}
