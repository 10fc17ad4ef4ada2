//! 稿次. What the name of a file says of how far its text had come.
//!
//! ```text
//! 在全县经济工作会议上的讲话（二稿）20240318.docx   the second draft, of 18 March
//! 讲话v3-定稿.docx                                 the final text, third version
//! ```
//!
//! A file's name promises nothing; it is asked only which of several texts of one speech is
//! the later one.

use crate::occasion::Day;
use crate::text::{half_width, trim};

/// How far a text had come, by the name of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// 初稿 10, 二稿 12, 送审稿 35, 定稿 50; 45 for a name that says nothing.
    pub stage: u32,
    /// The day in the name: 20240318, 2024-3-18, 2024.03.18.
    pub date: Option<Day>,
    /// v2, V3.
    pub version: Option<u32>,
    /// The name without all that.
    pub bare: String,
}

impl Edition {
    /// Of two texts of one speech, the later one has the greater order.
    pub fn order(&self) -> (u32, Option<Day>, Option<u32>) {
        (self.stage, self.date, self.version)
    }
}

/// The rank of a name that says nothing.
const UNSAID: u32 = 45;

/// What a name says; its ending (`.docx`) does not matter.
pub fn edition(name: &str) -> Edition {
    let mut rest: Vec<char> = stem(name).chars().map(half_width).collect();
    let date = take_date(&mut rest);
    let version = take_version(&mut rest);
    let mut bare: String = rest.into_iter().collect();
    let mut stage = None;
    for (words, rank) in ranks() {
        if bare.contains(words) {
            bare = bare.replace(words, "");
            stage = stage.max(Some(rank));
        }
    }
    let marks = ['(', ')', '-', '_', '.', ' ', '[', ']', '【', '】', '—', '、', '·', '第', '改'];
    Edition {
        stage: stage.unwrap_or(UNSAID),
        date,
        version,
        bare: trim(bare.trim_matches(marks)).replace("()", ""),
    }
}

/// A file's name without its ending.
pub fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => stem,
        _ => name,
    }
}

fn is_ending(ending: &str) -> bool {
    (1..=8).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !ending.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words with their ranks, the longest first, as 征求意见稿 holds 征求意见.
fn ranks() -> Vec<(&'static str, u32)> {
    let lines = include_str!("../data/editions.txt").lines().filter(|line| !line.starts_with('#'));
    let mut ranks: Vec<(&str, u32)> = lines
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(words, rank)| Some((words, rank.parse().ok()?)))
        .collect();
    ranks.sort_by_key(|(words, _)| usize::MAX - words.len());
    ranks
}

/// Takes the last day out of a name.
fn take_date(name: &mut Vec<char>) -> Option<Day> {
    let (at, n_chars, day) =
        (0..name.len()).rev().find_map(|at| date_at(name, at).map(|(n_chars, day)| (at, n_chars, day)))?;
    name.drain(at..at + n_chars);
    Some(day)
}

/// The day that is written at a place, and its length in characters.
pub(crate) fn date_at(name: &[char], at: usize) -> Option<(usize, Day)> {
    let rest = &name[at..];
    if at > 0 && name[at - 1].is_ascii_digit() || rest.iter().take(4).any(|c| !c.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, most: usize| {
        let digits: String = rest.iter().skip(from).take(most).take_while(|c| c.is_ascii_digit()).collect();
        digits.parse::<u32>().ok().map(|number| (digits.len(), number))
    };
    let (_, year) = number(0, 4)?;
    let n_digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    let (n_chars, month, day) = if n_digits == 8 {
        (8, number(4, 2)?.1, number(6, 2)?.1)
    } else if n_digits == 4 && rest.get(4).is_some_and(|c| "-._年".contains(*c)) {
        let (n_month, month) = number(5, 2)?;
        rest.get(5 + n_month).filter(|c| "-._月".contains(**c))?;
        let (n_day, day) = number(6 + n_month, 2)?;
        let tail = usize::from(rest.get(6 + n_month + n_day) == Some(&'日'));
        (6 + n_month + n_day + tail, month, day)
    } else {
        return None;
    };
    let day = Day::read(&format!("{year:04}-{month:02}-{day:02}"))
        .filter(|day| (1950..2100).contains(&day.year))?;
    Some((n_chars, day))
}

/// Takes a version out of a name: a v before a number, no letter before it.
fn take_version(name: &mut Vec<char>) -> Option<u32> {
    let is_v = |at: usize| {
        matches!(name[at], 'v' | 'V')
            && name.get(at + 1).is_some_and(char::is_ascii_digit)
            && !at.checked_sub(1).is_some_and(|before| name[before].is_ascii_alphanumeric())
    };
    let at = (0..name.len()).rev().find(|at| is_v(*at))?;
    let digits: String = name[at + 1..].iter().take_while(|c| c.is_ascii_digit()).take(6).collect();
    name.drain(at..=at + digits.len());
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name, and all that is told of it: stage, day, version, what is left.
    #[track_caller]
    fn told(name: &str, expected: &str) {
        let Edition { stage, date, version, bare } = edition(name);
        let date = date.map_or("-".to_owned(), |day| day.to_string());
        let version = version.map_or("-".to_owned(), |version| version.to_string());
        assert_eq!(format!("{stage} {date} {version} {bare}"), expected, "{name}");
    }

    #[test]
    fn names_as_offices_give_them() {
        told("讲话（初稿）.docx", "10 - - 讲话");
        told("在全县大会上的讲话（二稿）20240318.docx", "12 2024-03-18 - 在全县大会上的讲话");
        told("讲话v3-定稿.doc", "50 - 3 讲话");
        told("讲话（征求意见稿）.wps", "30 - - 讲话");
        told("2024年3月18日讲话.txt", "45 2024-03-18 - 讲话");
        told("2024-3-8 讲话（送审稿）V2.docx", "35 2024-03-08 2 讲话");
        told("经济工作会讲话最终版.docx", "50 - - 经济工作会讲话");
        told("讲话第三稿.docx", "13 - - 讲话");
    }

    #[test]
    fn names_that_say_nothing() {
        told("在全县经济工作会议上的讲话.docx", "45 - - 在全县经济工作会议上的讲话");
        told("2020年政府工作报告.docx", "45 - - 2020年政府工作报告");
        told("关于20241318号文件.docx", "45 - - 关于20241318号文件");
        told("TV2台.txt", "45 - - TV2台");
        told("", "45 - - ");
    }

    #[test]
    fn the_later_one_is_the_greater_one() {
        let names = ["稿提纲.txt", "稿（初稿）.txt", "稿二稿v1.txt", "稿二稿v2.txt", "稿.txt", "稿 定稿.txt"];
        assert!(names.windows(2).all(|pair| edition(pair[0]).order() < edition(pair[1]).order()));
    }
}
