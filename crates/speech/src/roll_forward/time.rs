//! Years, sessions, plans, holders of offices: what the calendar says of them.

use super::{Proposal, ProposalKind};
use crate::context::Context;
use crate::lexicon::{Lexicon, Term, TimeWord};
use crate::message::Message;
use crate::numeral::{han, read_number};
use crate::occasion::Day;
use crate::speech::BlockKind;
use crate::text::{Span, half_width, is_one_of};

/// A year further back is history.
const HISTORY: i32 = 4;

/// All of a block that goes by the calendar. Some may lie within others.
pub(super) fn proposals(
    context: &Context,
    kind: BlockKind,
    lexicon: &Lexicon,
    from: i32,
    day: Day,
) -> Vec<Proposal> {
    if kind == BlockKind::Date {
        return date_line(context, day).into_iter().collect();
    }
    let mut proposals = of_years(context, from, day);
    for at in 0..context.chars.len() {
        let found = session(context, at, from, day)
            .or_else(|| plan(context, at, from, day))
            .or_else(|| holder(context, lexicon, at, day))
            .or_else(|| time(context, lexicon, at));
        proposals.extend(found);
    }
    proposals
}

fn proposal(
    context: &Context,
    kind: ProposalKind,
    span: Span,
    new: Option<String>,
    ticked: bool,
    why: [&str; 2],
) -> Proposal {
    let text = context.text(span.clone());
    let [zh, en] = why;
    let message = match &new {
        Some(new) => {
            Message::new(format!("{zh}：“{text}”改成“{new}”。"), format!("{en}: “{text}” becomes “{new}”."))
        }
        None => Message::new(format!("{zh}：“{text}”要不要改，请核对。"), format!("{en}: look at “{text}”.")),
    };
    Proposal { kind, block: context.block, span, text, new, ticked, message }
}

// ---- Years ---------------------------------------------------------------------------

/// The years that a block names, with 年 or 年度 after them; 2021—2025年 is a plan's, and
/// 到2035年 a goal.
pub(super) fn years(context: &Context) -> Vec<(i32, Span)> {
    let digit = |idx: usize| {
        let c = half_width(context.at(idx)?);
        c.to_digit(10).or_else(|| "〇一二三四五六七八九".chars().position(|han| han == c).map(|n| n as u32))
    };
    let mut years = Vec::new();
    let mut at = 0;
    while at + 4 < context.chars.len() {
        let read: Option<Vec<u32>> = (at..at + 4).map(digit).collect();
        let begins = at == 0 || digit(at - 1).is_none();
        let alike =
            (at..at + 4).all(|idx| context.chars[idx].is_ascii_digit() == context.chars[at].is_ascii_digit());
        match read.filter(|_| begins && alike && context.chars[at + 4] == '年') {
            Some(read) => {
                let year = read.iter().fold(0, |year, digit| year * 10 + *digit as i32);
                let range = context.before(at).is_some_and(|c| is_one_of(c, "—－-–~～至到"));
                if (1990..2100).contains(&year) && !range {
                    years.push((year, at..at + 4));
                }
                at += 4;
            }
            None => at += 1,
        }
    }
    years
}

/// （2025年3月12日） under the title is the day of the speech.
fn date_line(context: &Context, day: Day) -> Option<Proposal> {
    let (_, year) = years(context).into_iter().next()?;
    let end = (year.end..context.chars.len()).find(|idx| context.chars[*idx] == '日')? + 1;
    let new = format!("{}年{}月{}日", day.year, day.month, day.day);
    let why = ["讲话的日期", "the day of the speech"];
    Some(proposal(context, ProposalKind::Year, year.start..end, Some(new), true, why))
}

fn of_years(context: &Context, from: i32, day: Day) -> Vec<Proposal> {
    let passed = day.year - from;
    let proposed = years(context).into_iter().filter(|(year, _)| (from - HISTORY..=from + 1).contains(year));
    proposed
        .map(|(year, span)| {
            let han_digits = !half_width(context.chars[span.start]).is_ascii_digit();
            let new = in_digits(year + passed, han_digits);
            // The year before is the one reported on; what lies further back may stay.
            let ticked = year >= from - 1;
            let why = ["年份往前推", "the year goes on"];
            proposal(context, ProposalKind::Year, span, Some(new), ticked, why)
        })
        .collect()
}

fn in_digits(year: i32, han_digits: bool) -> String {
    let digits = year.to_string();
    if !han_digits {
        return digits;
    }
    let han = |c: char| "〇一二三四五六七八九".chars().nth(c.to_digit(10)? as usize);
    digits.chars().filter_map(han).collect()
}

// ---- Sessions ------------------------------------------------------------------------

/// The n-th National People's Congress and the national committee of the Political
/// Consultative Conference sit for five years each and meet once a year, in March: the
/// fourteenth congress from 2023, the fourteenth committee from 2023.
const FIRST_YEAR_OF_CONGRESS_0: i32 = 1953;

fn session(context: &Context, at: usize, from: i32, day: Day) -> Option<Proposal> {
    let is_numeral = |c: char| is_one_of(c, "一二三四五六七八九十") || c.is_ascii_digit();
    if context.before(at).is_some_and(is_numeral) {
        return None;
    }
    let (term, term_end) = number(context, at)?;
    (context.at(term_end) == Some('届')).then_some(())?;
    let national = context.starts_any(term_end + 1, &["全国人大", "全国人民代表大会", "全国政协"]);
    let second = (term_end + 1..(term_end + 14).min(context.chars.len())).find(|idx| {
        !context.before(*idx).is_some_and(is_numeral)
            && number(context, *idx).is_some_and(|(_, end)| context.at(end) == Some('次'))
    })?;
    let (nth, nth_end) = number(context, second)?;
    let between = context.text(term_end + 1..second);
    let words = ["全体会议", "全会", "会议"];
    let word = words.iter().find(|word| context.starts(nth_end + 1, word))?;
    if between.contains(['，', '。', '、', '；', '”']) {
        return None;
    }
    let span = at..nth_end + 1 + word.chars().count();
    let tail = context.text(nth_end..span.end);
    if national {
        let said = if day.month < 3 { day.year - 1 } else { day.year };
        let term = (said - FIRST_YEAR_OF_CONGRESS_0) / 5;
        let nth = said - FIRST_YEAR_OF_CONGRESS_0 - term * 5 + 1;
        let new = format!("{}届{between}{}{tail}", han(term.try_into().ok()?), han(nth.try_into().ok()?));
        let changed = new != context.text(span.clone());
        let why = ["全国两会每年一次", "the national sessions are once a year"];
        return changed.then(|| proposal(context, ProposalKind::Session, span, Some(new), true, why));
    }
    // A committee of the party meets as often as it likes.
    let passed = u32::try_from(day.year - from).unwrap_or(1);
    let new = format!("{}届{between}{}{tail}", han(term), han(nth + passed));
    let why = ["届次请核对", "look up the session"];
    Some(proposal(context, ProposalKind::Session, span, Some(new), false, why))
}

/// A number up to 99 and its end.
fn number(context: &Context, at: usize) -> Option<(u32, usize)> {
    let is_numeral = |c: &char| is_one_of(*c, "一二三四五六七八九十") || c.is_ascii_digit();
    let run: String = context.from(at).iter().take(4).take_while(|c| is_numeral(c)).collect();
    let (number, rest) = read_number(&run)?;
    (rest.is_empty() && (1..100).contains(&number)).then(|| (number, at + run.chars().count()))
}

// ---- Plans, holders, other times ------------------------------------------------------

/// “十三五” of a speech of 2020 is “十四五” in 2021. The eleventh plan began in 2006.
fn plan(context: &Context, at: usize, from: i32, day: Day) -> Option<Proposal> {
    let [ten, unit, five] = *context.from(at).first_chunk::<3>()?;
    let unit_number = "一二三四五六七八九".chars().position(|c| c == unit)? as i32 + 1;
    let bounded = context.before(at).is_none_or(|c| !is_one_of(c, "一二三四五六七八九"));
    if ten != '十'
        || five != '五'
        || !bounded
        || context.starts_any(at + 3, &["年", "天", "个", "项", "次", "届"])
    {
        return None;
    }
    let of_year = |year: i32| (year - 2006).div_euclid(5) + 11;
    let plan = 10 + unit_number;
    let now = of_year(day.year);
    // A plan that was over already is history, and one that goes on stays.
    (plan == of_year(from) && now > plan && now < 20).then(|| {
        let new = format!("十{}五", han((now - 10).unsigned_abs()));
        let why = ["五年规划换了", "another five-year plan"];
        // What ends with one plan doesn't end with the next.
        let ends = context.holds_any(context.clause(at), &["收官", "开局", "起步", "末"]);
        proposal(context, ProposalKind::Plan, at..at + 3, Some(new), !ends, why)
    })
}

/// Offices that one alone holds.
const SINGLE: [&str; 2] = ["总理", "委员长"];

fn holder(context: &Context, lexicon: &Lexicon, at: usize, day: Day) -> Option<Proposal> {
    let mut holders = lexicon.terms.holders.at(context.from(at));
    let (n_chars, held) = holders.find(|(n_chars, held)| held.stands_beside(context, &(at..at + n_chars)))?;
    let on = (day.year, day.month);
    let single = SINGLE.contains(&held.office.as_str()) || lexicon.unit.is_office(&held.office);
    if !single || held.term.to.is_none_or(|to| on <= to) || context.ends(at, "副总理") {
        return None;
    }
    let holds = |term: &Term| term.from <= on && term.to.is_none_or(|to| on <= to);
    let in_office = |(_, office, term): &&(String, String, Term)| *office == held.office && holds(term);
    let mut who = lexicon.terms.who.iter().rev().filter(in_office);
    let (name, _, _) = who.next()?;
    // Of several 副县长 nobody knows which one follows.
    if who.next().is_some() && !SINGLE.contains(&held.office.as_str()) {
        return None;
    }
    let why = ["任职有变动", "the office is another's now"];
    Some(proposal(context, ProposalKind::Holder, at..at + n_chars, Some(name.clone()), true, why))
}

/// 5月底, 一季度, 近日: true of that year's day, and only the writer knows of this one's.
fn time(context: &Context, lexicon: &Lexicon, at: usize) -> Option<Proposal> {
    let month = || {
        let (number, end) = number(context, at)
            .filter(|_| !context.before(at).is_some_and(|c| c == '年' || c.is_ascii_digit()))?;
        let ends = ["底", "初", "末", "份", "上旬", "中旬", "下旬"];
        (number <= 12 && context.at(end) == Some('月')).then_some(())?;
        if let Some((_, day_end)) = number_of_day(context, end + 1) {
            return Some(at..day_end);
        }
        let n_more =
            ends.iter().filter(|word| context.starts(end + 1, word)).map(|word| word.chars().count()).max();
        n_more.map(|n_more| at..end + 1 + n_more)
    };
    let word = || {
        let (n_chars, word) = lexicon.terms.times.at(context.from(at)).next()?;
        (*word == TimeWord::Yes).then(|| at..at + n_chars)
    };
    let span = month().or_else(word)?;
    let why = ["只在那一年成立", "true of that year"];
    Some(proposal(context, ProposalKind::Time, span, None, false, why))
}

/// 22日
fn number_of_day(context: &Context, at: usize) -> Option<(u32, usize)> {
    let (day, end) = number(context, at)?;
    (day <= 31 && matches!(context.at(end), Some('日' | '号'))).then_some((day, end + 1))
}
