//! A day as a writer puts it down: 2026年3月18日, 二〇二六年三月十八日, 3月18日, 2026-03-18,
//! 2026/3/18, 20260318, each with the day of the week behind it or without.

use super::Day;
use crate::message::Message;
use crate::numeral::read_number;
use crate::text::{half_width, is_blank};

/// Words that were to be a day and are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADay {
    /// The words as they were written.
    pub written: String,
}

impl NotADay {
    /// What the writer reads.
    pub fn message(&self) -> Message {
        let written = &self.written;
        Message::new(
            format!("“{written}”看不懂是哪一天。请写成 2026年3月18日 或 2026-03-18。"),
            format!("“{written}” is no day that can be read. Write 2026-03-18 or 2026年3月18日."),
        )
    }
}

/// The years in which speeches are given.
const YEARS: std::ops::RangeInclusive<u32> = 1949..=2199;

impl Day {
    /// Reads a day in any of the ways in which offices write it. One without a year is the next
    /// such day from `today` on; where `today` is not known, it is none.
    ///
    /// Errors: the words are no day, or no day of the years 1949 to 2199.
    pub fn written(written: &str, today: Option<Self>) -> Result<Self, NotADay> {
        let plain: String = written.chars().map(half_width).filter(|c| !is_blank(*c)).collect();
        let refused = || NotADay { written: written.trim().to_owned() };
        let (year, month, day) = parts(without_week_day(&plain)).ok_or_else(refused)?;
        let in_year = |year: u32| Self::read(&format!("{year:04}-{month:02}-{day:02}"));
        let found = match (year, today) {
            (Some(year), _) => in_year(year),
            // 29 February is eight years away at the most.
            (None, Some(today)) => (0..=8)
                .filter_map(|years| in_year(u32::try_from(today.year).ok()? + years))
                .find(|day| *day >= today),
            (None, None) => None,
        };
        found.filter(|day| YEARS.contains(&day.year.unsigned_abs())).ok_or_else(refused)
    }
}

/// The words without 星期三, （星期三）, 周三 behind them.
fn without_week_day(written: &str) -> &str {
    let bare = written.trim_end_matches(')');
    let mut before = bare.char_indices().rev();
    let is_day = before.next().is_some_and(|(_, c)| "一二三四五六日天".contains(c));
    let front = ["星期", "礼拜", "周"].iter().find_map(|week| {
        let (at, _) = before.clone().nth(week.chars().count() - 1)?;
        bare[at..].starts_with(week).then(|| &bare[..at])
    });
    front.filter(|_| is_day).map_or(written, |front| front.trim_end_matches('('))
}

/// Year, month and day; the year may be left out before 月.
fn parts(written: &str) -> Option<(Option<u32>, u32, u32)> {
    if written.len() == 8 && written.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |range: std::ops::Range<usize>| written[range].parse().ok();
        return Some((Some(number(0..4)?), number(4..6)?, number(6..8)?));
    }
    let (first, rest) = read_number(written)?;
    let mark = rest.chars().next()?;
    let rest = &rest[mark.len_utf8()..];
    if mark == '月' {
        return Some((None, first, day(rest)?));
    }
    let (month, rest) = read_number(rest)?;
    match mark {
        // 26年 is how it is said.
        '年' => {
            let year = if first < 100 { 2000 + first } else { first };
            Some((Some(year), month, day(rest.strip_prefix('月')?)?))
        }
        '-' | '/' | '.' => Some((Some(first), month, day(rest.strip_prefix(mark)?)?)),
        _ => None,
    }
}

/// 18, 18日, 18号, and nothing behind it.
fn day(written: &str) -> Option<u32> {
    let (day, rest) = read_number(written)?;
    ["", "日", "号"].contains(&rest).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_offices_write_it() {
        let today = Day::read("2026-11-26");
        for (written, day) in [
            ("2026年3月18日", "2026-03-18"),
            ("２０２６年３月１８日", "2026-03-18"),
            (" 2026 年 3 月 18 日 ", "2026-03-18"),
            ("2026年03月18号", "2026-03-18"),
            ("2026年3月18", "2026-03-18"),
            ("二〇二六年三月十八日", "2026-03-18"),
            ("二零二六年十二月三十一日", "2026-12-31"),
            ("26年3月18日", "2026-03-18"),
            ("2026-03-18", "2026-03-18"),
            ("2026-3-8", "2026-03-08"),
            ("2026/3/18", "2026-03-18"),
            ("2026.3.18", "2026-03-18"),
            ("２０２６．３．１８", "2026-03-18"),
            ("20260318", "2026-03-18"),
            ("2026年3月18日（星期三）", "2026-03-18"),
            ("2026年3月18日 周三", "2026-03-18"),
            ("2026-03-18 星期三", "2026-03-18"),
            ("十二月一日星期二", "2026-12-01"),
            ("11月26日", "2026-11-26"),
            ("11月25日", "2027-11-25"),
            ("2月29日", "2028-02-29"),
            ("1949年10月1日", "1949-10-01"),
        ] {
            assert_eq!(
                Day::written(written, today).map(|day| day.to_string()),
                Ok(day.to_owned()),
                "{written}"
            );
        }
    }

    #[test]
    fn what_is_no_day_is_refused_in_words() {
        for written in [
            "",
            "明年春天",
            "2026年",
            "2026年3月",
            "3月",
            "2026年2月30日",
            "2026年13月1日",
            "2026年0月1日",
            "2月30日",
            "2026-3/18",
            "11/26/2026",
            "2026年3月18日上午",
            "1948-03-18",
            "2200-03-18",
            "12026-03-18",
            "99999999",
            "星期三",
            "周",
            "）",
        ] {
            let refused = Day::written(written, Day::read("2026-11-26")).unwrap_err();
            assert!(refused.message().zh.starts_with(&format!("“{written}”")), "{written}");
        }
        assert!(Day::written("3月18日", None).is_err());
    }
}
