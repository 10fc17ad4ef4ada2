//! 版式: how a speech looks on paper, as data.
//!
//! A house style says for each role of a line (title, salutation, heading of level
//! 2 …) which fonts, size, line height, alignment and indent it takes, and for the
//! page its size, margins, grid and numbers. The built-in ones are text files in
//! `styles/`; an office's own is another such file. Words of [`HouseStyle`] and of
//! the files are the same.

mod fault;
mod reading;

use crate::error::Error;
use crate::page::Role;
use serde::{Deserialize, Serialize};
use speech::Message;
use std::collections::BTreeMap;

pub use reading::ReadingChoice;

/// The styles that come with the program, in the order of [`HouseStyle::NAMES`].
const BUILT_IN: [&str; 3] = [
    include_str!("../styles/speech.toml"),
    include_str!("../styles/official.toml"),
    include_str!("../styles/reading.toml"),
];

/// An export profile. Lengths are in twips (1/20 point; 567 are a centimetre), sizes
/// in half-points (32 is 三号), so that they go into a file as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct HouseStyle {
    /// The name by which it is asked for: `speech`.
    pub name: String,
    /// Its name in Chinese: 讲话稿.
    pub chinese_name: String,
    /// Its name in English: speech.
    pub english_name: String,
    /// Who counts the headings of a Word file.
    #[serde(default)]
    pub numbers: Numbers,
    /// How slots that nobody filled stand in a Word file.
    #[serde(default)]
    pub open_fields: OpenFields,
    /// The first sentence of a paragraph that begins with a marker is bold: 一是抓早。
    #[serde(default)]
    pub bold_members: bool,
    /// A page of sources and of what is still to be looked at, behind drafts.
    #[serde(default)]
    pub appendix: bool,
    /// The paper.
    pub page: Page,
    /// The number at the foot of each page; nothing for pages without one.
    pub page_number: Option<PageNumber>,
    /// How the lines of each role look.
    pub lines: Lines,
    /// What helps whoever reads it aloud; nothing for a copy that is not for that.
    pub read_aloud: Option<ReadAloud>,
    /// The font to take where one is missing: 仿宋_GB2312 → 仿宋 → FangSong. Any font may stand
    /// here, or none.
    pub instead_of: BTreeMap<String, String>,
}

/// The paper and what is printed on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Twips.
    pub width: u32,
    /// Twips.
    pub height: u32,
    /// Twips from the edge to the text: 天头.
    pub top: u32,
    /// Twips.
    pub bottom: u32,
    /// Twips: 订口.
    pub left: u32,
    /// Twips.
    pub right: u32,
    /// Twips from the upper edge to the page header.
    pub header: u32,
    /// Twips from the lower edge to the foot of the page number.
    pub footer: u32,
    /// Twips from line to line of the grid; nothing for a page without one.
    pub grid: Option<u32>,
}

/// The number at the foot of a page: — 1 —
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PageNumber {
    /// The font of number and marks.
    pub font: String,
    /// Half-points.
    pub size: u32,
    /// What stands before the number, with its blank.
    pub before: String,
    /// What stands after the number, with its blank.
    pub after: String,
    /// Where it stands on pages 1, 3, 5 …
    pub odd: Align,
    /// Where it stands on pages 2, 4, 6 …
    pub even: Align,
    /// Hundredths of a character between it and the edge of the text.
    pub indent: u32,
}

/// What is printed beside the text for whoever reads it aloud: 朗读稿.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ReadAloud {
    /// Characters a minute, for the minutes.
    pub rate: u32,
    /// Half-points of what stands in brackets, and of the minutes.
    pub note_size: u32,
    /// Thin marks where to pause.
    pub pauses: bool,
    /// Pinyin in brackets after characters that are often said wrong.
    pub pinyin: bool,
    /// Long numbers and percent in words, in brackets.
    pub numbers_in_words: bool,
    /// Numbers with their units, names and words in quotes are not parted by a line's end.
    pub units_whole: bool,
    /// A page ends with a sentence.
    pub turn_at_sentences: bool,
    /// Minutes beside each heading and at the foot of each page.
    pub minutes: bool,
}

/// How the lines of each role look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// The lines of the title.
    pub title: Dress,
    /// Who speaks.
    pub byline: Dress,
    /// When.
    pub date: Dress,
    /// 同志们：
    pub salutation: Dress,
    /// 一、
    pub heading1: Dress,
    /// （一）
    pub heading2: Dress,
    /// 1.
    pub heading3: Dress,
    /// （1）
    pub heading4: Dress,
    /// Paragraphs.
    pub body: Dress,
    /// The closing.
    pub closing: Dress,
    /// The cells of tables.
    pub table: Dress,
}

/// How a line of one role looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Dress {
    /// The font of Han characters and Chinese marks.
    pub font: String,
    /// The font of Latin letters and digits.
    pub latin: String,
    /// Half-points.
    pub size: u32,
    /// Twips from line to line, whatever stands in it.
    pub line: u32,
    /// The whole line is bold.
    #[serde(default)]
    pub bold: bool,
    /// Where it stands.
    pub align: Align,
    /// Hundredths of a character by which the first line stands in: 200 is 左空二字.
    #[serde(default)]
    pub indent: u32,
    /// Twips by which each character stands further from the next, or closer.
    #[serde(default)]
    pub spacing: i32,
    /// Twips that stay free above its first line: 段前. Not at the top of a page that the
    /// text before has filled.
    #[serde(default)]
    pub before: u32,
    /// Twips that stay free below its last line: 段后.
    #[serde(default)]
    pub after: u32,
}

/// Who counts the headings of a Word file. Paper shows no difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "lowercase")]
pub enum Numbers {
    /// Lectern: the numbers are text, which every program shows.
    #[default]
    Text,
    /// Word, which counts on when headings are moved.
    Word,
}

/// How slots that nobody filled stand in a Word file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "lowercase")]
pub enum OpenFields {
    /// Their placeholders, marked yellow.
    #[default]
    Highlight,
    /// The same, as content controls that say what belongs there.
    Control,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// From the left edge, ragged.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
    /// From edge to edge, the last line from the left.
    Both,
}

impl HouseStyle {
    /// The names of the built-in styles, in the order in which they are offered.
    pub const NAMES: [&str; 3] = ["speech", "official", "reading"];

    /// 讲话稿, the style for a speech unless another is asked for.
    pub fn speech() -> Self {
        Self::from_toml(BUILT_IN[0]).expect("a built-in style is read in a test")
    }

    /// The built-in style of that name, English or Chinese: `speech`, 讲话稿.
    pub fn named(name: &str) -> Option<Self> {
        Self::built_in().into_iter().find(|style| style.name == name || style.chinese_name == name)
    }

    /// The built-in styles, in the order in which they are offered.
    pub fn built_in() -> Vec<Self> {
        BUILT_IN.iter().filter_map(|toml| Self::from_toml(toml).ok()).collect()
    }

    /// What it is called, for a list to choose from.
    pub fn title(&self) -> Message {
        Message::new(self.chinese_name.clone(), self.english_name.clone())
    }

    /// The same style under one name for all languages.
    pub fn renamed(self, name: &str) -> Self {
        let name = name.to_owned();
        Self { chinese_name: name.clone(), english_name: name.clone(), name, ..self }
    }

    /// Reads a style, a built-in one or an office's own. Every value but those with a
    /// default must be there, none may be unknown, and sizes must be ones that Word can
    /// show.
    ///
    /// # Errors
    /// [`Error::HouseStyle`] says what is wrong, at which key and in which line.
    pub fn from_toml(toml: &str) -> Result<Self, Error> {
        let style: Self = toml::from_str(toml)
            .map_err(|error| Error::HouseStyle { detail: fault::of_reading(&error, toml) })?;
        match fault::of(&style) {
            Some(fault) => Err(Error::HouseStyle { detail: fault.in_file(toml) }),
            None => Ok(style),
        }
    }

    /// Refuses what Word would not open or not show.
    ///
    /// # Errors
    /// [`Error::HouseStyle`] says what is wrong, and at which key.
    pub fn check(&self) -> Result<(), Error> {
        match fault::of(self) {
            Some(fault) => Err(Error::HouseStyle { detail: fault.message() }),
            None => Ok(()),
        }
    }

    /// The style as a text that [`from_toml`](Self::from_toml) reads.
    ///
    /// # Errors
    /// [`Error::HouseStyle`] where the style is none that Word can show.
    pub fn to_toml(&self) -> Result<String, Error> {
        self.check()?;
        let refused = |error: toml::ser::Error| Message::new(error.to_string(), error.to_string());
        toml::to_string(self).map_err(|error| Error::HouseStyle { detail: refused(error) })
    }

    /// A font and what to take instead of it, one after the other.
    pub fn alternatives<'a>(&'a self, font: &'a str) -> Vec<&'a str> {
        let mut fonts = vec![font];
        while let Some(next) = fonts.last().and_then(|last| self.instead_of.get(*last)) {
            // 仿宋 → FangSong → 仿宋 in an office's own file must not go on for ever.
            if fonts.contains(&next.as_str()) {
                break;
            }
            fonts.push(next);
        }
        fonts
    }

    /// How lines of a role look.
    pub fn dress(&self, role: Role) -> &Dress {
        match role {
            Role::Title => &self.lines.title,
            Role::Byline => &self.lines.byline,
            Role::Date => &self.lines.date,
            Role::Salutation => &self.lines.salutation,
            Role::Heading(0 | 1) => &self.lines.heading1,
            Role::Heading(2) => &self.lines.heading2,
            Role::Heading(3) => &self.lines.heading3,
            Role::Heading(_) => &self.lines.heading4,
            Role::Body => &self.lines.body,
            Role::Closing => &self.lines.closing,
            Role::Table => &self.lines.table,
        }
    }
}
