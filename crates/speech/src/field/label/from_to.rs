//! The two figures of a change: 平均年龄由X岁下降到X岁.
//!
//! ```text
//! 收入从20XX年的X万元增加到X万元       原收入, 现收入
//! ```

use super::figure::{number_word, split_change, without_openers};
use crate::field::Place;
use crate::speech::FieldKind;
use crate::text::{half_width, length};

/// The verbs that lead to the second figure.
const TO: [&str; 24] = [
    "增加到",
    "提高到",
    "下降到",
    "降低到",
    "减少到",
    "上升到",
    "扩大到",
    "增长到",
    "提升到",
    "精简到",
    "压减到",
    "缩短到",
    "发展到",
    "调整到",
    "降到",
    "升到",
    "增加至",
    "提高至",
    "增至",
    "降至",
    "减至",
    "升至",
    "扩大至",
    "压缩至",
];

/// 原平均年龄 of a figure after 由 or 从, 现平均年龄 of the one that it came to.
pub(super) fn from_to(place: &Place<'_>) -> Option<String> {
    let before = place.before("。；：，！？");
    let led = without_time(&before);
    let (lead, rest) = match TO.iter().find_map(|verb| led.strip_suffix(verb)) {
        Some(rest) => ("现", rest),
        None => ("原", led),
    };
    let at =
        if lead == "原" { rest.strip_suffix(['由', '从'])?.len() } else { rest.find(['由', '从'])? };
    let follows = place.after("。；：，！？");
    if lead == "原" && !TO.iter().any(|verb| follows.contains(verb)) {
        return None;
    }
    let (subject, _) = split_change(&without_openers(&rest[..at]), place.measured().kind);
    let unit = place.measured().unit.as_deref().unwrap_or("");
    let measure = if place.measured().kind == FieldKind::Number { number_word(unit) } else { "" };
    let measure = if subject.ends_with(measure) { "" } else { measure };
    (length(&subject) >= 2).then(|| format!("{lead}{subject}{measure}"))
}

/// 收入从 of 收入从20XX年的, 班子由 of 班子由原来的.
fn without_time(before: &str) -> &str {
    let bare = before.trim_end_matches('的');
    let bare =
        ["原来", "过去", "去年", "上年"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    match bare.strip_suffix('年') {
        Some(year) => year.trim_end_matches(|c| half_width(c).is_ascii_digit() || "XxＸ×*_○".contains(c)),
        None => bare,
    }
}
