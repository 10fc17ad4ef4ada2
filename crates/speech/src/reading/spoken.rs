//! Numbers as they are said: 14.7% 百分之十四点七, 3.75万亿元 三点七五万亿元, 2025年 二〇二五年.

use super::{Spoken, starts};
use crate::text::{Span, half_width, length};

/// A number of a text with its unit.
pub(super) struct Number {
    pub(super) span: Span,
    /// How it is said; nothing for what anybody reads at sight (3个, 120户) and for numbers
    /// that are none (12345热线).
    words: Option<String>,
}

impl Number {
    pub(super) fn spoken(self) -> Option<Spoken> {
        let Self { span, words } = self;
        words.map(|words| Spoken { span, words })
    }
}

const SCALES: [&str; 7] = ["万亿", "千亿", "百亿", "亿", "千万", "百万", "万"];

/// Units that the list of measure words does not have; the longer ones first.
const MORE_UNITS: [&str; 14] =
    ["个百分点", "平方公里", "亿立方米", "美元", "欧元", "元", "月", "日", "号", "时", "分", "个", "届", "℃"];

/// What makes digits a name: they are said one by one, each house its own way.
const NAMED: [&str; 6] = ["热线", "电话", "平台", "号文", "工程", "专项"];

/// The numbers of a text that are written in digits, in order.
pub(super) fn numbers(chars: &[char]) -> Vec<Number> {
    let units = units();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !digit(chars, at) {
            at += 1;
            continue;
        }
        let number = number(chars, at, &units);
        at = number.span.end;
        // GDP, G7, 5G: digits of a name.
        let before = number.span.start.checked_sub(1).map(|before| half_width(chars[before]));
        let after = chars.get(number.span.end).copied().map(half_width);
        let named = |next: Option<char>| next.is_some_and(|next| next.is_ascii_alphanumeric());
        let named = named(before) || named(after);
        numbers.push(if named { Number { words: None, ..number } } else { number });
    }
    numbers
}

/// The measure words, the longest first.
fn units() -> Vec<&'static str> {
    let listed = include_str!("../../data/measures.txt").lines().filter(|line| !line.starts_with('#'));
    let mut units: Vec<&str> =
        listed.map(str::trim).filter(|unit| !unit.is_empty()).chain(MORE_UNITS).collect();
    units.sort_by_key(|unit| std::cmp::Reverse(length(unit)));
    units
}

fn digit(chars: &[char], at: usize) -> bool {
    chars.get(at).is_some_and(|c| half_width(*c).is_ascii_digit())
}

fn number(chars: &[char], start: usize, units: &[&str]) -> Number {
    let (digits, end) = digits(chars, start);
    if let Some(number) = year(chars, start, &digits, end) {
        return number;
    }
    let said = say(&digits);
    let sign = chars.get(end).copied();
    if let Some(base) = match sign {
        Some('%' | '％') => Some("百分之"),
        Some('‰') => Some("千分之"),
        _ => None,
    } {
        return Number { span: start..end + 1, words: said.map(|said| format!("{base}{said}")) };
    }
    let scale = SCALES.iter().find(|scale| starts(chars, end, scale)).copied().unwrap_or("");
    let counted_at = end + length(scale);
    let unit = units.iter().find(|unit| starts(chars, counted_at, unit)).copied().unwrap_or("");
    let span = start..counted_at + length(unit);
    let long = digits.contains('.') || digits.len() >= 4;
    let named = scale.is_empty() && NAMED.iter().any(|word| starts(chars, end, word));
    // 2 before 万 and 亿 is 两.
    let said = if digits == "2" && !scale.is_empty() { Some("两".to_owned()) } else { said };
    let unit = if unit == "℃" { "摄氏度" } else { unit };
    let words = said.filter(|_| long && !named).map(|said| format!("{said}{scale}{unit}"));
    Number { span, words }
}

/// The digits of a number, one point among them and no commas, and where they end.
fn digits(chars: &[char], start: usize) -> (String, usize) {
    let mut digits = String::new();
    let mut end = start;
    while let Some(c) = chars.get(end).copied().map(half_width) {
        let thousands = (1..=3).all(|n| digit(chars, end + n)) && !digit(chars, end + 4);
        if c.is_ascii_digit() || (c == '.' && !digits.contains('.') && digit(chars, end + 1)) {
            digits.push(c);
        } else if !(c == ',' && thousands && !digits.contains('.')) {
            break;
        }
        end += 1;
    }
    (digits, end)
}

/// 2025年, and 2020 of 2020—2025年: digit by digit.
fn year(chars: &[char], start: usize, digits: &str, end: usize) -> Option<Number> {
    if digits.len() != 4 || !matches!(digits.as_bytes()[0], b'1' | b'2') {
        return None;
    }
    let one_by_one = || digits.chars().map(han_digit).collect::<String>();
    if chars.get(end) == Some(&'年') {
        // 2000年前, 1000年来 are lengths of time.
        let lasts = ["年前", "年来", "年间", "年以"].iter().any(|word| starts(chars, end, word));
        let words = (!lasts || !digits.ends_with("00")).then(|| format!("{}年", one_by_one()));
        return Some(Number { span: start..end + 1, words });
    }
    let dash = chars.get(end).is_some_and(|c| "—–-~～至".contains(*c));
    let to = end + 1;
    let goes_on = dash && (to..to + 4).all(|at| digit(chars, at)) && chars.get(to + 4) == Some(&'年');
    goes_on.then(|| Number { span: start..end, words: Some(one_by_one()) })
}

/// A number in words; nothing for one that is beyond all that is counted.
fn say(digits: &str) -> Option<String> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    // 007 is no quantity.
    if whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    let whole = integer(whole.parse().ok()?)?;
    if decimals.is_empty() {
        return Some(whole);
    }
    let decimals: String =
        decimals.chars().map(han_digit).map(|c| if c == '〇' { '零' } else { c }).collect();
    Some(format!(
        "{}点{decimals}",
        if whole.starts_with('两') { whole.replacen('两', "二", 1) } else { whole }
    ))
}

/// A whole number below a thousand 万亿, in words.
fn integer(number: u64) -> Option<String> {
    if number == 0 {
        return Some("零".to_owned());
    }
    if number >= 10_000_000_000_000_000 {
        return None;
    }
    let mut words = String::new();
    let mut gap = false;
    for (group, name) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let value = number / group % 10_000;
        if value == 0 {
            gap = !words.is_empty();
            continue;
        }
        if !words.is_empty() && (std::mem::take(&mut gap) || value < 1000) {
            words.push('零');
        }
        words.push_str(&below_ten_thousand(value, words.is_empty()));
        // 3万亿 and 5000亿 are said together: 三万五千亿.
        let together = name == "万亿" && !(number / 100_000_000).is_multiple_of(10_000);
        words.push_str(if together { "万" } else { name });
    }
    // 2000 is 两千, 22000 二万二千: only what comes first, before 千, 万 and 亿.
    let mut rest = words.chars();
    let first_is_two = rest.next() == Some('二') && rest.next().is_some_and(|unit| "千万亿".contains(unit));
    Some(if first_is_two { words.replacen('二', "两", 1) } else { words })
}

fn below_ten_thousand(value: u64, first: bool) -> String {
    let mut words = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / unit % 10;
        if digit == 0 {
            gap = !words.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            words.push('零');
        }
        // 十五万, but 三亿零一十五万.
        if !(unit == 10 && digit == 1 && words.is_empty() && first) {
            words.push(han_digit(char::from(b'0' + digit as u8)));
        }
        words.push_str(name);
    }
    words
}

fn han_digit(digit: char) -> char {
    let digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    digit.to_digit(10).and_then(|digit| digits.get(digit as usize)).copied().unwrap_or(digit)
}
