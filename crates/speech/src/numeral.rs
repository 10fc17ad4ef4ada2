//! Numbers as speeches write them: 二十三, 二〇二〇, 23, ２３; and the numerals
//! before headings: 第一部分, 一、, （一）, 第一，, 1., （1）, ①.

use crate::text::{half_width, is_blank};

/// A number in Han numerals, 0 to 9999: 23 → 二十三, 105 → 一百零五. A larger one
/// is given in Arabic digits.
pub fn han(number: u32) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    if number > 9999 {
        return number.to_string();
    }
    let mut words = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        if digit == 0 {
            gap = !words.is_empty();
            continue;
        }
        if gap {
            words.push('零');
        }
        gap = false;
        // 十五, not 一十五; but 一百一十五.
        if !(unit == 10 && digit == 1 && words.is_empty()) {
            words.push(HAN_DIGITS[digit as usize]);
        }
        words.push_str(name);
    }
    words
}

const HAN_DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The number that a text begins with, and the rest: 二十三届 → 23, 届. Han numerals
/// with or without 十百千, 〇, 两, digits of either width; 0 to 9999.
pub fn read_number(text: &str) -> Option<(u32, &str)> {
    read_digits(text).or_else(|| read_han(text))
}

/// The number that a text begins with in Han numerals, and the rest.
pub fn read_han(text: &str) -> Option<(u32, &str)> {
    let end_bytes = text.find(|c| han_value(c).is_none()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end_bytes);
    han_number(word).map(|number| (number, rest))
}

fn read_digits(text: &str) -> Option<(u32, &str)> {
    let end_bytes = text.find(|c| !half_width(c).is_ascii_digit()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end_bytes);
    let digits: String = word.chars().map(half_width).collect();
    let number = digits.parse().ok().filter(|number| *number <= 9999)?;
    Some((number, rest))
}

/// What a Han numeral stands for: a digit, or a unit of ten, hundred, thousand.
fn han_value(character: char) -> Option<Value> {
    Some(match character {
        '零' | '〇' => Value::Digit(0),
        '一' => Value::Digit(1),
        '二' | '两' => Value::Digit(2),
        '三' => Value::Digit(3),
        '四' => Value::Digit(4),
        '五' => Value::Digit(5),
        '六' => Value::Digit(6),
        '七' => Value::Digit(7),
        '八' => Value::Digit(8),
        '九' => Value::Digit(9),
        '十' => Value::Unit(10),
        '百' => Value::Unit(100),
        '千' => Value::Unit(1000),
        _ => return None,
    })
}

enum Value {
    Digit(u32),
    Unit(u32),
}

/// A whole word of Han numerals: 十五, 二十三, 一百零五; 二〇二〇 digit by digit.
/// Anything else (二三十, 十百) is no number.
fn han_number(word: &str) -> Option<u32> {
    let values: Vec<Value> = word.chars().map(han_value).collect::<Option<_>>()?;
    if values.is_empty() {
        return None;
    }
    if values.iter().all(|value| matches!(value, Value::Digit(_))) {
        // One digit, or a year read digit by digit; 二三 is "two or three".
        if values.len() != 1 && values.len() != 4 && !word.contains('〇') {
            return None;
        }
        let digits = values.iter().map(|value| match value {
            Value::Digit(digit) => *digit,
            Value::Unit(_) => 0,
        });
        return (values.len() <= 4).then(|| digits.fold(0, |number, digit| number * 10 + digit));
    }
    let mut number = 0;
    let mut digit = None;
    let mut last_unit = u32::MAX;
    for value in values {
        match value {
            Value::Digit(0) => digit = None,
            Value::Digit(next) if digit.is_none() => digit = Some(next),
            Value::Digit(_) => return None,
            Value::Unit(unit) if unit < last_unit => {
                // 十 alone is ten; 百 and 千 need their digit.
                let times = digit.take().or_else(|| (unit == 10 && number == 0).then_some(1))?;
                number += times * unit;
                last_unit = unit;
            }
            Value::Unit(_) => return None,
        }
    }
    Some(number + digit.unwrap_or(0))
}

/// The numeral before a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// What it counts to, from 1.
    pub number: u32,
    /// How it is written.
    pub spelling: Spelling,
}

/// How the numeral before a heading is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// 第一部分
    Part,
    /// 一、
    Han,
    /// （一） or (一)
    HanInBrackets,
    /// 第一，
    Ordinal,
    /// 1. or 1． or 1、
    Digits,
    /// （1） or (1) or 1）
    DigitsInBrackets,
    /// ①
    Circled,
}

impl Spelling {
    /// The level of a heading so numbered, 1 to 4, where no 第一部分 stands above.
    pub fn level(self) -> u8 {
        match self {
            Self::Part | Self::Han => 1,
            Self::HanInBrackets | Self::Ordinal => 2,
            Self::Digits => 3,
            Self::DigitsInBrackets | Self::Circled => 4,
        }
    }
}

impl Numeral {
    /// The numeral that a line begins with, after blanks, and the rest of the line
    /// after the blanks that follow it.
    ///
    /// `1.5亿元` has none, nor has `一是` or `2020年`; numbers go to 99.
    pub fn read(line: &str) -> Option<(Self, &str)> {
        let line = line.trim_start_matches(is_blank);
        let (numeral, rest) =
            [part, bracketed, ordinal, plain, circled].into_iter().find_map(|read| read(line))?;
        (1..=99).contains(&numeral.number).then(|| (numeral, rest.trim_start_matches(is_blank)))
    }
}

/// 第一部分
fn part(line: &str) -> Option<(Numeral, &str)> {
    let (number, rest) = read_number(line.strip_prefix('第')?)?;
    let rest = ["部分", "章"].iter().find_map(|word| rest.strip_prefix(word))?;
    let rest = rest.trim_start_matches(is_blank);
    let rest = rest.strip_prefix(['、', '，', '：', ':', '.', '．']).unwrap_or(rest);
    // 第一部分企业 is a sentence; a heading goes on after a mark or a blank, or says no more.
    Some((Numeral { number, spelling: Spelling::Part }, rest))
}

/// （一） (一) （1） (1) 1）
fn bracketed(line: &str) -> Option<(Numeral, &str)> {
    let opened = line.strip_prefix(['（', '(', '〔']);
    let inner = opened.unwrap_or(line).trim_start_matches(is_blank);
    let (number, rest) = read_number(inner)?;
    let rest = rest.trim_start_matches(is_blank).strip_prefix(['）', ')', '〕'])?;
    let spelling = match read_digits(inner) {
        Some(_) => Spelling::DigitsInBrackets,
        None if opened.is_some() => Spelling::HanInBrackets,
        None => return None,
    };
    // （一）、 is a slip of the pen that is common enough to be read.
    Some((Numeral { number, spelling }, rest.strip_prefix('、').unwrap_or(rest)))
}

/// 第一， 第一、 第一：
fn ordinal(line: &str) -> Option<(Numeral, &str)> {
    let (number, rest) = read_han(line.strip_prefix('第')?)?;
    let rest = rest.strip_prefix(['，', ',', '、', '：', ':'])?;
    Some((Numeral { number, spelling: Spelling::Ordinal }, rest))
}

/// 一、 1. 1． 1、
fn plain(line: &str) -> Option<(Numeral, &str)> {
    if let Some((number, rest)) = read_han(line) {
        let rest = rest.trim_start_matches(is_blank).strip_prefix(['、', '．', '.'])?;
        return Some((Numeral { number, spelling: Spelling::Han }, rest));
    }
    let (number, rest) = read_digits(line)?;
    // 2 、 is a slip; 2 .5 is not a numeral.
    let rest = rest.trim_start_matches(is_blank).strip_prefix(['.', '．', '、'])?;
    // 1.5亿元 and 1、2号楼 are figures.
    let goes_on = rest.chars().next().map(half_width);
    let figure = goes_on.is_some_and(|next| next.is_ascii_digit());
    (!figure).then_some((Numeral { number, spelling: Spelling::Digits }, rest))
}

/// ① to ⑳
fn circled(line: &str) -> Option<(Numeral, &str)> {
    let first = line.chars().next()?;
    let number = match first {
        '①'..='⑳' => first as u32 - '①' as u32 + 1,
        '㈠'..='㈩' => {
            let number = first as u32 - '㈠' as u32 + 1;
            return Some((Numeral { number, spelling: Spelling::HanInBrackets }, &line[first.len_utf8()..]));
        }
        _ => return None,
    };
    let rest = &line[first.len_utf8()..];
    Some((Numeral { number, spelling: Spelling::Circled }, rest.strip_prefix('、').unwrap_or(rest)))
}

/// A marker with another number: 三是, 2 → 二是. One without a number stays as it is.
pub fn recount(marker: &str, number: u32) -> String {
    let (before, counted) = match marker.strip_prefix('第') {
        Some(rest) => ("第", rest),
        None => ("", marker),
    };
    match read_han(counted) {
        Some((_, rest)) => format!("{before}{}{rest}", han(number)),
        None => marker.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_reads_back() {
        for number in 0..=9999 {
            let words = han(number);
            assert_eq!(read_number(&words), Some((number, "")), "{words}");
        }
    }

    #[track_caller]
    fn reads(text: &str, number: u32, rest: &str) {
        assert_eq!(read_number(text), Some((number, rest)));
    }

    #[test]
    fn numbers_in_all_spellings() {
        reads("二十三届", 23, "届");
        reads("２３届", 23, "届");
        reads("二〇二〇年", 2020, "年");
        reads("两个", 2, "个");
        reads("十", 10, "");
        reads("一百零五条", 105, "条");
        assert_eq!(read_number("二三十人"), None);
        assert_eq!(read_number("县"), None);
    }

    #[track_caller]
    fn heading(line: &str, level: u8, number: u32, rest: &str) {
        let (numeral, left) = Numeral::read(line).expect(line);
        assert_eq!((numeral.spelling.level(), numeral.number, left), (level, number, rest), "{line}");
    }

    #[test]
    fn numerals_of_headings_in_all_spellings() {
        heading("一、提高认识", 1, 1, "提高认识");
        heading("　　十二、 提高认识", 1, 12, "提高认识");
        heading("第三部分 工作任务", 1, 3, "工作任务");
        heading("（二）抓落实", 2, 2, "抓落实");
        heading("(二) 抓落实", 2, 2, "抓落实");
        heading("（二）、抓落实", 2, 2, "抓落实");
        heading("第二，抓落实", 2, 2, "抓落实");
        heading("1.完善台账", 3, 1, "完善台账");
        heading("１．完善台账", 3, 1, "完善台账");
        heading("12、完善台账", 3, 12, "完善台账");
        heading("（3）专人负责", 4, 3, "专人负责");
        heading("3）专人负责", 4, 3, "专人负责");
        heading("③专人负责", 4, 3, "专人负责");
    }

    #[test]
    fn what_is_no_numeral() {
        for line in ["一是抓落实", "1.5亿元", "2020年", "第一时间", "一季度", "", "（县长）", "1、2号楼"]
        {
            assert_eq!(Numeral::read(line), None, "{line}");
        }
    }

    #[test]
    fn markers_are_counted_anew() {
        assert_eq!(recount("三是", 2), "二是");
        assert_eq!(recount("第三", 12), "第十二");
        assert_eq!(recount("首先", 2), "首先");
    }
}
