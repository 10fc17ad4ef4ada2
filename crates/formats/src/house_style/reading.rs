//! 朗读稿的选项: what of the help in a copy that is read aloud this reader wants, and how large.

use super::{Dress, HouseStyle};
use serde::{Deserialize, Serialize};

/// What a reader wants of a copy that is read aloud. What the house style does not have, no
/// choice brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(default)]
pub struct ReadingChoice {
    /// Thin marks where to pause.
    pub pauses: bool,
    /// Pinyin in brackets after characters that are often said wrong.
    pub pinyin: bool,
    /// Long numbers and percent in words, in brackets.
    pub numbers_in_words: bool,
    /// Minutes beside each heading and at the foot of each page.
    pub minutes: bool,
    /// Bold letters.
    pub bold: bool,
    /// The size of the text in half-points, all else in proportion; nothing for that of the
    /// style.
    pub size: Option<u32>,
}

impl Default for ReadingChoice {
    /// All of it, as the house style has it.
    fn default() -> Self {
        Self { pauses: true, pinyin: true, numbers_in_words: true, minutes: true, bold: true, size: None }
    }
}

impl ReadingChoice {
    /// The sizes that can be chosen, in half-points: 10 to 72 points.
    pub const SIZES: std::ops::RangeInclusive<u32> = 20..=144;
}

impl HouseStyle {
    /// Whether it is of a copy that is read aloud.
    pub fn is_read_aloud(&self) -> bool {
        self.read_aloud.is_some()
    }

    /// The style as a reader chose who speaks so many characters a minute. A style that is not
    /// for reading aloud stays as it is; a size out of [`ReadingChoice::SIZES`] is none.
    #[must_use]
    pub fn read_by(mut self, choice: &ReadingChoice, rate: u32) -> Self {
        let Some(aloud) = &mut self.read_aloud else { return self };
        aloud.rate = rate.max(1);
        aloud.pauses &= choice.pauses;
        aloud.pinyin &= choice.pinyin;
        aloud.numbers_in_words &= choice.numbers_in_words;
        aloud.minutes &= choice.minutes;
        let usual = self.lines.body.size;
        let wanted = choice.size.filter(|size| ReadingChoice::SIZES.contains(size)).unwrap_or(usual);
        let scaled = |length: u32| (length * wanted + usual / 2) / usual;
        aloud.note_size = scaled(aloud.note_size);
        let lines = &mut self.lines;
        for dress in [&mut lines.salutation, &mut lines.body, &mut lines.closing, &mut lines.table] {
            dress.bold &= choice.bold;
        }
        for dress in self.lines.all_mut() {
            let Dress { size, line, before, after, .. } = dress;
            for length in [size, line, before, after] {
                *length = scaled(*length);
            }
        }
        self
    }
}

impl super::Lines {
    fn all_mut(&mut self) -> [&mut Dress; 11] {
        let Self {
            title,
            byline,
            date,
            salutation,
            heading1,
            heading2,
            heading3,
            heading4,
            body,
            closing,
            table,
        } = self;
        [title, byline, date, salutation, heading1, heading2, heading3, heading4, body, closing, table]
    }
}
