//! 一个数两种说法. 全县生产总值增长8.5% in the opening, 8.3% in the second part: one of them
//! was brought up to date.

use crate::amount::amounts;
use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::context::Context;
use crate::message::{Message, Words};
use crate::speech::BlockKind;
use crate::text::{Span, is_han};
use std::collections::HashMap;

pub(super) const CHECK: Check = Check {
    id: "two-figures",
    group: Group::Count,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "一个数两种说法", en: "one figure, two values" },
    about: Words {
        zh: "同一年、同一件事，前面一个数，后面又一个数。核对以后统一。目标、预计和不同年份的数不算。",
        en: "One fact of one year has one value here and another there. Look it up, and make them one. Goals, forecasts and other years are not meant.",
    },
    run,
    examples: include_str!("two_figures.txt"),
};

/// What makes a figure another one than that of the year: a goal, a part, a bound.
const OTHERWISE: [&str; 27] = [
    "目标",
    "力争",
    "确保",
    "预计",
    "预期",
    "计划",
    "左右",
    "以上",
    "要",
    "将",
    "争取",
    "其中",
    "每年",
    "年均",
    "累计",
    "到20",
    "以内",
    "超",
    "近",
    "约",
    "分别",
    "比上年",
    "比去年",
    "较",
    "每",
    "再",
    "另",
];

/// What tells the year or the part of it.
const TIMES: [&str; 12] = [
    "去年",
    "今年",
    "前年",
    "上半年",
    "下半年",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "前三季度",
    "五年来",
    "目前",
];

/// A subject of fewer characters is no name of one fact: 增长8%.
const SHORTEST: usize = 7;

struct Said<'a> {
    context: &'a Context,
    amount: crate::amount::Amount,
}

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut first: HashMap<(String, String, String), Said<'_>> = HashMap::new();
    let mut time = String::new();
    for (context, block) in subject.contexts.iter().zip(&subject.speech.blocks) {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Closing) {
            // Under another heading another year may be spoken of.
            continue;
        }
        let mut said_from = 0;
        for amount in amounts(context) {
            if let Some(named) = last_time(context, said_from, amount.span.start) {
                time = named;
            }
            said_from = amount.span.end;
            let clause = after_year(context, context.clause(amount.span.start), amount.span.start);
            let what = context.text(clause.start..amount.span.start);
            let what: String = what.chars().filter(|c| is_han(*c)).collect();
            let what = TIMES.iter().fold(what, |what, time| what.trim_start_matches(time).to_owned());
            let otherwise = context.holds_any(clause.clone(), &OTHERWISE);
            if what.chars().count() < SHORTEST
                || otherwise
                || time.is_empty()
                || !is_first(context, &clause, amount.span.start)
            {
                continue;
            }
            let key = (time.clone(), what, amount.unit.clone());
            match first.get(&key) {
                None => {
                    first.insert(key, Said { context, amount });
                }
                Some(before)
                    if (before.amount.value - amount.value).abs()
                        > before.amount.rounding.max(amount.rounding) =>
                {
                    let there = before.context.text(before.amount.span.clone());
                    let here = context.text(amount.span.clone());
                    let message = Message::new(
                        format!("“{}”前面说{there}，这里说{here}。核对以后统一。", key.1),
                        format!(
                            "{} is {there} before, and {here} here. Look it up, and make them one.",
                            key.1
                        ),
                    );
                    found.push(subject.finding(&CHECK, context.block, amount.span.clone(), message));
                }
                Some(_) => {}
            }
        }
    }
}

/// The words of time that were said last in a stretch: 去年, 2020年.
fn last_time(context: &Context, from: usize, to: usize) -> Option<String> {
    (from..to).rev().find_map(|at| {
        let word =
            TIMES.iter().filter(|word| context.starts(at, word)).max_by_key(|word| word.chars().count());
        if let Some(word) = word {
            return Some((*word).to_owned());
        }
        let year = at + 5 <= to
            && context.at(at + 4) == Some('年')
            && context.chars[at..at + 4].iter().all(char::is_ascii_digit);
        year.then(|| context.text(at..at + 5))
    })
}

/// The clause without a year that it begins with.
fn after_year(context: &Context, clause: Span, to: usize) -> Span {
    let ends =
        |at: &usize| context.at(*at) == Some('年') && context.before(*at).is_some_and(|c| c.is_ascii_digit());
    let year = (clause.start..to).take(6).find(ends);
    year.map_or(clause.start, |at| at + 1)..clause.end
}

/// No other figure stands before it in its clause.
fn is_first(context: &Context, clause: &Span, at: usize) -> bool {
    !context.chars[clause.start..at].iter().any(char::is_ascii_digit)
}
