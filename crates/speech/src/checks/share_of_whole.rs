//! 比例. 三次产业结构为10.5:40.2:49.3 is the whole, cut in three: a hundred in sum.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::text::{Span, half_width};

pub(super) const CHECK: Check = Check {
    id: "share-of-whole",
    group: Group::Count,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "比例不到一百", en: "shares of a whole" },
    about: Words {
        zh: "三次产业的比例加起来应当是100（四舍五入差零点几不算）。核对一遍，改错的那个。",
        en: "The shares of the three industries make 100 (some tenths are rounding). Look them up, and change the one that is wrong.",
    },
    run,
    examples: include_str!("share_of_whole.txt"),
};

/// What is cut in parts, as it stands before them.
const WHOLES: [&str; 5] = ["产业", "结构", "三产", "比重", "比例"];

/// How far off the whole may stand before its parts.
const REACH: usize = 24;

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for context in &subject.contexts {
        let mut at = 0;
        while at < context.chars.len() {
            let Some((span, thousandths)) = row(&context.chars, at) else {
                at += 1;
                continue;
            };
            at = span.end;
            let total: i64 = thousandths.iter().sum();
            let before = span.start.saturating_sub(REACH)..span.start;
            // Rounding: half of the last place for each. Far off is no whole at all: a
            // ratio of 1:2:3, a score.
            let off = (total - HUNDRED).abs();
            if thousandths.len() < 3 || off <= 300 || off > 15_000 || !context.holds_any(before, &WHOLES) {
                continue;
            }
            let total = total as f64 / 1000.0;
            let message = Message::new(
                format!("这几个比例加起来是{total}，不是100。核对一遍，改错的那个。"),
                format!(
                    "these shares make {total}, not 100. Look them up, and change the one that is wrong."
                ),
            );
            found.push(subject.finding(&CHECK, context.block, span, message));
        }
    }
}

const HUNDRED: i64 = 100_000;

/// `10.5:40.2:49.3`, with % or without, parted by colons: its values in thousandths.
fn row(chars: &[char], start: usize) -> Option<(Span, Vec<i64>)> {
    let digit = |idx: usize| chars.get(idx).copied().map(half_width).filter(char::is_ascii_digit);
    if start > 0 && (digit(start - 1).is_some() || ".:：∶".contains(chars[start - 1])) {
        return None;
    }
    let mut at = start;
    let mut values = Vec::new();
    loop {
        let (value, end) = value(chars, at)?;
        values.push(value);
        let end = if matches!(chars.get(end), Some('%' | '％')) { end + 1 } else { end };
        if !matches!(chars.get(end), Some(':' | '：' | '∶')) {
            return (values.len() > 1).then_some((start..end, values));
        }
        at = end + 1;
    }
}

/// A number in thousandths, and its end.
fn value(chars: &[char], start: usize) -> Option<(i64, usize)> {
    let digit =
        |idx: usize| chars.get(idx).copied().map(half_width).and_then(|c| c.to_digit(10)).map(i64::from);
    let mut whole = digit(start)?;
    let mut at = start + 1;
    while let Some(next) = digit(at).filter(|_| at < start + 3) {
        whole = whole * 10 + next;
        at += 1;
    }
    let mut thousandths = whole * 1000;
    if matches!(chars.get(at).copied().map(half_width), Some('.')) && digit(at + 1).is_some() {
        at += 1;
        let mut scale = 100;
        while let Some(next) = digit(at) {
            thousandths += next * scale;
            scale /= 10;
            at += 1;
        }
    }
    Some((thousandths, at))
}
