//! 序号. 一、二、四、: a part was taken out, or two have become one.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::numeral::{Numeral as Read, Spelling, han};
use crate::shown::PieceKind;
use crate::speech::{BlockKind, Numeral};
use crate::text::{Span, is_blank, length};

pub(super) const CHECK: Check = Check {
    id: "numbering",
    group: Group::Structure,
    severity: Severity::Warning,
    authority: Authority::Standard("GB/T 9704—2012, 7.3.3"),
    name: Words { zh: "序号不连", en: "numbering" },
    about: Words {
        zh: "同一层标题的序号要从一开始，一个接一个。跳了，是删了一段没有改；重了，是添了一段没有改。草稿里的序号由讲台来编，不会错。",
        en: "The headings of one level count from one, without gaps: a gap is a part taken out, a double one a part put in. In a draft Lectern counts, and nothing can go wrong.",
    },
    run,
    examples: include_str!("numbering.txt"),
};

/// A numeral that stands in a row.
#[derive(Clone, Copy)]
struct Counted {
    number: u32,
    spelling: Spelling,
}

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    // The last numeral of each level; a heading begins those below it anew.
    let mut last: [Option<Counted>; 5] = [None; 5];
    for (shown, block) in subject.shown.iter().zip(&subject.speech.blocks) {
        if block.kind == BlockKind::Paragraph {
            count_on(&mut last, &shown.text());
        }
        let (BlockKind::Heading { level, .. }, Some(Numeral::AsWritten(written))) =
            (block.kind, &block.numeral)
        else {
            continue;
        };
        let Some((Read { number, spelling }, _)) = Read::read(&(written.clone() + "。")) else { continue };
        let level_idx = usize::from(level.min(4));
        let before = last[level_idx];
        last[level_idx] = Some(Counted { number, spelling });
        last[level_idx + 1..].fill(None);
        let Some(before) = before.filter(|before| number != before.number + 1 && before.spelling == spelling)
        else {
            continue;
        };
        // 第二， and 第三， stand within paragraphs as often as before them.
        if spelling == Spelling::Ordinal {
            continue;
        }
        // 一、 again, and two at least in the row before, begins another series: an
        // appendix, a second speech in the file.
        if number == 1 && before.number > 1 {
            continue;
        }
        let numeral = shown.pieces.iter().find(|piece| piece.kind == PieceKind::Numeral);
        let Some(span) = numeral.map(|numeral| within_blanks(&numeral.text)) else { continue };
        let (is, was) = (written_as(number, written), written_as(before.number, written));
        let should = written_as(before.number + 1, written);
        let message = if number == before.number {
            Message::new(
                format!("上一个标题也是“{is}”，序号重了。改成“{should}”，后面的跟着改。"),
                format!("the heading before is “{is}” as well. Make it “{should}”, and count on."),
            )
        } else {
            Message::new(
                format!(
                    "上一个标题是“{was}”，这里是“{is}”，序号不连。补上缺的，或者改成“{should}”，后面的跟着改。"
                ),
                format!(
                    "the heading before is “{was}”, and this is “{is}”. Add what is missing, or make it “{should}” and count on."
                ),
            )
        };
        let finding = subject.finding(&CHECK, block.id, span, message);
        found.push(Finding { suggestion: Some(should), ..finding });
    }
}

/// A point so long that it is no heading is a point all the same: it counts on.
fn count_on(last: &mut [Option<Counted>; 5], text: &str) {
    let Some((Read { number, spelling }, _)) = Read::read(text) else { return };
    let row = last.iter_mut().flatten().find(|row| row.spelling == spelling && row.number + 1 == number);
    if let Some(row) = row {
        row.number = number;
    }
}

/// The numeral without the blanks around it.
pub(super) fn within_blanks(text: &str) -> Span {
    let n_before = text.chars().take_while(|c| is_blank(*c)).count();
    let n_after = text.chars().rev().take_while(|c| is_blank(*c)).count();
    n_before..length(text).saturating_sub(n_after).max(n_before)
}

/// Another number, its brackets and marks as the numeral has them: （一） → （二）.
fn written_as(number: u32, like: &str) -> String {
    let like = like.trim_matches(is_blank);
    let is_digit = |c: char| c.is_ascii_digit() || c.is_numeric() && !('一'..='龥').contains(&c);
    let of_number = |c: char| is_digit(c) || "零〇一二三四五六七八九十百".contains(c);
    let start = like.find(of_number).unwrap_or(0);
    let end = like[start..].find(|c| !of_number(c)).map_or(like.len(), |end| start + end);
    let old = &like[start..end];
    let new = match old.chars().next() {
        Some('①'..='⑳') => {
            char::from_u32('①' as u32 + number.saturating_sub(1)).map(String::from).unwrap_or_default()
        }
        Some(c) if is_digit(c) => number.to_string(),
        _ => han(number),
    };
    format!("{}{new}{}", &like[..start], &like[end..])
}
