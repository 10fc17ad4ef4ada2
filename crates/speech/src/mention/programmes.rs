//! Programmes, campaigns and models of one place: “321”基层社会治理模式, 作风大整饬.

use super::What;
use crate::context::Context;
use crate::lexicon::Lexicon;
use crate::text::{Span, is_han};

/// The programmes that a block names.
pub(super) fn programmes(context: &Context, lexicon: &Lexicon) -> Vec<(Span, What)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < context.chars.len() {
        let span = model(context, lexicon, at).or_else(|| campaign(context, lexicon, at));
        match span {
            Some(span) => {
                at = span.end.max(at + 1);
                found.push((span, What::Programme));
            }
            None => at += 1,
        }
    }
    found
}

/// A short quotation that holds digits, and what it is after it: “321”基层社会治理模式;
/// or one that repeats its numeral: “三排查三清零”.
fn model(context: &Context, lexicon: &Lexicon, at: usize) -> Option<Span> {
    (context.at(at) == Some('“')).then_some(())?;
    let start = at + 1;
    let end = (start..(start + 13).min(context.chars.len())).find(|idx| context.chars[*idx] == '”')?;
    let quoted = context.text(start..end);
    if lexicon.bodies.national.contains(quoted.as_str()) {
        return None;
    }
    if is_repeated(&context.chars[start..end]) {
        return Some(start..end);
    }
    let figured = quoted.chars().any(|c| c.is_ascii_digit())
        && quoted.chars().all(|c| c.is_ascii_alphanumeric() || "+＋-—.·".contains(c));
    if !figured {
        return None;
    }
    let ends = |idx: usize| lexicon.bodies.model_ends.longest(context.from(idx)).map(|n_chars| idx + n_chars);
    let after = end + 1;
    let model_end = (after..(after + 12).min(context.chars.len()))
        .take_while(|idx| is_han(context.chars[*idx]))
        .find_map(ends)?;
    Some(at..model_end)
}

/// 三排查三清零: the same numeral, not 一, before two or more pairs of characters.
fn is_repeated(quoted: &[char]) -> bool {
    let Some(first) = quoted.first().filter(|c| "二三四五六七八九十百".contains(**c)) else {
        return false;
    };
    let again: Vec<usize> = (0..quoted.len()).filter(|idx| quoted[*idx] == *first).collect();
    let apart = again.windows(2).all(|pair| (2..=4).contains(&(pair[1] - pair[0])));
    again.len() >= 2 && apart && quoted.iter().all(|c| is_han(*c)) && quoted.len() >= 5
}

/// 作风大整饬 after 开展 or in quotes.
fn campaign(context: &Context, lexicon: &Lexicon, at: usize) -> Option<Span> {
    let n_end = lexicon.bodies.campaign_ends.longest(context.from(at))?;
    let stem = (at.saturating_sub(6)..at).rev().take_while(|idx| is_han(context.chars[*idx]));
    let n_stem = stem.count();
    let opening = ["开展", "深化", "推进", "实施", "掀起", "启动"];
    let start = (at - n_stem..at)
        .find(|idx| context.ends_any(*idx, &opening) || context.before(*idx) == Some('“'))?;
    let stem = context.text(start..at);
    let everybody = ["安全", "隐患", "矛盾", "消防", "思想", "项目"].iter().any(|word| stem.contains(word));
    (!everybody && !stem.is_empty()).then_some(start..at + n_end)
}
