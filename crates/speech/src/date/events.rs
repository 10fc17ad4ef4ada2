//! What happened once: somebody's visit, a document's coming out, a term of office.

use super::{Look, Read};
use crate::text::is_han;

/// 《关于推进…的意见》: dated where it has just come out, else to be looked at.
pub(super) fn document(look: &Look<'_>, at: usize) -> Option<(usize, Read)> {
    let context = look.context;
    if !context.starts(at, "《关于") {
        return None;
    }
    let ceiling = (at + 60).min(context.chars.len());
    let close = (at..ceiling).find(|idx| context.chars[*idx] == '》')?;
    let kinds = ["意见", "通知", "决定", "方案", "规划", "办法", "纲要", "规定", "建议"];
    context.ends_any(close, &kinds).then_some(())?;
    let new =
        context.holds_any(context.sentence(at), &["近日", "日前", "印发", "发布", "出台", "刚刚", "最近"]);
    Some((close + 1, Read::Dated(look.timeline.relative(new))))
}

/// 来陕考察, 来到XX、XX考察, 来XX，首站考察XX: the visit of somebody whose visits are known.
pub(super) fn visit(look: &Look<'_>, at: usize) -> Option<(usize, Read)> {
    let context = look.context;
    if !context.starts_any(at, &["来", "到", "赴"]) {
        return None;
    }
    let start = at + if context.starts(at, "来到") { 2 } else { 1 };
    let ceiling = (start + 10).min(context.chars.len());
    let seen = (start + 1..ceiling).find(|idx| context.starts_any(*idx, &["考察", "视察"]))?;
    let sentence = context.sentence(at);
    context.holds_any(sentence.start..at, &["总书记", "总理", "委员长"]).then_some(())?;
    let masked = context.slots_in(start..start + 1).any(|slot| slot.span.start == start);
    let named = look.lexicon.places.names.at(context.from(start)).next().is_some()
        || look.lexicon.places.short.longest(context.from(start)).is_some();
    let own = context.starts_any(start, &["我省", "我市", "我县", "我区"]);
    let plain =
        (start..seen).all(|idx| is_han(context.chars[idx]) || "，、".contains(context.chars[idx]) || masked);
    ((masked || named || own) && plain).then(|| (seen + 2, Read::Dated(look.timeline.relative(true))))
}

/// 李克强总理: for as long as the term lasts.
pub(super) fn holder(look: &Look<'_>, at: usize) -> Option<(usize, Read)> {
    let context = look.context;
    let mut holders = look.lexicon.terms.holders.at(context.from(at));
    let (n_chars, holder) =
        holders.find(|(n_chars, holder)| holder.stands_beside(context, &(at..at + n_chars)))?;
    let end = at + n_chars;
    let n_office = if context.starts(end, &holder.office) { holder.office.chars().count() } else { 0 };
    Some((end + n_office, Read::Dated(look.timeline.term(holder.term, false))))
}
