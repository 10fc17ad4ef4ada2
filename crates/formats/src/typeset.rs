//! Where each character stands on paper: lines are broken, set and put on pages, and
//! nothing is drawn yet.
//!
//! ```text
//!   …各级各部门要认真贯彻落实，确保全年      a line may not begin with 。，、）”
//! 目标如期实现。                            nor end with （“《
//! ```
//!
//! Which fonts there are is for [`Measure`] to know, so that a layout can be tested with
//! characters that are all as wide as they are high. Positions are in points from the
//! upper left corner of the page.

mod balance;
mod foot;
mod kinsoku;
mod rows;
mod sheets;
mod table;
mod turns;

pub use foot::{Foot, foot};

use crate::house_style::HouseStyle;
use crate::page::{Line, Role};
use speech::reading::PauseLength;

/// What tells how wide characters are.
pub trait Measure {
    /// The width of a character in points, in its font and size, without what the house
    /// style adds between characters.
    fn width(&self, character: char, look: Look) -> f64;
}

/// How a character looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Look {
    /// Whose fonts and size it takes.
    pub role: Role,
    /// Bold.
    pub bold: bool,
    /// Of a slot that nobody filled.
    pub open: bool,
    /// Pinyin or a number in words: smaller.
    pub note: bool,
}

/// A speech on paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Its pages; one even for a speech without a word.
    pub pages: Vec<Sheet>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What is printed on it, from top to bottom; the cells of a row from left to right.
    pub rows: Vec<Row>,
    /// The lines of tables.
    pub rules: Vec<Rule>,
    /// How many of its characters are read aloud, as [`speech::timing`] counts.
    pub n_read: usize,
}

/// A line as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which of the lines of the speech it is of, from 0.
    pub line_idx: usize,
    /// Which character of its line it begins with, from 0; 0 in a table, whose cells stand side
    /// by side.
    pub at: usize,
    /// The upper edge of the room that it takes.
    pub top: f64,
    /// How high that is.
    pub height: f64,
    /// What its characters stand on.
    pub baseline: f64,
    /// Its characters, from left to right, blanks included.
    pub characters: Vec<Placed>,
    /// Where to pause: how far from the left.
    pub pauses: Vec<(f64, PauseLength)>,
    /// The page ends in the middle of the sentence that goes on here: whoever reads aloud
    /// turns it early.
    pub turn_early: bool,
}

/// A character in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The character.
    pub character: char,
    /// Its left edge.
    pub x: f64,
    /// How much room it takes.
    pub width: f64,
    /// How it looks.
    pub look: Look,
}

/// A thin line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Where it begins: from left and from top.
    pub from: (f64, f64),
    /// Where it ends.
    pub to: (f64, f64),
}

/// Lays the lines of a speech out on the pages of a house style.
pub fn lay_out(lines: &[Line], style: &HouseStyle, measure: &impl Measure) -> Layout {
    sheets::lay_out(lines, style, measure)
}

impl Row {
    /// Its text.
    pub fn text(&self) -> String {
        self.characters.iter().map(|placed| placed.character).collect()
    }
}

impl Look {
    /// Its size in points.
    pub fn size(self, style: &HouseStyle) -> f64 {
        let note = style.read_aloud.as_ref().filter(|_| self.note).map(|aloud| aloud.note_size);
        f64::from(note.unwrap_or(style.dress(self.role).size)) / 2.0
    }
}

/// Characters that take the Latin font. Quotes, dashes and dots are Chinese marks here.
pub(crate) fn is_latin(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{A0}'..='\u{B6}' | '\u{B8}'..='\u{D6}' | '\u{D8}'..='\u{24F}')
}

/// Twips as points.
pub(crate) fn points(twips: u32) -> f64 {
    f64::from(twips) / 20.0
}
