//! Dates in digits, and figures that are tied to a time.

use super::{Look, Read, Stale};
use crate::context::Context;
use crate::text::half_width;
use std::collections::BTreeMap;

/// A run of digits: its value and its end. Four of them in Han digits are a year, too.
fn digits(context: &Context, at: usize) -> Option<(i32, usize)> {
    let digit = |idx: &usize| {
        let c = half_width(context.at(*idx)?);
        c.to_digit(10).or_else(|| "〇一二三四五六七八九".chars().position(|han| han == c).map(|n| n as u32))
    };
    // At most characters no number begins.
    digit(&at)?;
    let arabic = |idx: usize| context.at(idx).is_some_and(|c| half_width(c).is_ascii_digit());
    let run: Vec<u32> = (at..at + 8).map_while(|idx| digit(&idx)).collect();
    let same = (at..at + run.len()).all(|idx| arabic(idx) == arabic(at));
    let begun = context.before(at).is_some_and(|c| half_width(c).is_ascii_digit() || c == '.');
    if run.is_empty() || run.len() > 4 || begun || !same || !arabic(at) && run.len() != 4 {
        return None;
    }
    Some((run.iter().fold(0, |value, digit| value * 10 + *digit as i32), at + run.len()))
}

fn is_year(value: i32) -> bool {
    (1840..2100).contains(&value)
}

/// `2020年5月28日`, `1929—1939年`, `2019年度`: the year that it ends in, and its end.
fn year(context: &Context, at: usize) -> Option<(i32, usize)> {
    let (mut year, mut end) = digits(context, at).filter(|(value, _)| is_year(*value))?;
    if context.starts_any(end, &["—", "－", "-", "–", "~", "～", "至", "到", "年至", "年到", "年—"])
    {
        let to = (end + 1..end + 4).find_map(|idx| digits(context, idx));
        if let Some((last, after)) = to.filter(|(value, _)| is_year(*value)) {
            (year, end) = (last, after);
        }
    }
    (context.at(end) == Some('年')).then_some(())?;
    end += 1;
    if context.at(end) == Some('度') {
        end += 1;
    }
    Some((year, month(context, end).map_or(end, |(_, end)| end)))
}

/// `5月22日`, `5月底`, `6月份`: the month, and its end.
fn month(context: &Context, at: usize) -> Option<(i32, usize)> {
    let (month, end) = digits(context, at).filter(|(value, _)| (1..=12).contains(value))?;
    (context.at(end) == Some('月')).then_some(())?;
    let end = end + 1;
    let day = digits(context, end)
        .filter(|(day, after)| (1..=31).contains(day) && matches!(context.at(*after), Some('日' | '号')));
    if let Some((_, after)) = day {
        return Some((month, after + 1));
    }
    let part = ["底", "初", "末", "份", "上旬", "中旬", "下旬", "中下旬", "上中旬"];
    let n_part = part.iter().filter(|part| context.starts(end, part)).map(|part| part.chars().count()).max();
    Some((month, end + n_part.unwrap_or(0)))
}

/// The year that a text names most often, the latest of several. 到2035年 is a goal, and
/// what lies before 1990 is history: they don't count.
pub(super) fn usual_year(contexts: &[Context]) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for context in contexts {
        for at in 0..context.chars.len() {
            let goal = context.ends_any(at, &["到", "至"]);
            if let Some((year, _)) = year(context, at).filter(|(year, _)| !goal && *year >= 1990) {
                *counts.entry(year).or_default() += 1;
            }
        }
    }
    counts.into_iter().max_by_key(|(year, n_times)| (*n_times, *year)).map(|(year, _)| year)
}

/// 2020年, 5月22日
pub(super) fn date(look: &Look<'_>, at: usize) -> Option<(usize, Read)> {
    let context = look.context;
    if let Some((year, end)) = year(context, at) {
        return Some((end, Read::Dated(look.timeline.year(year))));
    }
    let (_, end) = month(context, at)?;
    let every = context.ends_any(at, &["每年", "每年的", "年年"]);
    let stale = if every { Stale::No } else { look.timeline.relative(true) };
    Some((end, Read::Dated(stale)))
}

/// What ties a figure to a time, when it stands before it.
const TIES: [&str; 9] = ["今年", "去年", "现在", "目前", "截至", "一季度", "上半年", "三季度", "上年"];

/// `3.75万亿元` of 今年中央安排…, `14.7%` of 现在…已达到…
pub(super) fn figure(look: &Look<'_>, at: usize) -> Option<(usize, Read)> {
    let context = look.context;
    let digit = |idx: usize| context.at(idx).map(half_width).is_some_and(|c| c.is_ascii_digit());
    if !digit(at) || context.before(at).is_some_and(|c| half_width(c).is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    let n_figure = (at..(at + 12).min(context.chars.len()))
        .take_while(|idx| digit(*idx) || context.chars[*idx] == '.' && digit(idx + 1))
        .count();
    let end = at + n_figure;
    let units = ["万亿元", "亿元", "%", "％"];
    let unit = units.iter().find(|unit| context.starts(end, unit))?;
    // A sentence goes on speaking of its year's money; a percentage belongs to its clause.
    let money = unit.ends_with('元');
    let within = if money { context.sentence(at) } else { context.clause(at) };
    let before = within.start..at;
    let hoped = context.holds_any(context.clause(at).start..at, &["力争", "确保", "目标", "要"]);
    let history = context.holds_any(before.clone(), &["当时", "大萧条"]);
    let tied =
        context.holds_any(before.clone(), &TIES) || before.clone().any(|idx| year(context, idx).is_some());
    (tied && !hoped && !history).then_some(())?;
    Some((end + unit.chars().count(), Read::Dated(look.timeline.relative(true))))
}
