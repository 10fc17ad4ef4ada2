//! People with an office: 张三县长, 县委书记李四, 李克强总理.

use super::What;
use crate::context::Context;
use crate::lexicon::Lexicon;
use crate::occasion::Day;
use crate::office;
use crate::text::{Span, half_width, is_han, is_one_of};

/// What is known of the holder of an office of the nation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum National {
    /// Out of office on the day of the speech; without a day, by now.
    Former,
    InOffice,
    /// In office still, of which a later day may know otherwise.
    Unknown,
}

/// What goes on after a name.
const GOES_ON: [&str; 40] = [
    "同志", "在", "作", "就", "主持", "出席", "宣读", "讲", "致辞", "代表", "同", "等", "也", "还", "都",
    "表示", "强调", "指出", "带领", "率", "对", "为", "发表", "亲自", "同学", "老师", "先生", "女士", "一行",
    "要", "负责", "牵头", "说", "的", "给", "日前", "今天", "介绍", "告诉", "认为",
];

/// Characters of offices and of grammar, which are in no given name.
const NO_NAME: &str = "说老曾时已携们的了和与及是在有这那各全位名个为副总党委县市省区镇乡村长记主书原现任同志部局要们以对等都也就不把被让从到中上下内外大小多";

/// The people that a block names, with what they are.
pub(super) fn people(context: &Context, lexicon: &Lexicon, date: Option<Day>) -> Vec<(Span, What)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < context.chars.len() {
        let person = holder(context, lexicon, date, at)
            .map(|(span, national)| (span, Some(national)))
            .or_else(|| titled(context, lexicon, at).map(|span| (span, None)));
        match person {
            Some((span, national)) => {
                at = span.end;
                found.push((span, What::Person(national)));
            }
            None => at += 1,
        }
    }
    found
}

/// The holder of an office of the nation, next to it: 李克强总理, 国务院总理李克强.
fn holder(context: &Context, lexicon: &Lexicon, date: Option<Day>, at: usize) -> Option<(Span, National)> {
    let (n_chars, holder) = lexicon.terms.holders.at(context.from(at)).find(|(n_chars, holder)| {
        let end = at + n_chars;
        let named = context.starts_any(end, &["副总理", "同志"]) && *n_chars == 3;
        holder.stands_beside(context, &(at..end)) || named
    })?;
    let end = at + n_chars;
    let national = match (date, holder.term.to) {
        (None, Some(_)) => National::Former,
        (Some(day), Some(to)) if (day.year, day.month) > to => National::Former,
        (Some(_), _) => National::InOffice,
        (None, None) => National::Unknown,
    };
    Some((at..end, national))
}

/// A surname, one or two characters, an office; or the office first.
fn titled(context: &Context, lexicon: &Lexicon, at: usize) -> Option<Span> {
    // The general secretary is nobody's leak.
    if context.starts(at, "习近平") {
        return None;
    }
    // 25位专家教授: nobody of the name of 位.
    if context.before(at).is_some_and(|c| half_width(c).is_ascii_digit() || is_one_of(c, "几多余十百千万"))
    {
        return None;
    }
    let n_surname = lexicon.surnames.longest(context.from(at))?;
    let left = context.is_edge(at)
        || context.ends_any(at, &["和", "与", "由", "请", "向", "听取了", "如下：", "及", "对"]);
    let office_before = office::ends(context, at);
    for n_given in [2, 1] {
        let end = at + n_surname + n_given;
        let Some(given) = context.chars.get(at + n_surname..end) else { continue };
        if !given.iter().all(|c| is_han(*c) && !NO_NAME.contains(*c)) {
            continue;
        }
        let follows = office::begins(context, end);
        let ends_here = context.at(end).is_none_or(|c| !is_han(c));
        let goes_on = context.starts_any(end, &GOES_ON) || begins_word(context, lexicon, end);
        let called = follows && (left || office_before) || office_before && (ends_here || goes_on);
        if called && !is_word(context, lexicon, at..end, follows || ends_here) {
            return Some(at..end);
        }
    }
    None
}

/// Whether a surname is a word of grammar or a verb as often: 向, 于, 和.
pub(super) fn is_grammar(surname: char) -> bool {
    is_one_of(surname, "向于和时安任成全万应经由从古曾")
}

/// 民政部部长张三担任主任: an ordinary word begins right after the name, and does not take
/// the name's last character.
fn begins_word(context: &Context, lexicon: &Lexicon, at: usize) -> bool {
    let common = |first: usize| match (context.at(first), context.at(first + 1)) {
        (Some(one), Some(other)) => lexicon.is_common(one, other),
        _ => false,
    };
    common(at) && !common(at - 1)
}

/// Whether the characters of a name are an ordinary word: 高度, 高质量. `sure`: the words
/// around leave little else than a name, so 王建国 may hold the word 建国.
fn is_word(context: &Context, lexicon: &Lexicon, span: Span, sure: bool) -> bool {
    let chars = &context.chars[span];
    let begins = lexicon.is_common(chars[0], chars[1]);
    let goes_on = chars.len() > 2 && lexicon.is_common(chars[1], chars[2]);
    // 向国家主席: the surname is a word of grammar, too.
    let grammar = is_grammar(chars[0]);
    begins || goes_on && (!sure || grammar) || grammar && !sure
}
