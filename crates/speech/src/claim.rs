//! 数量提法: numbers that the text must keep.
//!
//! ```text
//! 下面，我讲三点意见：                  as many headings follow
//! 减煤、控车、抑尘三大措施              as many are listed
//! 存贷款分别增长5%和6%                  as many values as things
//! 增加1万亿元、发行1万亿元，上述2万亿元   the sum of both
//! ```
//!
//! Unknown is not wrong: what nobody can count from the text has no actual number, and
//! fixed terms (四个意识, 两个维护) are no claims. A number that fits what stands around it
//! is believed on weak evidence; one that doesn't is called wrong on strong evidence only.

mod body;
mod figure;
mod list;
mod mention;
mod outline;
mod points;
mod referring;
mod respectively;
mod sum;
mod words;

pub use figure::Figure;

use crate::shown::shown;
use crate::speech::{BlockId, BlockKind, Speech};
use crate::text::Span;
use body::Body;
use mention::Mention;
use outline::Outline;
use points::Place;
use std::collections::{HashMap, HashSet};
use words::{Noun, Words};

/// A number that the text must keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Where it stands.
    pub block: BlockId,
    /// From the numeral to the noun, in characters of the block's text as it is
    /// [shown](mod@crate::shown); from 分别 to its last value; a sum with its unit.
    pub span: Span,
    /// The numeral alone, to be replaced if it is wrong; empty for 分别.
    pub number: Span,
    /// Its words: 三点意见, 五大要素, 分别增长X%和X%, 2万亿元.
    pub text: String,
    /// How much it says: the numeral; for 分别 how many values it gives; for a sum the
    /// figure before its unit, 2 of 2万亿元.
    pub claimed: Figure,
    /// How much there is: points, items, things that the values of 分别 belong to, the
    /// sum in the unit of `claimed`. Nothing where the text lets nobody count.
    pub actual: Option<Figure>,
    /// What sort of claim it is.
    pub kind: ClaimKind,
}

impl Claim {
    /// Whether the text breaks it; false where nobody can tell.
    pub fn is_broken(&self) -> bool {
        self.actual.is_some_and(|actual| actual != self.claimed)
    }
}

/// What a claim counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// Headings, members of an enumeration, items of a list: 三点意见.
    Points,
    /// Values and the things that they belong to: 分别增长X%和X%.
    Respectively,
    /// Amounts that were named before: 上述2万亿元.
    Sum,
}

/// The count claims of a speech, in the order of its text.
///
/// Titles, bylines, dates and salutations make none. Works on documents and drafts
/// alike, so a claim tells after a section is taken away what it tells before.
pub fn claims(speech: &Speech) -> Vec<Claim> {
    claims_but(speech, &[])
}

/// The same, where the unit has fixed terms of its own: they are no claims.
pub(crate) fn claims_but(speech: &Speech, fixed_terms: &[String]) -> Vec<Claim> {
    let words = Words::read(fixed_terms);
    let bodies: Vec<Body<'_>> = shown(speech).iter().map(Body::of).collect();
    let outline = Outline::of(speech, &bodies);
    let said: Vec<(usize, Mention)> = (0..)
        .zip(&bodies)
        .filter(|(_, body)| speaks(body))
        .flat_map(|(idx, body)| {
            mention::mentions(body, &words).into_iter().map(move |mention| (idx, mention))
        })
        .collect();
    let mut claims: Vec<(usize, Claim)> = Vec::new();
    for ((idx, mention), actual) in said.iter().zip(settle(&said, &bodies, &outline, &words)) {
        if actual.is_some() || mention.may_be_asked() {
            claims.push((*idx, mention.claim(&bodies[*idx], actual)));
        }
    }
    for (idx, body) in bodies.iter().enumerate().filter(|(_, body)| speaks(body)) {
        claims.extend(values_and_sums(body).into_iter().map(|claim| (idx, claim)));
    }
    claims.sort_by_key(|(idx, claim)| (*idx, claim.span.start));
    // 分别完成三项任务、四项任务 is one claim.
    claims
        .dedup_by(|(idx, next), (before_idx, before)| idx == before_idx && next.span.start < before.span.end);
    claims.into_iter().map(|(_, claim)| claim).collect()
}

fn speaks(body: &Body<'_>) -> bool {
    matches!(body.block.kind, BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::Closing)
}

/// How many there are, read at one place of the text.
#[derive(Clone, Copy, Debug)]
struct Reading {
    /// From so many …
    low: u32,
    /// … to so many, as one counts: 技术与数据 may be one or two.
    high: u32,
    /// The number to tell if the claim is wrong.
    likely: u32,
    /// A careful reader would call another number wrong.
    sure: bool,
    /// What is counted, where only one claim can count it.
    structure: Option<Structure>,
}

/// A row of headings or an enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Structure {
    Headings(usize),
    Series(u32),
}

impl Reading {
    fn of(n: u32, sure: bool) -> Self {
        Self { low: n, high: n, likely: n, sure, structure: None }
    }

    /// Up to so many more.
    fn reaching(self, more: u32) -> Self {
        Self { high: self.high + more, ..self }
    }

    fn allows(&self, claimed: u32) -> bool {
        (self.low..=self.high).contains(&claimed)
    }
}

/// How many there are for each claim.
fn settle(
    said: &[(usize, Mention)],
    bodies: &[Body<'_>],
    outline: &Outline,
    words: &Words,
) -> Vec<Option<u32>> {
    let readings: Vec<Vec<Reading>> =
        said.iter().map(|(idx, mention)| readings(*idx, mention, bodies, outline, words)).collect();
    let mut actual: Vec<Option<u32>> = vec![None; said.len()];
    let mut kept: HashSet<Structure> = HashSet::new();
    for (at, (_, mention)) in said.iter().enumerate() {
        // The first is the nearest: with its list in the sentence a claim needs no headings.
        let fits = readings[at].iter().find(|reading| reading.allows(mention.claimed));
        if let Some(reading) = fits {
            actual[at] = Some(mention.claimed);
            kept.extend(reading.structure);
        }
    }
    // Of two claims that nothing fits, the one that stands nearest to the points is meant.
    let mut broken: HashMap<Structure, usize> = HashMap::new();
    for at in 0..said.len() {
        if actual[at].is_some() {
            continue;
        }
        let free = |reading: &&Reading| {
            reading.sure && reading.structure.is_none_or(|structure| !kept.contains(&structure))
        };
        let Some(reading) = readings[at].iter().find(free) else { continue };
        actual[at] = Some(reading.likely);
        let earlier = reading.structure.and_then(|structure| broken.insert(structure, at));
        if let Some(earlier) = earlier {
            actual[earlier] = None;
        }
    }
    repeat(said, &mut actual);
    actual
}

fn readings(
    idx: usize,
    mention: &Mention,
    bodies: &[Body<'_>],
    outline: &Outline,
    words: &Words,
) -> Vec<Reading> {
    let body = &bodies[idx];
    let mut readings: Vec<Reading> = list::before(body, mention, words).into_iter().collect();
    // 双胜利 and 三镇 name what stands before them.
    if mention.measure.is_empty() && mention.kind == Noun::Other {
        if mention.claimed == 2 {
            readings.iter_mut().for_each(|reading| reading.sure = false);
        }
        return readings;
    }
    let place = Place { bodies, outline, idx, mention };
    readings.extend(list::after(body, mention));
    readings.extend(list::both(body, mention));
    readings.extend(place.enumeration());
    readings.extend(place.headings());
    readings.extend(place.ordinals());
    if let (Some(_), Some(next)) = (body.heading_level(), bodies.get(idx + 1)) {
        readings.extend(list::echoed(next, mention));
    }
    readings.extend(referring::behind(idx, body, mention, outline));
    readings
}

/// A claim made once more counts what it counted before: 做好“五大要素”的对接.
fn repeat(said: &[(usize, Mention)], actual: &mut [Option<u32>]) {
    let mut counted: HashMap<(&str, &str), (usize, u32)> = HashMap::new();
    for (at, (idx, mention)) in said.iter().enumerate() {
        let key = (mention.measure, mention.noun.as_str());
        match (actual[at], counted.get(&key)) {
            (Some(n), _) if n == mention.claimed => {
                counted.insert(key, (*idx, n));
            }
            (None, Some((earlier, n))) => {
                let same_block = earlier == idx;
                if mention.claimed == *n && (same_block || mention.kind != Noun::Shell) {
                    actual[at] = Some(*n);
                }
                // Two of five may be picked out, but never six.
                if same_block && mention.quoted && mention.claimed > *n && mention.kind != Noun::Shell {
                    actual[at] = Some(*n);
                }
            }
            _ => {}
        }
    }
}

impl Mention {
    /// Whether a claim that nobody can count is worth telling of: 四个“百亿产业集群”.
    fn may_be_asked(&self) -> bool {
        let named = self.noun.chars().count() > 4;
        !self.measure.is_empty() && (self.kind == Noun::Shell || self.measure == "大" || named)
    }

    fn claim(&self, body: &Body<'_>, actual: Option<u32>) -> Claim {
        Claim {
            block: body.block.id,
            span: self.span.clone(),
            number: self.number.clone(),
            text: body.text(self.span.clone()),
            claimed: self.claimed.into(),
            actual: actual.map(Figure::from),
            kind: ClaimKind::Points,
        }
    }
}

/// The 分别 and the stated sums of a block.
fn values_and_sums(body: &Body<'_>) -> Vec<Claim> {
    let values = respectively::respectively(body).into_iter().map(|found| {
        let n = found.n_values;
        let actual = found.things.and_then(|things| {
            let fits = things.allows(n).then_some(n);
            fits.or(things.sure.then_some(things.likely))
        });
        Claim {
            block: body.block.id,
            number: found.span.start..found.span.start,
            text: body.text(found.span.clone()),
            span: found.span,
            claimed: n.into(),
            actual: actual.map(Figure::from),
            kind: ClaimKind::Respectively,
        }
    });
    let sums = sum::sums(body).into_iter().map(|found| Claim {
        block: body.block.id,
        number: found.number,
        text: body.text(found.span.clone()),
        span: found.span,
        claimed: found.claimed,
        actual: Some(found.actual),
        kind: ClaimKind::Sum,
    });
    values.chain(sums).collect()
}
