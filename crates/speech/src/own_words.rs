//! 借来的自称. What a borrowed part still calls its own: 我市, 全市, 市委, 汉阴. One list, old
//! beside new, of what the speech that it was taken into calls them.
//!
//! ```text
//! 我市 → 我县      the source speaks for a city, the draft for a county
//! 全市 → 全县
//! 我局 → 我公司    units go by their own row
//! 汉阴县 → 石泉县   the source's own name, where the draft's is known
//! 市委、市政府      of a county's draft: as a rule what it lies in, so not ticked
//! ```
//!
//! Only what was taken from elsewhere is looked at. Proposals are ticked where there is little
//! doubt; [`roll_forward::apply`](crate::roll_forward::apply) does those that it is given.

use crate::about::{self, about};
use crate::context::Context;
use crate::lexicon::Lexicon;
use crate::mention::{Name, NameKind, names};
use crate::message::Message;
use crate::occasion::Occasion;
use crate::roll_forward::{Proposal, ProposalKind};
use crate::speech::{BlockId, BlockKind, Speech};
use crate::text::{Span, length};
use std::collections::HashMap;

/// The word for these proposals among findings.
pub const ID: &str = "own-words";

/// A document that something was taken from.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// Its id.
    pub document: &'a str,
    /// Its text.
    pub speech: &'a Speech,
}

/// What of a draft's borrowed blocks is still what their sources call their own, in the order
/// of the text. Nothing where nobody can tell what the draft speaks for: neither the own names
/// of the occasion say it nor the title.
pub fn own_words(
    draft: &Speech,
    sources: &[Source<'_>],
    lexicon: &Lexicon,
    occasion: &Occasion,
) -> Vec<Proposal> {
    let own = Speaker::of_occasion(draft, occasion);
    let theirs: HashMap<&str, Speaker> =
        sources.iter().map(|source| (source.document, Speaker::of_source(source.speech, lexicon))).collect();
    let mut named: HashMap<BlockId, Vec<Name>> = HashMap::new();
    for name in names(draft, lexicon, occasion) {
        named.entry(name.block).or_default().push(name);
    }
    let mut proposals = Vec::new();
    for (context, block) in Context::all(draft).iter().zip(&draft.blocks) {
        let Some(origin) = &block.origin else { continue };
        let Some(their) = theirs.get(origin.document.as_str()) else { continue };
        let named = named.get(&block.id).map(Vec::as_slice).unwrap_or_default();
        let mut of_block = Vec::new();
        if block.kind != BlockKind::Title {
            let places = named.iter().filter(|name| name.kind == NameKind::Place);
            let places: Vec<Span> = places.map(|name| name.span.clone()).collect();
            self_names(context, &places, their, &own, &mut of_block);
        }
        let foreign = named.iter().filter(|name| name.foreign != Some(false));
        of_block.extend(foreign.filter_map(|name| proposal_of_name(name, their, &own)));
        of_block.sort_by_key(|one: &Proposal| (one.span.start, usize::MAX - one.span.end));
        // 市委 in 安康市委 is part of the name.
        let mut end = 0;
        for proposal in of_block {
            if proposal.span.start >= end && !context.slots_in(proposal.span.clone()).any(|slot| slot.open) {
                end = proposal.span.end;
                proposals.push(proposal);
            }
        }
    }
    proposals
}

// ---- For whom it is spoken ----------------------------------------------------------

/// Places from the nation down: a speaker speaks for one of them.
const PLACES: [&str; 10] = ["省", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "街道"];

/// Units, by the words that they end in; the longer ones first.
const UNITS: [&str; 17] = [
    "管委会",
    "集团",
    "公司",
    "银行",
    "医院",
    "学院",
    "中心",
    "局",
    "委",
    "厅",
    "办",
    "部",
    "校",
    "院",
    "厂",
    "所",
    "社",
];

/// How deep a place of that word lies: a city is 1, counties and districts are 2.
fn depth(place: &str) -> usize {
    match place {
        "省" => 0,
        "市" | "州" | "盟" => 1,
        "县" | "区" | "旗" => 2,
        _ => 3,
    }
}

/// For whom somebody speaks.
#[derive(Debug, Default)]
struct Speaker {
    /// 县 of 我县.
    place: Option<&'static str>,
    /// 局 of 我局.
    unit: Option<&'static str>,
    /// Its own names: 石泉县, 石泉县教育局, 张三; of a source those that it names as its own.
    names: Vec<(NameKind, String)>,
}

impl Speaker {
    /// Of a draft: the own names, else what title and byline that were written here say.
    fn of_occasion(draft: &Speech, occasion: &Occasion) -> Self {
        let mut speaker = Self::default();
        for own in &occasion.own {
            let (kind, name) = if let Some(unit) = ending(own, &UNITS) {
                speaker.unit.get_or_insert(unit);
                (NameKind::Organisation, own.clone())
            } else if let Some(place) = ending(own, &PLACES) {
                if speaker.place.is_none_or(|known| depth(place) > depth(known)) {
                    speaker.place = Some(place);
                }
                (NameKind::Place, last_place(own))
            } else {
                (NameKind::Person, own.clone())
            };
            // 石泉县教育局 tells of its county, too.
            if kind == NameKind::Organisation && speaker.place.is_none() {
                speaker.place = PLACES.iter().copied().rfind(|place| own.contains(place));
            }
            speaker.names.push((kind, name));
        }
        if speaker.place.is_none() && speaker.unit.is_none() {
            let level = about(draft).level;
            speaker.place = PLACES.into_iter().find(|place| level.as_deref() == Some(*place));
            speaker.unit = (level.as_deref() == Some("企业")).then_some("公司");
        }
        speaker
    }

    /// Of a document: what it says most often, else what it is filed under; the places that
    /// its head names, and those that it names again and again.
    fn of_source(speech: &Speech, lexicon: &Lexicon) -> Self {
        let contexts = Context::all(speech);
        let said = |words: &[&'static str]| {
            let count = |word: &str| {
                let places = contexts.iter().flat_map(|context| {
                    let starts = move |at: &usize| says(context, *at, word).is_some();
                    (0..context.chars.len()).filter(starts)
                });
                places.count()
            };
            let most = words.iter().map(|word| (count(word), *word)).max_by_key(|(n, _)| *n);
            most.filter(|(n, _)| *n > 0).map(|(_, word)| word)
        };
        let level = about(speech).level;
        let of_level = PLACES.into_iter().find(|place| level.as_deref() == Some(*place));
        let occasion = Occasion::default();
        let head: String = [BlockKind::Title, BlockKind::Byline]
            .into_iter()
            .flat_map(|kind| about::text_of(speech, kind))
            .collect();
        let mut counts: HashMap<(NameKind, String), usize> = HashMap::new();
        for name in names(speech, lexicon, &occasion) {
            *counts.entry((name.kind, name.text)).or_default() += 1;
        }
        let own = counts.into_iter().filter(|((_, text), n)| *n >= OFTEN || head.contains(text.as_str()));
        let mut names: Vec<(NameKind, String)> = own.map(|(name, _)| name).collect();
        names.sort();
        // A city says 我市, and of a county that it lies in its own.
        let place = said(&PLACES).filter(|said| of_level.is_none_or(|level| depth(said) >= depth(level)));
        Self { place: place.or(of_level), unit: said(&UNITS), names }
    }

    /// Its only name of a kind.
    fn only(&self, kind: NameKind) -> Option<&str> {
        let mut names = self.names.iter().filter(|(of, _)| *of == kind).map(|(_, name)| name.as_str());
        let first = names.next()?;
        names.next().is_none().then_some(first)
    }
}

/// A name that stands so often in a text is one of its own.
const OFTEN: usize = 3;

/// The word of a row that a name ends in.
fn ending(name: &str, row: &[&'static str]) -> Option<&'static str> {
    row.iter().copied().find(|word| name.ends_with(word) && length(name) > length(word))
}

/// 石泉县 of 安康市石泉县.
fn last_place(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let levels = ['省', '市', '州', '盟', '县', '区'];
    // A name has two characters at least, its own word aside.
    let cut = (1..chars.len().saturating_sub(2)).rev().find(|idx| levels.contains(&chars[*idx]));
    chars[cut.map_or(0, |cut| cut + 1)..].iter().collect()
}

/// 石泉 of 石泉县, where a name is left.
fn without_level(name: &str) -> &str {
    let bare = PLACES.iter().find_map(|place| name.strip_suffix(place));
    bare.filter(|bare| length(bare) >= 2).unwrap_or(name)
}

// ---- 我市, 全市, 市委 ---------------------------------------------------------------

/// Where 我市, 我们市 ends that begins there; not 我市场, 自我县.
fn says(context: &Context, at: usize, word: &str) -> Option<usize> {
    let me = ["我们", "我", "咱们", "咱"].into_iter().find(|me| context.starts(at, me))?;
    let start = at + length(me);
    if !context.starts(start, word) || context.before(at) == Some('自') {
        return None;
    }
    let end = start + length(word);
    (!goes_on(context, end, word)).then_some(end)
}

/// The word is the beginning of another: 市场, 区别, 局限, 委托.
fn goes_on(context: &Context, end: usize, word: &str) -> bool {
    let others = match word {
        "市" => "场民值容",
        "区" => "别分域块间",
        "委" => "托派婉屈任员",
        "局" => "限促面势部",
        "县" => "域",
        "乡" => "亲愁音下村土情",
        "镇" => "定静痛",
        "部" => "分门署队委",
        "院" => "士落",
        "所" => "以有谓在属作",
        "社" => "会区",
        "办" => "事法公理学",
        "校" => "长园",
        "中心" => "任组工",
        _ => "",
    };
    context.at(end).is_some_and(|next| others.contains(next))
}

/// What stands behind the level of a body or an office: 市委, 市长, 市直部门.
const OF_LEVEL: [&str; 12] =
    ["委", "政府", "人大", "政协", "纪委", "长", "直", "级", "里", "领导", "四大班子", "两会"];

fn self_names(context: &Context, places: &[Span], their: &Speaker, own: &Speaker, found: &mut Vec<Proposal>) {
    for at in 0..context.chars.len() {
        if let (Some(word), Some(new)) = (their.place, own.place)
            && word != new
        {
            let known = || format!("取来的这一段替“我{word}”说话，这篇稿子替“我{new}”说话。");
            if let Some(end) = says(context, at, word) {
                found.push(proposal(context, at..end, &instead(context, at..end, word, new), true, known()));
            } else if context.starts(at, "全") && context.starts(at + 1, word) {
                let end = at + 1 + length(word);
                if !goes_on(context, end, word) {
                    found.push(proposal(context, at..end, &format!("全{new}"), true, known()));
                }
            } else if context.starts(at, word) && begins_level(context, at, places) {
                let end = at + length(word);
                if let Some(body) = OF_LEVEL.iter().find(|body| context.starts(end, body)) {
                    // 市委 of a county's draft is what the county lies in.
                    let ticked = depth(new) <= depth(word);
                    let why = if ticked {
                        known()
                    } else {
                        format!("取来的这一段说的是本级，在“我{new}”的稿子里成了上级：是上级就不改。")
                    };
                    let span = at..end + length(body);
                    found.push(proposal(context, span, &format!("{new}{body}"), ticked, why));
                }
            }
        }
        if let (Some(word), Some(new)) = (their.unit, own.unit)
            && word != new
            && let Some(end) = says(context, at, word)
        {
            let why = format!("取来的这一段替“我{word}”说话，这篇稿子替“我{new}”说话。");
            found.push(proposal(context, at..end, &instead(context, at..end, word, new), true, why));
        }
    }
}

/// 我们市 → 我们县.
fn instead(context: &Context, span: Span, word: &str, new: &str) -> String {
    let text = context.text(span);
    text.strip_suffix(word).map_or(text.clone(), |me| format!("{me}{new}"))
}

/// 市 of 市委 is a level there: not of 汉中市委, which is a name, nor of 城市里.
fn begins_level(context: &Context, at: usize, places: &[Span]) -> bool {
    let of_name = places.iter().any(|place| place.start < at && at <= place.end);
    !of_name
        && context
            .before(at)
            .is_none_or(|before| !"各本两全我该外大小中省城都超集门股楼上夜闹".contains(before))
}

fn proposal(context: &Context, span: Span, new: &str, ticked: bool, why: String) -> Proposal {
    let text = context.text(span.clone());
    let english = format!("“{text}” is what the source calls its own; here it is “{new}”.");
    Proposal {
        kind: ProposalKind::SelfName,
        block: context.block,
        span,
        text,
        new: Some(new.to_owned()),
        ticked,
        message: Message::new(why, english),
    }
}

// ---- Names --------------------------------------------------------------------------

/// A name of the source's own, and what stands for it here; without one only the writer knows.
fn proposal_of_name(name: &Name, their: &Speaker, own: &Speaker) -> Option<Proposal> {
    let Name { block, span, text, kind, .. } = name;
    let bare = without_level(text);
    let theirs = their.names.iter().any(|(of, name)| of == kind && without_level(name) == bare);
    if !theirs || own.names.iter().any(|(_, name)| name.contains(bare)) {
        return None;
    }
    let new = own.only(*kind).map(|own| {
        // 汉阴 without 县 becomes 石泉 without it.
        if *kind == NameKind::Place && bare == text { without_level(own).to_owned() } else { own.to_owned() }
    });
    let message = match &new {
        Some(new) => Message::new(
            format!("“{text}”是原稿自己的名字，这里是“{new}”。"),
            format!("“{text}” is the source's own name; here it is “{new}”."),
        ),
        None => Message::new(
            format!("“{text}”是原稿自己的名字，换成什么，只有您知道。"),
            format!("“{text}” is the source's own name; only you know what stands here."),
        ),
    };
    let ticked = new.is_some() && *kind == NameKind::Place;
    let (block, span, text) = (*block, span.clone(), text.clone());
    Some(Proposal { kind: ProposalKind::Name, block, span, text, new, ticked, message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_name_is_cut_to_its_last_place() {
        assert_eq!(last_place("安康市石泉县"), "石泉县");
        assert_eq!(last_place("石泉县"), "石泉县");
        assert_eq!(last_place("陕西省安康市汉滨区"), "汉滨区");
        assert_eq!(without_level("石泉县"), "石泉");
        assert_eq!(without_level("和县"), "和县");
    }
}
