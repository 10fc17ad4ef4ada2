//! 本单位的词表: what one unit knows beside what everybody knows, laid over the lists that
//! come with the program.
//!
//! ```text
//! 六个一            a fixed term: counts nothing
//! 常州市            a partner: fine wherever it is named
//! 王大山 2024年免职   to be avoided, and why
//! ```
//!
//! Each list is a text as it is written in a file, one entry a line, read as the files in
//! `data/` are: a line that begins with `#` says nothing, and neither does an empty one. A
//! line that can't be used is told of ([`BadLine`]) and passed over.

use super::Finder;
use super::terms::{Term, term};
use crate::message::{Message, Words};
use crate::text::{half_width, length};
use serde::{Deserialize, Serialize};

/// The lists of a unit, each as its file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(default)]
pub struct UnitLists {
    /// Numbers that are part of a name, and count nothing: “六个一”工程. Several a line, parted
    /// by blanks.
    pub fixed_terms: String,
    /// What every speech of the unit says, and nobody has from anybody.
    pub stock_phrases: String,
    /// Names that are fine wherever they stand: partners. Several a line.
    pub fine_names: String,
    /// Who held which office: name, office, from, to (nothing: still in office), as
    /// `王大山 县长 2021-03 2024-06`.
    pub office_holders: String,
    /// Names that must not appear; what follows on the line is why.
    pub avoided_names: String,
}

/// One of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum UnitList {
    /// 固定提法
    FixedTerms,
    /// 套话
    StockPhrases,
    /// 放行的名字
    FineNames,
    /// 任职
    OfficeHolders,
    /// 回避的名字
    AvoidedNames,
}

/// A line of a list that can't be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct BadLine {
    /// Which list.
    pub list: UnitList,
    /// The line, from 1.
    pub line: u32,
    /// What is wrong with it: a whole sentence.
    pub message: Message,
}

impl UnitList {
    /// Every list.
    pub const ALL: [Self; 5] =
        [Self::FixedTerms, Self::StockPhrases, Self::FineNames, Self::OfficeHolders, Self::AvoidedNames];

    /// The word for it in JSON and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::FixedTerms => "fixed_terms",
            Self::StockPhrases => "stock_phrases",
            Self::FineNames => "fine_names",
            Self::OfficeHolders => "office_holders",
            Self::AvoidedNames => "avoided_names",
        }
    }

    /// Reads [`word`](Self::word).
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.word() == word)
    }

    /// What the writer calls it.
    pub fn name(self) -> Words {
        match self {
            Self::FixedTerms => Words { zh: "固定提法", en: "fixed terms" },
            Self::StockPhrases => Words { zh: "套话", en: "stock phrases" },
            Self::FineNames => Words { zh: "放行的名字", en: "names that are fine" },
            Self::OfficeHolders => Words { zh: "任职", en: "office-holders" },
            Self::AvoidedNames => Words { zh: "回避的名字", en: "names to be avoided" },
        }
    }
}

impl UnitLists {
    /// The text of a list.
    pub fn text(&self, list: UnitList) -> &str {
        match list {
            UnitList::FixedTerms => &self.fixed_terms,
            UnitList::StockPhrases => &self.stock_phrases,
            UnitList::FineNames => &self.fine_names,
            UnitList::OfficeHolders => &self.office_holders,
            UnitList::AvoidedNames => &self.avoided_names,
        }
    }

    /// The text of a list, to be changed.
    pub fn text_mut(&mut self, list: UnitList) -> &mut String {
        match list {
            UnitList::FixedTerms => &mut self.fixed_terms,
            UnitList::StockPhrases => &mut self.stock_phrases,
            UnitList::FineNames => &mut self.fine_names,
            UnitList::OfficeHolders => &mut self.office_holders,
            UnitList::AvoidedNames => &mut self.avoided_names,
        }
    }

    /// The lines that can't be used, list by list, in their order.
    pub fn bad_lines(&self) -> Vec<BadLine> {
        let mut bad = Vec::new();
        for list in UnitList::ALL {
            for (line, written) in lines(self.text(list)) {
                let Err(why) = read(list, written) else { continue };
                let name = list.name();
                let message = Message::new(
                    format!("{}第{line}行“{written}”没有用上：{}。", name.zh, why.zh),
                    format!("line {line} of the {}, “{written}”, is not used: {}.", name.en, why.en),
                );
                bad.push(BadLine { list, line, message });
            }
        }
        bad
    }
}

/// What the lists of a unit say.
#[derive(Default)]
pub(crate) struct Unit {
    pub(crate) fixed_terms: Vec<String>,
    pub(crate) stock_phrases: Vec<String>,
    pub(crate) fine_names: Vec<String>,
    /// Name, office, term.
    pub(super) holders: Vec<(String, String, Term)>,
    /// Each with why; "" where nothing is said.
    pub(crate) avoided: Finder<String>,
}

/// What a line says.
enum Entry {
    Terms(Vec<String>),
    Phrase(String),
    Names(Vec<String>),
    Holder(String, String, Term),
    Avoided(String, String),
}

impl Unit {
    pub(super) fn read(lists: &UnitLists) -> Self {
        let mut unit = Self::default();
        let mut avoided: Vec<(String, String)> = Vec::new();
        for list in UnitList::ALL {
            for (_, line) in lines(lists.text(list)) {
                match read(list, line) {
                    Ok(Entry::Terms(terms)) => unit.fixed_terms.extend(terms),
                    Ok(Entry::Phrase(phrase)) => unit.stock_phrases.push(phrase),
                    Ok(Entry::Names(names)) => unit.fine_names.extend(names),
                    Ok(Entry::Holder(name, office, term)) => unit.holders.push((name, office, term)),
                    Ok(Entry::Avoided(name, why)) => {
                        avoided.extend(spaced(&name).map(|name| (name, why.clone())));
                        avoided.push((name, why));
                    }
                    Err(_) => {}
                }
            }
        }
        unit.avoided = avoided.iter().map(|(name, why)| (name.as_str(), why.clone())).collect();
        unit
    }

    /// An office that the unit has the holders of, one after the other.
    pub(crate) fn is_office(&self, office: &str) -> bool {
        self.holders.iter().any(|(_, other, _)| other == office)
    }
}

/// The lines that say something, trimmed, each with its number from 1.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    // A file of Windows may begin with a byte order mark.
    let lines = (1..).zip(text.trim_start_matches('\u{FEFF}').lines().map(str::trim));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with(['#', '[']))
}

/// A phrase of fewer characters would cut through what others say.
const SHORTEST_PHRASE: usize = 4;

fn read(list: UnitList, line: &str) -> Result<Entry, Words> {
    const SHORT: Words =
        Words { zh: "一个字的名字到处都是", en: "a name of one character is everywhere" };
    let mut words = line.split_whitespace();
    match list {
        UnitList::FixedTerms => {
            let terms: Vec<String> = words.map(unquoted).collect();
            let counts = |term: &String| term.contains(NUMERALS);
            let why = Words {
                zh: "没有数字，不会当作数量",
                en: "it has no number, and counts nothing anyhow",
            };
            if terms.iter().all(counts) { Ok(Entry::Terms(terms)) } else { Err(why) }
        }
        UnitList::StockPhrases => {
            let why = Words { zh: "太短，至少四个字", en: "too short, four characters at least" };
            let phrase: String = line.chars().map(|c| half_width(c).to_ascii_lowercase()).collect();
            if length(&phrase) < SHORTEST_PHRASE { Err(why) } else { Ok(Entry::Phrase(phrase)) }
        }
        UnitList::FineNames => {
            let names: Vec<String> = words.map(str::to_owned).collect();
            if names.iter().any(|name| length(name) < 2) { Err(SHORT) } else { Ok(Entry::Names(names)) }
        }
        UnitList::OfficeHolders => {
            let why = Words {
                zh: "要写成 姓名 职务 起 止，如 王大山 县长 2021-03 2024-06，在任的不写止",
                en: "write name, office, from, to: 王大山 县长 2021-03 2024-06, without the last while in office",
            };
            let (name, office) = (words.next().ok_or(why)?, words.next().ok_or(why)?);
            let backwards = Words { zh: "止在起之前", en: "it ends before it begins" };
            let term = term(words).ok_or(why)?;
            match term.to {
                _ if length(name) < 2 => Err(SHORT),
                Some(to) if to < term.from => Err(backwards),
                _ => Ok(Entry::Holder(name.to_owned(), office.to_owned(), term)),
            }
        }
        UnitList::AvoidedNames => {
            let name = words.next().unwrap_or_default();
            let why = words.collect::<Vec<_>>().join(" ");
            if length(name) < 2 { Err(SHORT) } else { Ok(Entry::Avoided(name.to_owned(), why)) }
        }
    }
}

/// The numerals that a fixed term is found by.
const NUMERALS: [char; 12] = ['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '双'];

/// 六个一 of “六个一”工程: with or without its marks and what follows.
fn unquoted(term: &str) -> String {
    let quoted = term.split_once('“').and_then(|(_, rest)| rest.split_once('”'));
    quoted.map_or(term, |(inner, _)| inner).trim_matches(['“', '”', '"']).to_owned()
}

/// 李　明: how a name of two characters is set beside others of three.
fn spaced(name: &str) -> impl Iterator<Item = String> {
    let mut chars = name.chars();
    let pair = (chars.next(), chars.next(), chars.next());
    let blanks = if pair.2.is_none() { &["　", " ", "  "][..] } else { &[] };
    blanks.iter().filter_map(move |blank| Some(format!("{}{blank}{}", pair.0?, pair.1?)))
}
