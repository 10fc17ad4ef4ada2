//! Stated sums: 增加1万亿元，同时发行1万亿元，上述2万亿元.

use super::Figure;
use super::body::{Body, REACH, ends_sentence};
use crate::text::{Span, half_width};

/// An amount that a sentence gives as the sum of those before it.
pub(super) struct Sum {
    /// From the number to the unit.
    pub(super) span: Span,
    /// The number alone.
    pub(super) number: Span,
    /// What is stated.
    pub(super) claimed: Figure,
    /// What the amounts give, in the same unit.
    pub(super) actual: Figure,
}

/// What stands before an amount that is a sum.
const CUES: [&str; 6] = ["上述", "合计", "共计", "总计", "合计达", "共计达"];

/// What makes an amount a part of another, or a change: not to be added.
const NOT_ADDED: [&str; 8] = ["其中", "同比", "增长", "占", "比重", "下降", "提高", "以上"];

/// So many amounts in a sentence are a table, not a sum.
const MOST: usize = 16;

/// A row of more digits is no amount; without a bound such rows would take the square of
/// their length.
const LONGEST: usize = 24;

const SCALES: [(&str, i128); 6] = [
    ("万亿", 1_000_000_000_000),
    ("千亿", 100_000_000_000),
    ("亿", 100_000_000),
    ("千万", 10_000_000),
    ("万", 10_000),
    ("", 1),
];

const BASES: [&str; 17] = [
    "元",
    "美元",
    "人",
    "户",
    "亩",
    "吨",
    "公里",
    "平方米",
    "立方米",
    "千瓦",
    "家",
    "辆",
    "套",
    "人次",
    "件",
    "名",
    "个",
];

/// The stated sums of a block that can be told.
pub(super) fn sums(body: &Body<'_>) -> Vec<Sum> {
    let mut sums = Vec::new();
    let mut before: Vec<Amount> = Vec::new();
    let mut at = body.start;
    let mut sentence = at;
    while at < body.characters.len() {
        if ends_sentence(body.at(at)) {
            before.clear();
            sentence = at + 1;
        }
        let Some(amount) = amount(body, at) else {
            at += 1;
            continue;
        };
        at = amount.span.end;
        sums.extend(sum(body, &amount, &before, sentence));
        before.push(amount);
        if before.len() > MOST {
            before.remove(0);
        }
    }
    sums
}

struct Amount {
    span: Span,
    number: Span,
    /// Nothing for X亿元.
    figure: Option<Figure>,
    scale: i128,
    base: &'static str,
    /// 省 of 28个省: 个 alone doesn't tell what is counted.
    what: Option<char>,
}

fn amount(body: &Body<'_>, at: usize) -> Option<Amount> {
    let slot = body.open_slot(at).filter(|slot| slot.start == at);
    let is_digit = |character: char| half_width(character).is_ascii_digit() || ".．,".contains(character);
    let end = match slot {
        Some(slot) => slot.end,
        None if half_width(body.at(at)).is_ascii_digit() => {
            (at..at + LONGEST).find(|at| !is_digit(body.at(*at)))?
        }
        None => return None,
    };
    let digits: String = body.characters[at..end].iter().copied().map(half_width).collect();
    let (word, scale) = SCALES.into_iter().find(|(word, _)| body.has(end, word))?;
    let unit = end + word.chars().count();
    let base = BASES.into_iter().rev().find(|base| body.has(unit, base))?;
    let after = unit + base.chars().count();
    Some(Amount {
        span: at..after,
        number: at..end,
        figure: Figure::read(&digits),
        scale,
        base,
        what: (base == "个").then(|| body.at(after)),
    })
}

fn sum(body: &Body<'_>, stated: &Amount, before: &[Amount], sentence: usize) -> Option<Sum> {
    let cue = CUES.iter().find(|cue| body.has_before(stated.span.start, cue))?;
    let added: Vec<&Amount> =
        before.iter().filter(|amount| (amount.base, amount.what) == (stated.base, stated.what)).collect();
    if added.len() < 2 || before.len() == MOST {
        return None;
    }
    let total: i128 = added
        .iter()
        .map(|amount| Some(i128::from(amount.figure?.millionths()) * amount.scale))
        .sum::<Option<_>>()?;
    let exact = total % stated.scale == 0;
    let actual = Figure::of_millionths(i64::try_from(total / stated.scale).ok().filter(|_| exact)?);
    let claimed = stated.figure?;
    // Of three amounts one may be a part of another; of two that are named together none is.
    let told = body.text(sentence.max(stated.span.start.saturating_sub(REACH))..stated.span.start);
    let sure = added.len() == 2 && (*cue == "上述" || !NOT_ADDED.iter().any(|word| told.contains(word)));
    (actual == claimed || sure).then(|| Sum {
        span: stated.span.clone(),
        number: stated.number.clone(),
        claimed,
        actual,
    })
}
