//! Words that hold for a time: offices and their holders, eras, words of time.

use super::{Finder, Unit, sections};
use crate::context::Context;
use crate::text::Span;

/// All of them.
pub(crate) struct Terms {
    pub(crate) holders: Finder<Holder>,
    /// The same, name by name.
    pub(crate) who: Vec<(String, String, Term)>,
    pub(crate) eras: Finder<Era>,
    pub(crate) times: Finder<TimeWord>,
}

/// A month of a year, as two numbers that compare as they should.
pub(crate) type YearMonth = (i32, u8);

/// From when to when; an end of nothing is not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) from: YearMonth,
    pub(crate) to: Option<YearMonth>,
}

/// Somebody who held an office of the nation, or of the writer's unit.
pub(crate) struct Holder {
    pub(crate) office: String,
    pub(crate) term: Term,
}

impl Holder {
    /// Whether the office stands before or after a name. 副县长 is another office than 县长.
    pub(crate) fn stands_beside(&self, context: &Context, name: &Span) -> bool {
        let before = name.start.checked_sub(self.office.chars().count());
        let deputy = before.is_some_and(|start| context.before(start) == Some('副'));
        context.starts(name.end, &self.office) || context.ends(name.start, &self.office) && !deputy
    }
}

/// Words and the time that they hold for.
pub(crate) enum Era {
    /// Wrong after its term.
    Over(Term),
    /// To be looked at after its term.
    Fading(Term),
    /// Not of its time, though it holds words that are: 脱贫攻坚成果.
    Lasting,
}

/// What becomes of a word of time in a later year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeWord {
    /// It is wrong.
    Yes,
    /// Somebody should look.
    Check,
    /// It stays right.
    No,
    /// It is no word of time: 体现在.
    Never,
}

impl Terms {
    pub(super) fn built_in_with(unit: &Unit) -> Self {
        let who = sections(include_str!("../../data/office_holders.txt")).filter_map(|(_, line)| {
            let mut words = line.split_whitespace();
            let (name, office) = (words.next()?, words.next()?);
            Some((name.to_owned(), office.to_owned(), term(words)?))
        });
        let who: Vec<(String, String, Term)> = who.chain(unit.holders.iter().cloned()).collect();
        let holders = who
            .iter()
            .map(|(name, office, term)| (name.as_str(), Holder { office: office.clone(), term: *term }));
        let eras = sections(include_str!("../../data/eras.txt")).filter_map(|(_, line)| {
            let mut words = line.split_whitespace().peekable();
            let name = words.next()?;
            let era = match words.next_if(|word| matches!(*word, "?" | "=")) {
                Some("=") => Era::Lasting,
                Some(_) => Era::Fading(term(words)?),
                None => Era::Over(term(words)?),
            };
            Some((name, era))
        });
        let times = sections(include_str!("../../data/time_words.txt")).flat_map(|(section, line)| {
            let word = match section {
                "yes" => TimeWord::Yes,
                "check" => TimeWord::Check,
                "no" => TimeWord::No,
                _ => TimeWord::Never,
            };
            line.split_whitespace().map(move |words| (words, word))
        });
        let holders = holders.collect();
        Self { holders, who, eras: eras.collect(), times: times.collect() }
    }
}

/// `2013-03 2023-03`, or `2023-03` alone.
pub(super) fn term<'a>(mut words: impl Iterator<Item = &'a str>) -> Option<Term> {
    let from = year_month(words.next()?)?;
    let to = match words.next() {
        Some(word) => Some(year_month(word)?),
        None => None,
    };
    Some(Term { from, to })
}

fn year_month(word: &str) -> Option<YearMonth> {
    let (year, month) = word.split_once('-')?;
    Some((year.parse().ok()?, month.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_files_is_read() {
        let said = |data| {
            sections(data).filter(|(_, line)| !line.contains('=')).all(|(_, line)| {
                let words = line.split_whitespace().skip_while(|word| year_month(word).is_none());
                term(words).is_some()
            })
        };
        assert!(said(include_str!("../../data/office_holders.txt")));
        assert!(said(include_str!("../../data/eras.txt")));
    }
}
