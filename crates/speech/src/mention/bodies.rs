//! Bodies of their own name: 安康学院, 平利茶业集团有限公司; and departments that only
//! some counties have under that name.

use super::What;
use crate::context::Context;
use crate::lexicon::{Lexicon, Wariness};
use crate::text::{Span, is_han};

/// How many characters the own part of a body's name has at most.
const N_OWN: usize = 12;

/// The bodies that a block names. 汉阴县财政局 is not one of them: the place in it is.
pub(super) fn bodies(context: &Context, lexicon: &Lexicon) -> Vec<(Span, What)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < context.chars.len() {
        match body(context, lexicon, at).or_else(|| department(context, lexicon, at)) {
            Some(span) => {
                at = span.end;
                found.push((span, What::Organisation));
            }
            None => at += 1,
        }
    }
    found
}

/// A place, some characters, 有限公司.
fn body(context: &Context, lexicon: &Lexicon, at: usize) -> Option<Span> {
    if lexicon.nationwide.longest(context.from(at)).is_some() {
        return None;
    }
    let (n_place, spelling) = lexicon.places.names.at(context.from(at)).next()?;
    let joined = context.before(at).is_some_and(|before| lexicon.is_common(before, context.chars[at]));
    if spelling.wariness == Wariness::Word && !spelling.full || joined {
        return None;
    }
    let own_start = at + n_place;
    let ceiling = (own_start + N_OWN).min(context.chars.len());
    let end_at = |idx: usize| lexicon.bodies.ends.longest(context.from(idx)).map(|n_chars| idx + n_chars);
    let own_end = (own_start..ceiling).find(|idx| end_at(*idx).is_some() || !is_han(context.chars[*idx]))?;
    // 集团 and 有限公司 may follow one another.
    let end = std::iter::successors(end_at(own_end), |end| end_at(*end)).take(4).last()?;
    let own = context.text(own_start..own_end);
    let named = !own.contains(NOT_IN_NAMES) && !["省", "市", "县", "区"].contains(&own.as_str());
    // 城区小学, 西安高校 are sorts of schools.
    let sort = own.is_empty() && context.ends_any(end, &["公司", "企业", "小学", "集团", "银行"]);
    (named && !sort).then_some(at..end)
}

/// 陕西的企业集团, 西安某大学, 成都各家公司 name no body.
const NOT_IN_NAMES: [char; 24] = [
    '的', '某', '各', '等', '和', '与', '在', '有', '个', '家', '所', '全', '级', '到', '及', '给', '但',
    '是', '办', '了', '为', '向', '中', '对',
];

/// 教体科技, 经贸 in a list of departments or before 局.
fn department(context: &Context, lexicon: &Lexicon, at: usize) -> Option<Span> {
    let n_chars = lexicon.bodies.departments.longest(context.from(at))?;
    let end = at + n_chars;
    let clause = context.clause(at);
    let listed = context.ends(at, "、") && context.holds_any(end..clause.end.max(end), &["部门"])
        || context.ends_any(at, &["县", "市", "区"]) && context.starts_any(end, &["、", "等部门"]);
    let bureau =
        context.starts(end, "局") && (context.is_edge(at) || context.ends_any(at, &["县", "市", "区"]));
    (listed || bureau).then_some(at..end)
}
