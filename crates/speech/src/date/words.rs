//! Words of time and of eras: 今年, 一季度, 脱贫攻坚.

use super::{Look, Read, Stale};
use crate::lexicon::{Era, TimeWord};
use crate::text::half_width;

/// 决战脱贫攻坚, 六稳, 十三五
pub(super) fn era(look: &Look<'_>, at: usize) -> Option<(usize, Read)> {
    let (n_chars, era) = look.lexicon.terms.eras.at(look.context.from(at)).next()?;
    let numeral = |c: char| "一二三四五六七八九十".contains(c);
    // 二十五 is no 十五, and so on for all that begin with a numeral.
    if look.context.at(at).is_some_and(numeral) && look.context.before(at).is_some_and(numeral) {
        return None;
    }
    let read = match era {
        Era::Over(term) => Read::Dated(look.timeline.term(*term, false)),
        Era::Fading(term) => Read::Dated(look.timeline.term(*term, true)),
        Era::Lasting => Read::Passed,
    };
    Some((at + n_chars, read))
}

/// Whom or what a statement of fact is about that the year cannot change under: it is
/// one year's fact.
const FACTS: [&str; 7] = ["中央", "国家", "全国", "美国", "世界", "脱贫攻坚", "疫情"];

/// 今年, 当前, 一季度
pub(super) fn time(look: &Look<'_>, at: usize) -> Option<(usize, Read)> {
    let context = look.context;
    let (n_chars, word) = look.lexicon.terms.times.at(context.from(at)).next()?;
    let end = at + n_chars;
    let counted = |c: char| half_width(c).is_ascii_digit() || "一二三四五六七八九十百几两多".contains(c);
    // 三年内 is how long, and 每年年底 every year.
    if context.starts(at, "年") && context.before(at).is_some_and(counted) {
        return None;
    }
    let every = context.ends_any(at, &["每", "每年", "历年"]);
    let stale = match word {
        TimeWord::Never => return Some((end, Read::Passed)),
        TimeWord::No => Stale::No,
        _ if every => Stale::No,
        TimeWord::Yes => look.timeline.relative(true),
        TimeWord::Check => look.timeline.relative(is_fact(look, at)),
    };
    Some((end, Read::Dated(stale)))
}

/// 今年中央安排专项债券3.75万亿元, 现在美国的失业率已达到14.7%: not so in another year.
fn is_fact(look: &Look<'_>, at: usize) -> bool {
    let context = look.context;
    let leans = context.starts_any(at, &["今年", "去年", "现在", "目前"]);
    let clause = context.clause(at);
    let figure = || {
        clause
            .clone()
            .any(|idx| half_width(context.chars[idx]).is_ascii_digit() && context.before(idx) != Some('第'))
            && context.holds_any(clause.clone(), &["%", "％", "元", "吨", "亩", "户", "人"])
    };
    let hoped = context.holds_any(clause.clone(), &["力争", "确保", "要", "目标"]);
    leans && !hoped && (context.holds_any(clause.clone(), &FACTS) || figure())
}
