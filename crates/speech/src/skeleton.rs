//! 骨架. The headings of a speech without its text: what a new one for another occasion is
//! written along.
//!
//! ```text
//! 全县经济工作会议, 讲话, 20 minutes
//!   在2025年全县经济工作会议上的讲话    the same occasion: offered first
//!     opening                 1.6 min
//!     一、总结成绩，把握形势      5.2 min
//!     二、扭住重点，推动发展      9.4 min …
//! ```
//!
//! Which speeches fit is told by what they are filed under; how the minutes are shared out, by
//! how long their parts were.

use crate::about::About;
use crate::draft::{self, NoSuchSection, Taken};
use crate::extent::Extent;
use crate::outline::outline_of;
use crate::section::{Address, section};
use crate::share::shares;
use crate::shown::{shown, text_of};
use crate::speech::{BlockId, BlockKind, Speech};
use crate::text::{half_width, is_blank, is_han, length};
use crate::timing::characters;
use std::collections::{HashMap, HashSet};

/// Why a speech is offered as a skeleton.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It was given on an occasion of that name, in another year or place.
    Occasion,
    /// It is of that sort.
    Genre,
    /// It was given by that speaker.
    Speaker,
}

impl Reason {
    /// The word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Occasion => "occasion",
            Self::Genre => "genre",
            Self::Speaker => "speaker",
        }
    }
}

/// How well a speech fits what is wanted: its reasons, and a number to rank by, 0 for one
/// that has nothing to do with it.
pub fn fit(about: &About, wanted: &About) -> (Vec<Reason>, u32) {
    let mut reasons = Vec::new();
    let mut points = 0;
    if let (Some(here), Some(there)) = (&about.occasion, &wanted.occasion) {
        let alike = likeness(here, there);
        if alike >= SAME_OCCASION {
            reasons.push(Reason::Occasion);
        }
        points += if alike >= SAME_OCCASION { 100 + alike } else { alike / 2 };
    }
    if let (Some(here), Some(there)) = (&about.genre, &wanted.genre)
        && (here == there || here.contains(there.as_str()) || there.contains(here.as_str()))
    {
        reasons.push(Reason::Genre);
        points += if here == there { 60 } else { 40 };
    }
    if let (Some(here), Some(there)) = (&about.speaker, &wanted.speaker) {
        // 县长　张三: the name stands last; of a template, XX.
        let name = |words: &str| {
            let last = words.split(is_blank).rfind(|word| !word.is_empty()).unwrap_or_default();
            last.chars().filter(|c| is_han(*c)).collect::<String>()
        };
        let (here, there) = (name(here), name(there));
        if !here.is_empty() && !there.is_empty() && (here.ends_with(&there) || there.ends_with(&here)) {
            reasons.push(Reason::Speaker);
            points += 50;
        }
    }
    (reasons, points)
}

/// Occasions that share so many of a hundred pairs of neighbours are of one name.
const SAME_OCCASION: u32 = 60;

/// What sort of meeting it is, which says nothing of what it is about; the longer ones first.
const SORTS: [&str; 17] = [
    "工作会议",
    "动员大会",
    "表彰大会",
    "工作会",
    "动员会",
    "表彰会",
    "座谈会",
    "推进会",
    "部署会",
    "现场会",
    "启动会",
    "全体会",
    "会议",
    "大会",
    "例会",
    "年会",
    "会",
];

/// How alike two occasions are, 0 to 100, year, session and place aside. 教育工作会议 and
/// 经济工作会议 have most of their words in common and nothing of what they are about.
fn likeness(one: &str, other: &str) -> u32 {
    let (one, other) = (bare(one), bare(other));
    in_common(&one, &other).min(in_common(about_of(&one), about_of(&other)))
}

/// 教育 of 教育工作会议; a name that is nothing but a sort stays as it is.
fn about_of(bare: &[char]) -> &[char] {
    let ends_in = |sort: &&&str| bare.iter().rev().copied().take(length(sort)).eq(sort.chars().rev());
    let n_sort = SORTS.iter().find(ends_in).map_or(0, |sort| length(sort));
    if n_sort < bare.len() { &bare[..bare.len() - n_sort] } else { bare }
}

/// How many of a hundred pairs of neighbours two words have in common.
fn in_common(one: &[char], other: &[char]) -> u32 {
    if one == other {
        return if one.is_empty() { 0 } else { 100 };
    }
    let pairs = |words: &[char]| {
        words.iter().copied().zip(words.iter().copied().skip(1)).collect::<HashSet<(char, char)>>()
    };
    let (one, other) = (pairs(one), pairs(other));
    let n_shared = one.intersection(&other).count();
    (200 * n_shared / (one.len() + other.len()).max(1)) as u32
}

/// 2025年全县经济工作会议 → 经济工作会议: without what differs from year to year and from
/// place to place.
fn bare(occasion: &str) -> Vec<char> {
    let chars: Vec<char> = occasion.chars().map(half_width).collect();
    let is_number = |c: char| c.is_ascii_digit() || "〇一二三四五六七八九十百零".contains(c);
    let mut bare: Vec<char> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let n_digits = chars[at..].iter().take_while(|c| is_number(**c)).count();
        // 2025年, 第十五届, X次
        if n_digits > 0 && matches!(chars.get(at + n_digits), Some('年' | '届' | '次' | '度')) {
            at += n_digits + 1;
            continue;
        }
        let after = chars.get(at + 1).copied();
        if c == '全' && matches!(after, Some('省' | '市' | '县' | '区' | '镇' | '乡' | '局' | '系'))
        {
            at += 2;
            continue;
        }
        if is_han(c) && c != '第' {
            bare.push(c);
        }
        at += 1;
    }
    // 平利县经济工作会议 names its place before it says what it is; 县 in the first half alone.
    let level = |c: &char| matches!(c, '省' | '市' | '县' | '区' | '旗' | '镇' | '乡');
    let half = bare.len() / 2;
    match bare[..half].iter().rposition(level) {
        Some(end) => bare.split_off(end + 1),
        None => bare,
    }
}

/// A speech as something to write along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton {
    /// Its opening, its sections in the order of their headings, its closing; those of them
    /// that it has.
    pub parts: Vec<Part>,
    /// Word's 字数 of the whole.
    pub characters: usize,
}

/// A part of a skeleton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which part.
    pub place: Place,
    /// How it is written after the `#`.
    pub address: Address,
    /// The heading's number as it is read: `一、`; empty for the others.
    pub numeral: String,
    /// The heading's words; empty for the others.
    pub words: String,
    /// Word's 字数 of all of it.
    pub characters: usize,
}

/// Where in a speech a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// All before the first heading of level 1, title and salutation included.
    Opening,
    /// The section of a heading.
    Section {
        /// The heading.
        heading: BlockId,
        /// 1 to 4.
        level: u8,
    },
    /// What closes it.
    Closing,
}

impl Part {
    /// How much of the speech it is.
    pub fn extent(&self) -> Extent {
        match self.place {
            Place::Opening => Extent::Section(Address::Opening),
            Place::Section { heading, .. } => Extent::SectionOf(heading),
            Place::Closing => Extent::Section(Address::Closing),
        }
    }

    /// The level of its heading; nothing for opening and closing.
    pub fn level(&self) -> Option<u8> {
        match self.place {
            Place::Section { level, .. } => Some(level),
            Place::Opening | Place::Closing => None,
        }
    }

    /// How long it is, and whether it is within another.
    pub fn size(&self) -> Size {
        Size { characters: self.characters, inner: self.level().is_some_and(|level| level > 1) }
    }
}

/// The skeleton of a speech; its headings of the first two levels.
pub fn skeleton(speech: &Speech) -> Skeleton {
    let shown = shown(speech);
    let part = |place, address: &Address| {
        let blocks = section(speech, address)?;
        let characters = characters(&text_of(&shown[blocks]));
        let address = address.clone();
        Some(Part { place, address, numeral: String::new(), words: String::new(), characters })
    };
    let mut position = (0, 0);
    let sections = outline_of(speech, &shown).into_iter().filter(|section| section.level <= 2);
    let sections = sections.map(|section| Part {
        place: Place::Section { heading: section.heading, level: section.level },
        address: Address::Numbered(if section.level == 1 {
            position = (position.0 + 1, 0);
            vec![position.0]
        } else {
            position.1 += 1;
            vec![position.0, position.1]
        }),
        numeral: section.numeral,
        words: section.words,
        characters: section.characters,
    });
    let opening = part(Place::Opening, &Address::Opening).into_iter();
    let parts = opening.chain(sections).chain(part(Place::Closing, &Address::Closing));
    Skeleton { parts: parts.collect(), characters: characters(&text_of(&shown)) }
}

/// Shares so many minutes out among parts by their lengths, in tenths of a minute: the outer
/// ones make up the minutes to the tenth, those within another get what of it is theirs.
pub fn allot(parts: &[&Part], minutes: u32) -> Vec<u32> {
    let sizes: Vec<Size> = parts.iter().map(|part| part.size()).collect();
    share_out(&sizes, minutes)
}

/// How long a part is, in characters, and whether it is within the last one that is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Word's 字数.
    pub characters: usize,
    /// It is part of the last one that is not within another.
    pub inner: bool,
}

/// As [`allot`], by lengths alone.
pub fn share_out(sizes: &[Size], minutes: u32) -> Vec<u32> {
    let mut tenths = vec![0; sizes.len()];
    let outer: Vec<usize> = (0..sizes.len()).filter(|idx| !sizes[*idx].inner).collect();
    let lengths: Vec<usize> = outer.iter().map(|idx| sizes[*idx].characters).collect();
    for (idx, share) in outer.iter().zip(shares(&lengths, minutes.saturating_mul(10))) {
        tenths[*idx] = share;
    }
    for (nth, idx) in outer.iter().enumerate() {
        let end = outer.get(nth + 1).copied().unwrap_or(sizes.len());
        let whole = sizes[*idx].characters.max(1) as u64;
        for inner in idx + 1..end {
            let part = u64::from(tenths[*idx]) * sizes[inner].characters as u64 / whole;
            tenths[inner] = u32::try_from(part).unwrap_or(u32::MAX);
        }
    }
    tenths
}

/// The beginning of a new speech; what is left empty comes from the skeleton.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its title.
    pub title: Option<String>,
    /// Who gives it: 县长　张三.
    pub byline: Option<String>,
    /// The line of its day: （2026年3月18日）.
    pub date: Option<String>,
}

/// What is taken into a new speech.
#[derive(Clone, Debug)]
pub struct Planned<'a> {
    /// Of which document, and how much of it.
    pub taken: Taken<'a>,
    /// With its text; else its headings alone, and of the head the salutation.
    pub with_text: bool,
}

/// How long a section of a draft is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    /// Its heading.
    pub block: BlockId,
    /// Tenths of a minute.
    pub tenths: u32,
}

/// A draft along a plan, in its order, and how long each of its sections is to be: of so many
/// minutes what its source had of all that was taken. Without minutes there are no aims.
///
/// What is taken becomes the draft's own as by [`draft::assemble`].
pub fn draft(
    head: &Head,
    plan: &[Planned<'_>],
    minutes: Option<u32>,
) -> Result<(Speech, Vec<Aim>), NoSuchSection> {
    let speech = draft::assemble_plan(head, plan)?;
    let aims = minutes.map(|minutes| aims(&speech, plan, minutes)).unwrap_or_default();
    Ok((speech, aims))
}

fn aims(draft: &Speech, plan: &[Planned<'_>], minutes: u32) -> Vec<Aim> {
    let mut sizes: Vec<Size> = Vec::new();
    let mut headings: HashMap<(&str, BlockId), usize> = HashMap::new();
    for Planned { taken: Taken { document, speech, extent }, .. } in plan {
        let Some(blocks) = extent.blocks(speech) else { continue };
        let blocks = &speech.blocks[blocks];
        let parts = skeleton(speech).parts.into_iter().filter(|part| match part.place {
            Place::Opening => blocks.first().map(|block| block.id) == speech.blocks.first().map(|b| b.id),
            Place::Section { heading, .. } => blocks.iter().any(|block| block.id == heading),
            Place::Closing => blocks.iter().any(|block| block.kind == BlockKind::Closing),
        });
        let parts: Vec<Part> = parts.collect();
        // 2.3 taken alone is within nothing.
        let top = parts.iter().filter_map(Part::level).min();
        for part in parts {
            if let Place::Section { heading, .. } = part.place {
                headings.insert((document, heading), sizes.len());
            }
            sizes.push(Size { inner: part.level() > top, ..part.size() });
        }
    }
    let tenths = share_out(&sizes, minutes);
    let aims = draft.blocks.iter().filter_map(|block| {
        let origin = block.origin.as_ref()?;
        let idx = headings.get(&(origin.document.as_str(), origin.block))?;
        Some(Aim { block: block.id, tenths: tenths[*idx] })
    });
    aims.collect()
}

/// The title of a speech on an occasion: 在全县经济工作会议上的讲话. An occasion that is a
/// title already stays as it is.
pub fn title(occasion: &str, genre: Option<&str>) -> String {
    let occasion = crate::text::trim(occasion);
    if occasion.starts_with('在') || crate::parse::genre_of_title(occasion).is_some() {
        return occasion.to_owned();
    }
    let genre = genre.map(crate::text::trim).unwrap_or_default();
    if genre == "主持词" {
        return format!("{occasion}主持词");
    }
    let word = ["致辞", "致词", "发言", "演讲", "报告"].into_iter().find(|word| genre.ends_with(word));
    format!("在{occasion}上的{}", word.unwrap_or("讲话"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occasions_are_alike_but_for_year_and_place() {
        assert_eq!(likeness("2025年全县经济工作会议", "全市经济工作会议"), 100);
        assert_eq!(likeness("平利县第十五届文化旅游节开幕式", "第三届文化旅游节开幕式"), 100);
        assert!(likeness("全县经济工作会议", "全县教育大会") < SAME_OCCASION);
        assert!(likeness("全县安全生产工作会议", "全县经济工作会议") < SAME_OCCASION);
        assert!(likeness("全县教育工作会议", "XX县经济工作会议") < SAME_OCCASION);
        assert!(likeness("全县工作会议", "XX县经济工作会议") < SAME_OCCASION);
        assert_eq!(likeness("全县党建会", "2024年全市党建会"), 100);
        assert_eq!(likeness("全县重点项目推进会", "重点项目建设推进会"), 71);
    }

    #[test]
    fn a_speaker_is_known_by_name() {
        let by = |speaker: &str| About { speaker: Some(speaker.to_owned()), ..About::default() };
        let fits = |here: &str, there: &str| !fit(&by(here), &by(there)).0.is_empty();
        assert!(fits("县长　张三", "县委书记　张三"));
        assert!(fits("县长张三", "张三"));
        assert!(!fits("县长　XX", "县长　李四"));
        assert!(!fits("县长　张三", "县长　李四"));
    }

    #[test]
    fn a_title_is_made_of_its_occasion() {
        assert_eq!(title("全县经济工作会议", None), "在全县经济工作会议上的讲话");
        assert_eq!(title("开幕式", Some("致辞")), "在开幕式上的致辞");
        assert_eq!(title("在县委全会上的讲话", Some("讲话")), "在县委全会上的讲话");
        assert_eq!(title("表彰大会", Some("主持词")), "表彰大会主持词");
    }
}
