//! Names of places in a text. Full names are certain; a name without its 县 is weighed
//! by what stands around it; 陕 is a name only in 来陕考察.

use super::own::Own;
use super::people::is_grammar;
use super::tie::{GOES, OWN_AFTER, OWN_BEFORE, THERE};
use super::{Found, What};
use crate::context::Context;
use crate::lexicon::{Level, Lexicon, PlaceId, Sort, Wariness};
use crate::office;
use crate::text::{Span, is_han};
use std::collections::HashSet;

/// The places that the blocks name.
pub(super) fn places(contexts: &[Context], lexicon: &Lexicon, own: &Own<'_>) -> Vec<Found> {
    // A place that stands somewhere with its 县 is believed without it, too.
    let mut known: HashSet<PlaceId> = own.places.iter().copied().collect();
    for context in contexts {
        for (_, what) in (Scan { context, lexicon, known: &known, only_full: true }).places() {
            if let What::Place(places, _) = what {
                known.extend(places);
            }
        }
    }
    let mut found = Vec::new();
    for (context_idx, context) in contexts.iter().enumerate() {
        let places = Scan { context, lexicon, known: &known, only_full: false }.places();
        let kept = without_national_lists(context, places);
        found.extend(kept.into_iter().map(|(span, what)| Found { context_idx, span, what }));
    }
    found
}

/// 西部大开发、东北全面振兴、中部崛起 in one sentence are the nation's policy for all its
/// parts.
fn without_national_lists(context: &Context, places: Vec<(Span, What)>) -> Vec<(Span, What)> {
    let is_policy = |what: &What| matches!(what, What::Landmark(Sort::Policy, _));
    let policies: Vec<Span> =
        places.iter().filter(|(_, what)| is_policy(what)).map(|(span, _)| span.clone()).collect();
    let listed = |span: &Span| {
        let sentence = context.sentence(span.start);
        let idx = policies.partition_point(|other| other.start < span.start);
        let beside = [idx.checked_sub(1), Some(idx + 1)].into_iter().flatten();
        beside.filter_map(|idx| policies.get(idx)).any(|other| sentence.contains(&other.start))
            || context.holds_any(sentence, &["东部率先", "东部地区率先"])
    };
    places.into_iter().filter(|(span, what)| !is_policy(what) || !listed(span)).collect()
}

struct Scan<'a> {
    context: &'a Context,
    lexicon: &'a Lexicon,
    known: &'a HashSet<PlaceId>,
    /// Look for full names alone.
    only_full: bool,
}

/// What the names of streets, schools' years and the like go on with.
const STREETS: [&str; 4] = ["路", "街", "大道", "大街"];

/// A first character of counties like 和县 that ends or makes an ordinary word: 富县,
/// 示范县, 对应县.
const ONE_CHARACTER_WORDS: &str =
    "和富兴成范单应代息景道康南新易名强文古高义云理安通青忠环容费义献道临随威佳索礼寿";

impl Scan<'_> {
    fn places(&self) -> Vec<(Span, What)> {
        let mut found: Vec<(Span, What)> = Vec::new();
        let mut at = 0;
        while at < self.context.chars.len() {
            // 兰考 is everybody's, 兰考县 is not.
            let n_place = self.lexicon.places.names.longest(self.context.from(at)).unwrap_or(0);
            if let Some(n_chars) =
                self.lexicon.nationwide.longest(self.context.from(at)).filter(|n| *n >= n_place)
            {
                at += n_chars;
                continue;
            }
            let after_place =
                found.last().is_some_and(|(span, what)| span.end == at && matches!(what, What::Place(..)));
            let place = self.place(at, after_place);
            let landmark = if self.only_full { None } else { self.landmark(at) };
            let longest = match (place, landmark) {
                (Some(place), Some(landmark)) if landmark.0.len() > place.0.len() => Some(landmark),
                (Some(place), _) => Some(place),
                (None, landmark) => landmark.or_else(|| self.short(at).filter(|_| !self.only_full)),
            };
            match longest {
                Some((span, what)) => {
                    at = span.end;
                    let short = matches!(&what, What::Place(_, Level::Province)) && span.len() == 1;
                    found.push((span, what));
                    if let (true, Some(city)) = (short, self.short_city(at)) {
                        at = city.0.end;
                        found.push(city);
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    fn place(&self, at: usize, after_place: bool) -> Option<(Span, What)> {
        for (n_chars, spelling) in self.lexicon.places.names.at(self.context.from(at)) {
            let span = at..at + n_chars;
            let taken = if spelling.full {
                self.is_full(&span, spelling.n_base, spelling.wariness, after_place)
            } else {
                !self.only_full && self.is_bare(&span, &spelling.places, spelling.wariness, after_place)
            };
            if taken {
                let level =
                    spelling.places.iter().map(|place| self.lexicon.places.get(*place).level).min()?;
                return Some((span, What::Place(spelling.places.clone(), level)));
            }
        }
        None
    }

    /// 汉阴县, but not 富裕县 of 建成富裕县, nor 东方市 of 东方市场.
    fn is_full(&self, span: &Span, n_base: usize, wariness: Wariness, after_place: bool) -> bool {
        let context = self.context;
        let (start, end) = (span.start, span.end);
        if context
            .starts_any(end - 1, &["市场", "区域", "区间", "区位", "区别", "区块", "县域", "州际", "市值"])
        {
            return false;
        }
        let is_district = context.at(end - 1) == Some('区') && !context.ends(end, "自治区");
        let ruled = context.starts_any(end, &["委", "人民", "政府", "人大", "政协"]);
        let gone_to = context.ends_any(start, &["赴", "来到", "抵达", "前往", "到", "位于"]);
        if n_base == 1 && is_district {
            // 城区, 郊区, 矿区 are parts of any city.
            return after_place && ruled;
        }
        // 赵县长 is the head of the own county.
        if n_base == 1 && context.at(end) == Some('长') {
            return false;
        }
        if n_base == 1 {
            let doubtful = ONE_CHARACTER_WORDS.contains(context.chars[start]);
            return after_place
                || gone_to && context.starts_any(end, &THERE)
                || !doubtful && !self.is_joined(start)
                || self.is_framed(span) && (!self.is_joined(start) || self.is_peopled(span));
        }
        match wariness {
            Wariness::None => !is_district || n_base > 2 || !self.is_joined(start) || after_place,
            Wariness::Doubtful => after_place || !is_district || !self.is_joined(start),
            Wariness::Word if is_district => after_place || ruled && context.is_edge(start),
            Wariness::Word => {
                after_place || ruled || gone_to || context.is_edge(start) && !context.starts(end, "、")
            }
        }
    }

    /// 汉阴 without 县.
    fn is_bare(&self, span: &Span, places: &[PlaceId], wariness: Wariness, after_place: bool) -> bool {
        let context = self.context;
        let (start, end) = (span.start, span.end);
        if context.starts_any(end, &STREETS) || !after_place && self.is_given_name(span) {
            return false;
        }
        let of = |place: &PlaceId| self.lexicon.places.get(*place);
        let Some(level) = places.iter().map(|place| of(place).level).min() else { return false };
        if level == Level::Province && wariness == Wariness::None {
            // 河南岸 is no 河南, 淮河北 no 河北.
            let joined =
                self.is_joined(start) && context.starts_any(end, &["岸", "麓", "侧", "坡", "部", "段"]);
            let part = context.starts(end, "部") && !context.starts_any(end, &["部分", "部门", "部署"]);
            return !joined && !part && !context.starts_any(end, &["岸", "麓"]);
        }
        let visited = context.ends_any(start, &GOES) && context.starts_any(end, &THERE);
        let wariness = match wariness {
            Wariness::None if places.iter().all(|place| of(place).is_district) => Wariness::Doubtful,
            wariness => wariness,
        };
        match wariness {
            // 我们和田人民
            _ if self.is_peopled(span) => true,
            Wariness::Word => {
                let followed =
                    context.at(end).is_none_or(|c| !is_han(c)) || context.starts_any(end, &OWN_AFTER);
                visited || after_place && followed && self.is_above_in(start, places)
            }
            // 推动武强高质量发展, though 强高 and 静动 are words as well.
            // Not 建设幸福, after which 安康 is a wish.
            _ if self.is_framed(span) || context.ends(start, "建设美丽") => true,
            _ if span.len() < 3
                && (self.is_joined(start) && !context.ends_any(start, &["在", "来", "到"])
                    || self.goes_on(end)) =>
            {
                visited || after_place && self.is_above_in(start, places)
            }
            Wariness::Doubtful => {
                let below = after_place && self.is_above_in(start, places);
                visited || below || places.iter().any(|place| self.known.contains(place))
            }
            Wariness::None => {
                let county = level == Level::County;
                !county || self.is_wanted(span) || places.iter().any(|place| self.known.contains(place))
            }
        }
    }

    /// 记者段西平, 、赵长春、: a surname stands before it, and before that nothing of a sentence.
    fn is_given_name(&self, span: &Span) -> bool {
        const CALLED: [&str; 10] =
            ["记者", "编辑", "导演", "教师", "医生", "民警", "战士", "英雄", "烈士", "队长"];
        let context = self.context;
        let Some(at) = span.start.checked_sub(1).filter(|_| span.len() <= 2) else { return false };
        let surname = self.lexicon.surnames.at(&context.chars[at..span.start]).next().is_some();
        let called = context.is_edge(at) || context.ends_any(at, &CALLED) || office::ends(context, at);
        surname && called && !is_grammar(context.chars[at]) && !context.starts_any(span.end, &["的", "等地"])
    }

    /// 推动平利高质量发展: both sides want the name of one's own place.
    fn is_framed(&self, span: &Span) -> bool {
        let context = self.context;
        context.ends_any(span.start, &OWN_BEFORE[..10]) && context.starts_any(span.end, &OWN_AFTER)
            || context.ends(span.start, "在") && context.starts(span.end, "落地")
    }

    /// 我们平利人民: nothing but a place stands between the two.
    fn is_peopled(&self, span: &Span) -> bool {
        let people = &["人民", "儿女"];
        self.context.ends_any(span.start, &["让", "带领", "我们"])
            && self.context.starts_any(span.end, people)
    }

    /// The words around want a name: an edge or a frame on one side.
    fn is_wanted(&self, span: &Span) -> bool {
        const LEFT: [&str; 16] =
            ["在", "来", "到", "赴", "是", "为", "把", "让", "对", "和", "与", "及", "爱", "了", "的", "从"];
        let context = self.context;
        let left = context.is_edge(span.start)
            || context.ends_any(span.start, &LEFT)
            || context.ends_any(span.start, &OWN_BEFORE);
        let right = context.at(span.end).is_none_or(|c| !is_han(c))
            || context.starts_any(span.end, &OWN_AFTER)
            || context.starts_any(span.end, &THERE)
            || context
                .starts_any(span.end, &["的", "县", "市", "区", "工作", "实际", "特色", "精神", "等地"]);
        left || right
    }

    /// The character before and the first one make a word: 水平 of 水平利用.
    fn is_joined(&self, start: usize) -> bool {
        match (self.context.before(start), self.context.at(start)) {
            (Some(before), Some(first)) => self.lexicon.is_common(before, first),
            _ => false,
        }
    }

    /// The last character and the next one make a word: 利用 of 水平利用.
    fn goes_on(&self, end: usize) -> bool {
        match (self.context.before(end), self.context.at(end)) {
            (Some(last), Some(next)) => self.lexicon.is_common(last, next),
            _ => false,
        }
    }

    /// One of the places lies in a place that is named right before.
    fn is_above_in(&self, start: usize, places: &[PlaceId]) -> bool {
        (2..=8).filter_map(|n_chars| start.checked_sub(n_chars)).any(|above| {
            self.lexicon.places.names.at(self.context.from(above)).any(|(n_chars, spelling)| {
                let related = |place: &PlaceId| {
                    spelling.places.iter().any(|outer| self.lexicon.places.related(*place, *outer))
                };
                above + n_chars == start && places.iter().any(related)
            })
        })
    }

    fn landmark(&self, at: usize) -> Option<(Span, What)> {
        let (n_chars, landmark) = self.lexicon.places.landmarks.at(self.context.from(at)).next()?;
        let certain =
            n_chars > 2 || !self.is_joined(at) || self.context.ends_any(at, &["筑牢", "保护", "在"]);
        let what = What::Landmark(landmark.sort, landmark.provinces.clone());
        (certain && !self.context.starts_any(at + n_chars, &STREETS)).then_some((at..at + n_chars, what))
    }

    /// 陕 of 来陕考察. Many of these characters are ordinary words: those need somebody
    /// who does something there.
    fn short(&self, at: usize) -> Option<(Span, What)> {
        const SAFE: &str = "陕皖豫冀晋鲁赣鄂湘粤渝滇黔陇沪闽浙";
        const LEFT: [&str; 11] = ["来", "赴", "到", "在", "入", "驻", "返", "援", "莅", "访", "抵"];
        let context = self.context;
        let short = context.at(at)?;
        let (_, province) = self.lexicon.places.short.at(context.from(at)).next()?;
        // Everybody goes to the capital.
        if short == '京' || !context.ends_any(at, &LEFT) || self.goes_on(at + 1) && !SAFE.contains(short) {
            return None;
        }
        let there = context.starts_any(at + 1, &THERE) || self.short_city(at + 1).is_some();
        let safe = SAFE.contains(short) && !self.goes_on(at + 1);
        (safe || there).then(|| (at..at + 1, What::Place(vec![*province], Level::Province)))
    }

    /// 安 of 来陕来安考察.
    fn short_city(&self, at: usize) -> Option<(Span, What)> {
        let context = self.context;
        let start = at + 1;
        let city = context.at(start).filter(|c| is_han(*c))?;
        let gone_to = context.starts_any(at, &["来", "赴", "到"]);
        (gone_to && context.starts_any(start + 1, &THERE[..7]))
            .then(|| (start..start + 1, What::ShortCity(city)))
    }
}
