//! 停顿: after which characters whoever reads takes breath.
//!
//! The marks say it first: 。？！ want the longest pause, ； less, ， less again, 、 hardly
//! any, and ： now this, now that (the handbooks for the Putonghua test agree on it). In
//! a stretch without a mark that is longer than one breath, a pause stands before a word
//! that begins another part of the sentence, as near to the middle as can be.

use super::{Pause, PauseLength, starts};
use crate::text::{Span, is_one_of, length};

/// Characters in one breath: what is longer and has no mark gets a short pause.
const BREATH: usize = 18;

/// How many characters stand on either side of a pause without a mark.
const BESIDE: usize = 6;

const LONG: &str = "。！？；…";
const SHORT: &str = "，：";
const CLOSING: &str = "”’）》」』";

/// Words that begin another part: what joins, and what begins a predicate.
const BEGINS_PART: [&str; 30] = [
    "以及",
    "并且",
    "从而",
    "进而",
    "特别是",
    "尤其是",
    "而且",
    "同时",
    "必须",
    "坚决",
    "切实",
    "着力",
    "努力",
    "确保",
    "推动",
    "促进",
    "不断",
    "全面",
    "进一步",
    "认真",
    "坚持",
    "加快",
    "深入",
    "严格",
    "积极",
    "共同",
    "始终",
    "充分",
    "已经",
    "取得",
];

/// The pauses of a text; none at its end.
pub(super) fn pauses(chars: &[char], units: &[Span]) -> Vec<Pause> {
    let mut pauses = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < chars.len() {
        let length = match chars[at] {
            mark if is_one_of(mark, LONG) => Some(PauseLength::Long),
            mark if is_one_of(mark, SHORT) => Some(PauseLength::Short),
            _ => None,
        };
        // A clock (8：30) and the pair of …… are one.
        let mut end = at + 1;
        while length.is_some()
            && chars.get(end).is_some_and(|next| is_one_of(*next, CLOSING) || *next == chars[at])
        {
            end += 1;
        }
        if let Some(length) = length {
            breathe(chars, start..at, units, &mut pauses);
            if end < chars.len() {
                pauses.push(Pause { at: end, length });
            }
            start = end;
        } else if is_one_of(chars[at], "、—") {
            breathe(chars, start..at, units, &mut pauses);
            start = at + 1;
        }
        at = end;
    }
    breathe(chars, start..chars.len(), units, &mut pauses);
    pauses
}

/// A pause inside a stretch without a mark, where it is too long for one breath.
fn breathe(chars: &[char], stretch: Span, units: &[Span], pauses: &mut Vec<Pause>) {
    if stretch.len() < BREATH {
        return;
    }
    let middle = stretch.start + stretch.len() / 2;
    let places = stretch.start + BESIDE..=stretch.end - BESIDE;
    let whole = |at: &usize| !units.iter().any(|unit| unit.start < *at && *at < unit.end);
    let begins = |at: &usize| BEGINS_PART.iter().any(|word| starts(chars, *at, word));
    // 必须始终: the pause stands before both.
    let goes_on = |at: &usize| {
        BEGINS_PART
            .iter()
            .any(|word| at.checked_sub(length(word)).is_some_and(|from| starts(chars, from, word)))
    };
    // 的努力, 和确保: the word before wants the next one at once.
    let tied = |at: &usize| is_one_of(chars[at - 1], "的地得不和与及更要将把被为以");
    let best = places
        .filter(begins)
        .filter(whole)
        .filter(|at| !tied(at) && !goes_on(at))
        .min_by_key(|at| at.abs_diff(middle));
    pauses.extend(best.map(|at| Pause { at, length: PauseLength::Short }));
}
