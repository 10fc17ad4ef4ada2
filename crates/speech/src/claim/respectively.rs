//! 分别: as many values as there are things that they belong to.
//!
//! ```text
//! 存贷款分别增长X%和X%                     one word that names two things
//! 分别占全国、全省、全市的X%、X%、X%        what it is measured by stands after 分别
//! 要分别做好五大要素的对接                  no values, no claim
//! ```

use super::Reading;
use super::body::{Body, ends_clause, ends_sentence};
use crate::text::{Span, half_width};

/// 分别 with its values.
pub(super) struct Respectively {
    /// From 分 to the last value's unit.
    pub(super) span: Span,
    /// How many values it gives.
    pub(super) n_values: u32,
    /// How many things they belong to.
    pub(super) things: Option<Reading>,
}

/// Words that name two or three things at once.
const COMPOUNDS: [(&str, u32); 18] = [
    ("存贷款", 2),
    ("存贷", 2),
    ("城乡", 2),
    ("进出口", 2),
    ("产销", 2),
    ("购销", 2),
    ("收支", 2),
    ("男女", 2),
    ("工农业", 2),
    ("省市县", 3),
    ("市县", 2),
    ("省市", 2),
    ("县乡", 2),
    ("中省", 2),
    ("一二三产", 3),
    ("水电气", 3),
    ("量质", 2),
    ("量价", 2),
];

/// The 分别 of a block that give values.
pub(super) fn respectively(body: &Body<'_>) -> Vec<Respectively> {
    let mut found: Vec<Respectively> = Vec::new();
    for at in body.start..body.characters.len() {
        let told = found.last().is_some_and(|last| at < last.span.end);
        if told || !body.has(at, "分别") {
            continue;
        }
        let Some(values) = values(body, at + 2) else { continue };
        let things = match values.n_measured_by {
            Some(n) => Some(Reading::of(n, true)),
            None => things(body, at).or_else(|| told_before(body, at, &found)),
        };
        found.push(Respectively { span: at..values.end, n_values: values.n, things });
    }
    found
}

/// The values after 分别.
struct Values {
    n: u32,
    end: usize,
    /// 占全国、全省、全市的 has three.
    n_measured_by: Option<u32>,
}

fn values(body: &Body<'_>, start: usize) -> Option<Values> {
    let end = body.until(start, |character| ends_clause(character) || "（(".contains(character));
    // 分别由5%、6%提高到7%、8% has two rows of values.
    if (start..end).any(|at| "由从".contains(body.at(at))) {
        return None;
    }
    let parts = parts(body, start..end);
    let valued: Vec<bool> = parts.iter().map(|part| has_value(body, part)).collect();
    let first = valued.iter().position(|valued| *valued)?;
    let n = valued.iter().filter(|valued| **valued).count();
    if n < 2 || !valued[first..].iter().all(|valued| *valued) {
        return None;
    }
    let last = parts.last()?;
    let n_measured_by = (first > 0).then_some(first as u32 + 1);
    Some(Values { n: n as u32, end: value_end(body, last), n_measured_by })
}

/// A stretch cut at 、 and at the words that join.
fn parts(body: &Body<'_>, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for at in span.clone() {
        if "、和与及".contains(body.at(at)) && at > start {
            parts.push(start..at);
            start = at + 1;
        }
    }
    parts.push(start..span.end);
    parts.retain(|part| !part.is_empty());
    parts
}

fn is_value(body: &Body<'_>, at: usize) -> bool {
    half_width(body.at(at)).is_ascii_digit() || body.open_slot(at).is_some()
}

fn has_value(body: &Body<'_>, part: &Span) -> bool {
    part.clone().any(|at| is_value(body, at) || body.at(at) == '第')
}

/// The value's end with its unit: a short rest of the clause belongs to it.
fn value_end(body: &Body<'_>, part: &Span) -> usize {
    let number = part.clone().rev().find(|at| is_value(body, *at)).map_or(part.end, |at| at + 1);
    let rest = part.end - number;
    if rest <= 5 { part.end } else { number }
}

/// The things that 分别 speaks of, in the clause before it.
fn things(body: &Body<'_>, at: usize) -> Option<Reading> {
    let aside = body.before(at) == '，';
    let end = if aside { at - 1 } else { at };
    let start = body.since(end, ends_clause);
    let clause = body.text(start..end);
    if clause.contains("分别") {
        return None;
    }
    let items: Vec<&str> = clause.split('、').collect();
    let joints = clause.chars().filter(|c| "和与及".contains(*c)).count() as u32;
    let n = items.len() as u32;
    let more: u32 =
        COMPOUNDS.iter().find(|(word, _)| clause.contains(word)).map_or(0, |(_, n_things)| n_things - 1);
    if n + joints + more < 2 {
        return None;
    }
    let lengths: Vec<usize> = items.iter().map(|item| item.chars().count()).collect();
    let inner = lengths[1..lengths.len().max(2) - 1].iter().max().copied().unwrap_or(0);
    let even = lengths.last().is_some_and(|last| *last <= inner + 6);
    let sure = !aside && n >= 3 && more == 0 && even && !clause.contains('等');
    Some(Reading { high: n + joints + more, likely: n + joints.min(1), ..Reading::of(n, sure) })
}

/// A、B分别完成5亿元、6亿元，分别增长7%、8%: the things of the 分别 before.
fn told_before(body: &Body<'_>, at: usize, found: &[Respectively]) -> Option<Reading> {
    let last = found.last()?;
    let same_sentence = !(last.span.end..at).any(|at| ends_sentence(body.at(at)) || body.at(at) == '；');
    (same_sentence && at - last.span.end <= 8).then_some(last.things).flatten()
}
