//! The time that a figure is of: 一季度 of 一季度，全县用水量增长X%.

use super::LONGEST;
use crate::field::Place;
use crate::text::{half_width, is_blank, length};

/// Puts the time of the sentence before a label that has none: 一季度，全县用水量增长X%.
/// A time that is only compared with (比上年) or told of (总结去年工作) is not the figure's.
pub(super) fn with_time(place: &Place<'_>, label: String) -> String {
    let sentence = place.before("。！？");
    let clauses: Vec<&str> = sentence.split(['，', '；', '：']).collect();
    let own = clauses.len() - 1;
    let time = clauses.iter().enumerate().rev().find_map(|(idx, clause)| {
        let (at, time) = last_time(clause)?;
        let compared = clause[..at].ends_with(['比', '较']);
        let begins = first_time(clause) == Some(0);
        (begins || idx == own && !compared).then_some(time)
    });
    match time {
        Some(time) if !label.contains(&time) && length(&label) + length(&time) <= LONGEST => {
            format!("{time}{label}")
        }
        _ => label,
    }
}

const TIMES: [&str; 11] =
    ["一季度", "二季度", "三季度", "四季度", "前三季度", "上半年", "下半年", "去年", "今年", "明年", "上年"];

/// The last time that a clause names, and where in bytes.
fn last_time(clause: &str) -> Option<(usize, String)> {
    // Most clauses name none, and none is without these.
    clause.contains(['年', '季']).then_some(())?;
    let named = TIMES.into_iter().filter_map(|word| clause.rfind(word).map(|at| (at, word.to_owned())));
    named.chain(year_in(clause)).max_by_key(|(at, word)| (*at + word.len(), word.len()))
}

/// Where the first time of a clause begins, in bytes.
fn first_time(clause: &str) -> Option<usize> {
    let clause_start = clause.len() - clause.trim_start_matches(is_blank).len();
    let named = TIMES.into_iter().filter_map(|word| clause.find(word));
    let year = clause.find('年').and_then(|at| year_in(&clause[..at + '年'.len_utf8()])).map(|(at, _)| at);
    named.chain(year).min().map(|at| at - clause_start.min(at))
}

/// The last 2019年 of a text, and where it begins in bytes.
fn year_in(text: &str) -> Option<(usize, String)> {
    text.match_indices('年').rev().find_map(|(at_bytes, _)| {
        let digits: Vec<char> = text[..at_bytes].chars().rev().take(4).collect();
        let year: String = digits.iter().rev().copied().chain(['年']).collect();
        (digits.len() == 4 && digits.iter().all(|c| half_width(*c).is_ascii_digit()))
            .then(|| (at_bytes + '年'.len_utf8() - year.len(), year))
    })
}
