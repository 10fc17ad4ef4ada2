//! 部分和整体. 三次产业结构为10.5:40.2:49.3 is the whole, cut in three: a hundred in sum. And
//! 户籍人口50万人，其中城镇21万人、乡村29万人 is cut in two.

use crate::amount::{Amount, amounts};
use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::context::Context;
use crate::message::{Message, Words};
use crate::text::{Span, half_width, length};

pub(super) const CHECK: Check = Check {
    id: "share-of-whole",
    group: Group::Count,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "部分和整体对不上", en: "shares of a whole" },
    about: Words {
        zh: "三次产业的比例、占比加起来应当是100（四舍五入差零点几不算）；“其中”后面的税收和非税、城镇和农村、男和女加起来应当是前面的总数。核对一遍，改错的那个。",
        en: "The shares of the three industries make 100 (some tenths are rounding); taxes and other revenue, town and country, men and women after 其中 make the whole before it. Look them up, and change the one that is wrong.",
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
            let before = span.start.saturating_sub(REACH)..span.start;
            if context.holds_any(before, &WHOLES) {
                found.extend(not_a_hundred(subject, context, span, &thousandths));
            }
        }
        let amounts = amounts(context);
        for (idx, amount) in amounts.iter().enumerate() {
            if let Some(span) = industries(context, &amounts[idx..]) {
                let shares = amounts[idx..idx + 3].iter();
                let thousandths: Vec<i64> =
                    shares.map(|share| (share.value * 1000.0).round() as i64).collect();
                found.extend(not_a_hundred(subject, context, span, &thousandths));
            }
            found.extend(halves(subject, context, &amounts[..idx], amount, &amounts[idx + 1..]));
        }
    }
}

fn not_a_hundred(
    subject: &Subject<'_>,
    context: &Context,
    span: Span,
    thousandths: &[i64],
) -> Option<Finding> {
    let total: i64 = thousandths.iter().sum();
    // Rounding: half of the last place for each. Far off is no whole at all: a ratio of
    // 1:2:3, a score.
    let off = (total - HUNDRED).abs();
    if thousandths.len() < 3 || off <= 300 || off > 15_000 {
        return None;
    }
    let total = total as f64 / 1000.0;
    let message = Message::new(
        format!("这几个比例加起来是{total}，不是100。核对一遍，改错的那个。"),
        format!("these shares make {total}, not 100. Look them up, and change the one that is wrong."),
    );
    Some(subject.finding(&CHECK, context.block, span, message))
}

/// 三次产业占比分别为10.5%、40.2%、49.3%: the stretch of the three, where these are the first
/// amounts.
fn industries(context: &Context, amounts: &[Amount]) -> Option<Span> {
    const THREE: [&str; 5] =
        ["三次产业", "一二三产", "一、二、三产", "第一、二、三产业", "第一、第二、第三产业"];
    let [first, second, third, ..] = amounts else { return None };
    let beside = |one: &Amount, next: &Amount| {
        next.span.start - one.span.end == 1 && matches!(context.at(one.span.end), Some('、' | '和' | ','))
    };
    let shares = [first, second, third].iter().all(|amount| amount.unit == "%");
    if !shares || !beside(first, second) || !beside(second, third) {
        return None;
    }
    let clause = context.clause(first.span.start).start..first.span.start;
    let cut = context.holds_any(clause.clone(), &THREE)
        && context.holds_any(clause.clone(), &["分别"])
        && context.holds_any(clause.clone(), &["占", "比重", "结构"])
        && !context.holds_any(clause, &["增长", "增速", "贡献", "拉动", "提高", "下降"]);
    cut.then_some(first.span.start..third.span.end)
}

/// Words for two parts that make a whole, as they stand before the figures.
const HALVES: [(&str, &[&str]); 5] = [
    ("非税", &["税"]),
    ("城镇", &["农村", "乡村"]),
    ("男", &["女"]),
    ("公办", &["民办"]),
    ("省内", &["省外"]),
];

/// 财政收入6.3亿元，其中税收4.1亿元、非税2.4亿元: two halves after 其中, the first of which is
/// this amount, that do not make the one whole before it.
fn halves(
    subject: &Subject<'_>,
    context: &Context,
    before: &[Amount],
    one: &Amount,
    after: &[Amount],
) -> Option<Finding> {
    let sentence = context.sentence(one.span.start);
    let clause = context.clause(one.span.start);
    let among = (clause.start..one.span.start).find(|idx| context.starts(*idx, "其中"))?;
    let same = |other: &&Amount| other.unit == one.unit && sentence.contains(&other.span.start);
    let wholes: Vec<&Amount> = before.iter().filter(same).collect();
    let others: Vec<&Amount> = after.iter().filter(same).collect();
    // Of several wholes nobody knows which is meant: 94.9万人，比上年增加0.1万人，其中…….
    let ([whole], [other]) = (wholes.as_slice(), others.as_slice()) else { return None };
    let first = context.text(among + 2..one.span.start);
    let second = context.text(one.span.end..other.span.start);
    let pair = |one: &str, other: &str| {
        HALVES.iter().any(|(half, others)| {
            one.contains(half) && others.iter().any(|word| other.contains(word) && !other.contains(half))
        })
    };
    let near = other.span.start - one.span.end <= REACH && whole.span.end <= among && !one.unit.contains('%');
    if !near || !is_plain(&first) || !is_plain(&second) || !(pair(&first, &second) || pair(&second, &first)) {
        return None;
    }
    let total = one.value + other.value;
    let off = (total - whole.value).abs();
    if off <= one.rounding + other.rounding + whole.rounding + 1e-6 {
        return None;
    }
    let stated = context.text(whole.span.clone());
    let total = format!("{}{}", (total * 1000.0).round() / 1000.0, one.unit);
    let message = Message::new(
        format!("这两部分加起来是{total}，前面的总数是{stated}。核对一遍，改错的那个。"),
        format!(
            "these two make {total}, and the whole is {stated}. Look them up, and change the one that is wrong."
        ),
    );
    Some(subject.finding(&CHECK, context.block, one.number.start..other.span.end, message))
}

/// 税收收入完成, but not 城镇失业人员再就业, which are some of the people in towns.
fn is_plain(label: &str) -> bool {
    let name = label.trim_matches(|c: char| "，、；,：: ".contains(c));
    let verbs = ["完成", "达到", "实现", "达", "为", "有", "约"];
    let name = verbs.iter().find_map(|verb| name.strip_suffix(verb)).unwrap_or(name);
    (1..=4).contains(&length(name))
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
