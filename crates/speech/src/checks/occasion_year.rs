//! 题目上的年份. The title of last year's speech, or the line under it, on this year's.

use super::foreign_name::is_borrowed;
use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::occasion::Day;
use crate::speech::BlockKind;
use crate::text::{Span, half_width};

pub(super) const CHECK: Check = Check {
    id: "occasion-year",
    group: Group::LeftOver,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "题目和日期里的年份", en: "year of title and date" },
    about: Words {
        zh: "题目或者题下日期的年份，跟讲话的日期不是一年。年初开的总结会、表彰会说上一年，不算。",
        en: "The year in the title, or in the date line under it, is not that of the day of the speech. Summing-ups and commendations early in the year speak of the year before, and are not meant.",
    },
    run,
    examples: include_str!("occasion_year.txt"),
};

/// What looks back on the year before.
const LOOKS_BACK: [&str; 8] = ["总结", "表彰", "述职", "年度", "年终", "考核", "回顾", "晚会"];

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(day) = subject.occasion.date else { return };
    // An article or a regulation has a date of its own.
    if subject.about().genre.is_none() {
        return;
    }
    for (context, block) in subject.contexts.iter().zip(&subject.speech.blocks) {
        let of_title = match block.kind {
            BlockKind::Title => true,
            BlockKind::Date => false,
            _ => continue,
        };
        let looks_back = context.holds_any(0..context.chars.len(), &LOOKS_BACK);
        for (year, span) in years(&context.chars) {
            if year == day.year || of_title && is_meant(year, day, looks_back) {
                continue;
            }
            let what = if of_title { "题目" } else { "日期" };
            let message = Message::new(
                format!("{what}写的是{year}年，讲话的日期是{day}。改成{}年。", day.year),
                format!(
                    "the {} says {year}, the speech is given on {day}; make it {}.",
                    if of_title { "title" } else { "date" },
                    day.year
                ),
            );
            let digits = span.start..span.end - 1;
            let finding = subject.finding(&CHECK, context.block, digits, message);
            found.push(Finding { suggestion: Some(day.year.to_string()), ..finding });
        }
    }
}

/// A plan's later year, or a look back from the first months of the next.
fn is_meant(year: i32, day: Day, looks_back: bool) -> bool {
    year > day.year || year + 1 == day.year && (looks_back || day.month == 1)
}

/// The years of a line in digits, each with 年, but no ranges: 2021—2025年 is a plan.
fn years(chars: &[char]) -> Vec<(i32, Span)> {
    let digit = |idx: usize| chars.get(idx).copied().map(half_width).and_then(|c| c.to_digit(10));
    let mut years = Vec::new();
    for at in 0..chars.len() {
        let begins = digit(at).is_some() && (at == 0 || digit(at - 1).is_none());
        if !begins || chars.get(at + 4) != Some(&'年') || at > 0 && "—－-–~～至到".contains(chars[at - 1])
        {
            continue;
        }
        let read: Option<Vec<u32>> = (at..at + 4).map(digit).collect();
        let Some(read) = read else { continue };
        let year = read.iter().fold(0, |year, digit| year * 10 + *digit as i32);
        if (1990..2100).contains(&year) {
            years.push((year, at..at + 5));
        }
    }
    years
}

/// The title or the date line says an earlier year than that of the speech, and nothing
/// in the text speaks of that one: it is the speech of another year, to be given again.
pub(super) fn is_of_earlier_year(subject: &Subject<'_>) -> Option<i32> {
    let day = subject.occasion.date?;
    subject.about().genre.as_ref()?;
    // Without a year in its head, that of a speech which is somebody else's anyhow.
    let borrowed = || is_borrowed(subject).then(|| last_year(subject, day)).flatten();
    let year = subject.about().year.or_else(borrowed).filter(|year| *year < day.year)?;
    let is_new = |(named, _): &(i32, Span)| *named >= day.year;
    // A goal for 2035 is in every speech.
    let is_goal = |named: i32| named > day.year + 1;
    let speaks_of_it = subject
        .contexts
        .iter()
        .any(|context| years(&context.chars).iter().any(|named| is_new(named) && !is_goal(named.0)));
    (!speaks_of_it).then_some(year)
}

/// The last year that the text names, goals left out.
fn last_year(subject: &Subject<'_>, day: Day) -> Option<i32> {
    let named = subject.contexts.iter().flat_map(|context| years(&context.chars));
    named.map(|(year, _)| year).filter(|year| *year <= day.year).max()
}
