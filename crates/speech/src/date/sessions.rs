//! Sessions by number: 十三届全国人大三次会议, 县委十五届五次全会.

use super::{Look, Read};
use crate::context::Context;
use crate::numeral;
use crate::text::is_one_of;

/// The first year of the n-th National People's Congress, which sits for five: the
/// thirteenth met in 2018.
fn first_year(congress: u32) -> i32 {
    1953 + 5 * i32::try_from(congress).unwrap_or(0)
}

/// 十三届全国人大三次会议, 第十五届县委第五次全会
pub(super) fn session(look: &Look<'_>, at: usize) -> Option<(usize, Read)> {
    let context = look.context;
    let start = if context.at(at) == Some('第') { at + 1 } else { at };
    if !context.at(start).is_some_and(is_numeral) || context.before(start).is_some_and(is_numeral) {
        return None;
    }
    let (congress, end) = number(context, start)?;
    (context.at(end) == Some('届')).then_some(())?;
    let national = context.starts_any(end + 1, &["全国人大", "全国人民代表大会", "全国政协"]);
    // 全国人大, 县委 and the like stand between; a session without one is 县委十五届五次全会.
    let second = (end + 1..(end + 16).min(context.chars.len())).find(|idx| {
        let begins = *idx == end + 1 || !context.before(*idx).is_some_and(is_numeral);
        begins && number(context, *idx).is_some_and(|(_, after)| context.at(after) == Some('次'))
    })?;
    let (session, after) = number(context, second)?;
    let between = context.text(end + 1..second);
    if between.contains(['，', '。', '、', '；', '”']) {
        return None;
    }
    let words = ["全体会议", "全会", "会议", "党代会", "代表大会"];
    let word = words.iter().find(|word| context.starts(after + 1, word))?;
    let stale = if national {
        look.timeline.once(first_year(congress) + i32::try_from(session).unwrap_or(1) - 1)
    } else {
        look.timeline.relative(true)
    };
    Some((after + 1 + word.chars().count(), Read::Dated(stale)))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || is_one_of(c, "一二三四五六七八九十")
}

/// A number up to 99, and its end.
fn number(context: &Context, at: usize) -> Option<(u32, usize)> {
    let run: String = context.from(at).iter().take(5).take_while(|c| is_numeral(**c)).collect();
    let (number, rest) = numeral::read_number(&run)?;
    (rest.is_empty() && (1..100).contains(&number)).then(|| (number, at + run.chars().count()))
}
