//! What the program knows of the world: names of places, common words, offices, words
//! that go stale. A plain value that the host builds once and passes in.
//!
//! Everything in it is data of this crate, in `data/*.txt`, each file saying on top where it
//! comes from, and the lists of the writer's unit.

mod finder;
mod places;
mod terms;
mod unit;

pub(crate) use finder::Finder;
use finder::Pairs;
pub(crate) use places::{Level, PlaceId, Sort, Wariness};
pub(crate) use terms::{Era, Term, TimeWord, YearMonth};
pub(crate) use unit::Unit;
pub use unit::{BadLine, UnitList, UnitLists};

use std::collections::HashSet;

/// The gazetteer and the word lists.
pub struct Lexicon {
    pub(crate) places: places::Places,
    pub(crate) terms: terms::Terms,
    /// Common words of two characters.
    common: Pairs,
    /// The usual surnames, of one character or two.
    pub(crate) surnames: Finder<()>,
    /// Words of the whole nation that hold the name of a place: 延安精神.
    pub(crate) nationwide: Finder<()>,
    pub(crate) bodies: Bodies,
    pub(crate) unit: Unit,
}

/// Words that tell of a body or a programme of one place.
pub(crate) struct Bodies {
    /// 有限公司, 学院
    pub(crate) ends: Finder<()>,
    /// 教体科技
    pub(crate) departments: Finder<()>,
    /// 大整饬
    pub(crate) campaign_ends: Finder<()>,
    /// 模式, 工作法
    pub(crate) model_ends: Finder<()>,
    /// Numbered terms that are the nation's: 12345, 三严三实
    pub(crate) national: HashSet<&'static str>,
}

impl Lexicon {
    /// The lexicon that comes with the program. Takes some milliseconds: build it once.
    pub fn built_in() -> Self {
        Self::built_in_with(&UnitLists::default())
    }

    /// The same with the lists of a unit laid over it. What of them can't be used is passed
    /// over: see [`UnitLists::bad_lines`].
    pub fn built_in_with(lists: &UnitLists) -> Self {
        let unit = Unit::read(lists);
        Self {
            places: places::Places::built_in(),
            terms: terms::Terms::built_in_with(&unit),
            common: common_words(include_str!("../data/common_words.txt")),
            surnames: surnames(include_str!("../data/surnames.txt")),
            nationwide: sections(include_str!("../data/nationwide.txt"))
                .flat_map(|(_, line)| line.split_whitespace())
                .map(|words| (words, ()))
                .collect(),
            bodies: Bodies::read(include_str!("../data/bodies.txt")),
            unit,
        }
    }

    /// Whether two characters are a common word of their own.
    pub(crate) fn is_common(&self, first: char, second: char) -> bool {
        self.common.contains(first, second)
    }
}

impl Bodies {
    fn read(data: &'static str) -> Self {
        let of = |wanted: &'static str| {
            sections(data)
                .filter(move |(section, _)| *section == wanted)
                .flat_map(|(_, line)| line.split_whitespace())
        };
        let finder = |wanted| of(wanted).map(|words| (words, ())).collect();
        Self {
            ends: finder("body end"),
            departments: finder("department"),
            campaign_ends: finder("campaign end"),
            model_ends: finder("model end"),
            national: of("national").collect(),
        }
    }
}

/// The lines of a data file that say something, each with the `[section]` it stands in.
fn sections(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    data.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).filter_map(move |line| {
        match line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((name, _)) => {
                section = name;
                None
            }
            None => Some((section, line)),
        }
    })
}

/// A line of them is a first character and all that may follow it.
fn common_words(data: &'static str) -> Pairs {
    let words = sections(data).flat_map(|(_, line)| {
        let mut chars = line.chars();
        let first = chars.next();
        chars.filter_map(move |second| Some((first?, second)))
    });
    words.collect()
}

/// Compound surnames stand apart, the others in one run.
fn surnames(data: &'static str) -> Finder<()> {
    let words = sections(data).flat_map(|(_, line)| line.split_whitespace());
    let (runs, compound): (Vec<&str>, Vec<&str>) = words.partition(|word| word.chars().count() > 2);
    let single = runs.into_iter().flat_map(|run| run.split("").filter(|word| !word.is_empty()));
    single.chain(compound).map(|words| (words, ())).collect()
}
