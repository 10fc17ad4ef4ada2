//! When a text was given and when it is to be given again; what that does to its dates.

use super::{Stale, written};
use crate::about::about;
use crate::context::Context;
use crate::lexicon::{Term, YearMonth};
use crate::occasion::Day;
use crate::speech::Speech;

/// The year of the text, and the day it is said on.
#[derive(Clone, Copy)]
pub(super) struct Timeline {
    /// From its date or title; else the year that it names most often.
    text_year: Option<i32>,
    said: Option<Day>,
}

/// A year that lies so far back is history, and stays right.
const HISTORY: i32 = 5;

/// Without a day, "a later year" is one of the next three: an office or a plan that
/// lasts longer is only to be looked at.
const LATER: i32 = 3;

impl Timeline {
    pub(super) fn of(speech: &Speech, contexts: &[Context], said: Option<Day>) -> Self {
        Self { text_year: about(speech).year.or_else(|| written::usual_year(contexts)), said }
    }

    /// Words that lean on the day of the text: 今年, 一季度, 近日. `strong`: they name one
    /// thing and can't be true of another year.
    pub(super) fn relative(self, strong: bool) -> Stale {
        match (self.said, self.text_year) {
            (None, _) if strong => Stale::Yes,
            (None, _) => Stale::Check,
            (Some(said), Some(year)) if said.year <= year => Stale::No,
            (Some(_), Some(_)) if strong => Stale::Yes,
            (Some(_), _) => Stale::Check,
        }
    }

    /// 2020年
    pub(super) fn year(self, year: i32) -> Stale {
        let own = self.text_year.or(self.said.map(|said| said.year));
        if own.is_some_and(|own| own - year >= HISTORY) {
            return Stale::No;
        }
        match self.said {
            Some(said) if year >= said.year => Stale::No,
            Some(said) if year + 1 == said.year => Stale::Check,
            // A goal for a year to come.
            None if own.is_some_and(|own| year > own) => Stale::Check,
            _ => Stale::Yes,
        }
    }

    /// What happens once in a year: 十三届全国人大三次会议.
    pub(super) fn once(self, year: i32) -> Stale {
        match self.said {
            Some(said) if said.year <= year => Stale::No,
            _ => Stale::Yes,
        }
    }

    /// What holds for a term. `fading`: it may go on being said.
    pub(super) fn term(self, term: Term, fading: bool) -> Stale {
        let Some(to) = term.to else {
            return if self.said.is_some() { Stale::No } else { Stale::Check };
        };
        let over = match (self.said, self.text_year) {
            (Some(said), _) => year_month(said) > to,
            (None, Some(year)) => to.0 <= year + LATER,
            (None, None) => true,
        };
        match (over, fading) {
            (true, false) => Stale::Yes,
            (true, true) => Stale::Check,
            (false, _) if self.said.is_some() => Stale::No,
            (false, _) => Stale::Check,
        }
    }
}

fn year_month(day: Day) -> YearMonth {
    (day.year, day.month)
}
