//! Lists beside a claim.
//!
//! ```text
//! 土地、资本、劳动力、技术与数据五大要素          before it
//! “减煤、控车、抑尘”三大措施                     in quotation marks
//! 三个重点：项目、产业、环境                      after it
//! 做到“四个坚持”：坚持……；坚持……                 clauses that begin alike
//! ```
//!
//! 和 and 与 join two things or are part of one (生态保护和修复), so a list has a
//! lowest and a highest count.

use super::Reading;
use super::body::{Body, ends_clause, ends_sentence};
use super::mention::{Mention, has_claim};
use super::words::{Noun, Words};
use crate::numeral;
use crate::text::half_width;

/// The list that stands right before a claim.
pub(super) fn before(body: &Body<'_>, mention: &Mention, words: &Words) -> Option<Reading> {
    let mut end = mention.span.start;
    if mention.quoted {
        end -= 1;
    }
    for word in ["这", "共", "全部", "以及这"] {
        if body.has_before(end, word) {
            end -= word.chars().count();
        }
    }
    if body.has_before(end, "等") {
        // 等 leaves open how many there are.
        let items = items_before(body, end - 1)?;
        return Some(Reading::of(items.len() as u32, false).reaching(joints(&items)));
    }
    if let Some(reading) = quoted_before(body, end) {
        return Some(reading);
    }
    let items = items_before(body, end)?;
    // 一个目标、突出两个重点、实施三大工程: a row of claims lists none of them.
    if has_claim(&items.join("、")) || words.takes_object(items.last()?) {
        return None;
    }
    let sure = items.len() >= 3
        && is_even(&items)
        && !is_owner(&items, mention, words)
        && !counts_characters(mention)
        && !begins_inside(&items, mention.claimed as usize)
        && !goes_on_counting(body, mention);
    let n = items.len() as u32;
    let reading = Reading::of(n, sure).reaching(joints(&items));
    // 技术与数据 at the end are two more likely than one.
    let last = u32::from(joint(items.last()?).is_some());
    Some(Reading { likely: n + last, ..reading })
}

/// 既要抓发展，又要保安全 in the sentence of 两个方面 or the next one. Only a hint: 既要 and 又要
/// stand in any sentence, so they bear a claim out and never break one.
pub(super) fn both(body: &Body<'_>, mention: &Mention) -> Option<Reading> {
    let sentence = body.until(mention.span.end, ends_sentence);
    let next = body.until((sentence + 1).min(body.characters.len()), ends_sentence);
    let text = body.text(mention.span.end..next);
    let (_, after) = text.split_once("既要")?;
    let goes_on =
        |clause: &&str| ["又要", "也要", "还要", "更要"].iter().any(|lead| clause.starts_with(lead));
    let n_more = after.split(ends_clause).filter(goes_on).count() as u32;
    (n_more > 0).then(|| Reading::of(1 + n_more, false))
}

/// “减煤、控车”六大措施, “打通壁垒”和“创新应用”两篇文章.
fn quoted_before(body: &Body<'_>, end: usize) -> Option<Reading> {
    let mut at = end;
    let mut n = 0;
    // Nobody quotes more than a dozen or two in a row.
    while body.before(at) == '”' && n < 30 {
        let open = body.since(at - 1, |character| character == '“');
        if body.before(open) != '“' {
            return None;
        }
        let inner = body.text(open..at - 1);
        n += 1;
        at = open - 1;
        // “人口多、土地少，小生产、大市场”: 、 parts what ， joins to one.
        if n == 1 && inner.contains('、') && inner.contains(['，', ',']) {
            return Some(Reading::of(clauses(&inner, &['，', ',']).len() as u32, false));
        }
        if n == 1 && inner.contains('、') {
            let items: Vec<String> = inner.split('、').map(str::to_owned).collect();
            let reading = Reading::of(items.len() as u32, items.len() >= 3 && !inner.ends_with('等'));
            return Some(reading.reaching(joints(&items)));
        }
        if "、和与及".contains(body.before(at)) && body.before(at - 1) == '”' {
            at -= 1;
        }
    }
    (n >= 2).then(|| Reading::of(n, n >= 3))
}

/// The items parted by 、 that end at a place, in their clause; one alone if 和 is in it.
fn items_before(body: &Body<'_>, end: usize) -> Option<Vec<String>> {
    // 张三、李四和两位老师: the claim is one of the list.
    if end <= body.start || "、和与及".contains(body.before(end)) {
        return None;
    }
    let start = body.since(end, |character| ends_clause(character) || "“”（）()".contains(character));
    let items: Vec<String> = body.text(start..end).split('、').map(str::to_owned).collect();
    let list = items.len() >= 2 || joint(items.first()?).is_some();
    (list && items.iter().all(|item| !item.is_empty())).then_some(items)
}

/// The items are of one make: none much longer than the others. The first has the
/// sentence's beginning before it.
fn is_even(items: &[String]) -> bool {
    let length = |item: &String| item.chars().count();
    let inner = items[1..items.len() - 1].iter().map(length).max().unwrap_or(0);
    let last = items.last().map_or("", String::as_str);
    let last = joint(last)
        .map_or(last.chars().count(), |(left, right)| left.chars().count().max(right.chars().count()));
    last <= inner + 2
        && !items.iter().any(|item| item.contains('等') || item.starts_with('各') || item.contains("以及"))
        && !items[1..].iter().any(|item| item.chars().any(|c| c.is_ascii_digit() || "XＸ×".contains(c)))
}

/// 县委、县政府认准山场、水电、旅游三大资源: of more items than are claimed, the one that the
/// list would begin in is longer than those after it. There the sentence has a 、 of its own.
fn begins_inside(items: &[String], n_claimed: usize) -> bool {
    let length = |item: &String| item.chars().count();
    let Some(begin) = items.len().checked_sub(n_claimed).filter(|begin| *begin > 0) else { return false };
    match &items[begin..] {
        [first, others @ ..] => others.iter().all(|other| length(other) < length(first)),
        [] => false,
    }
}

/// 城关镇、涧池镇、蒲溪镇五个村: those who have what is counted, not what is counted.
fn is_owner(items: &[String], mention: &Mention, words: &Words) -> bool {
    let last = items.last().map_or("", String::as_str);
    let alike = last.chars().last() == mention.noun.chars().last();
    // 财政局、人社局、教体局三个部门
    let offices = ["部门", "单位"].iter().any(|noun| mention.noun.ends_with(noun));
    let counts_them = alike || mention.measure == "级" || mention.measure.is_empty() || offices;
    let counts_places = !mention.measure.is_empty()
        && mention.noun.ends_with(['村', '镇', '乡', '县', '市', '省', '区', '人']);
    // 市一中、二中、三中三位老师: what is longer than a name is whose the people are.
    let of_bodies =
        ["位", "名"].contains(&mention.measure) && items[1..].iter().any(|item| item.chars().count() > 4);
    counts_places || of_bodies || words.is_owner(last) && !counts_them
}

/// 辽宁、河北、天津三省两市, 珠宝、服装、食品4大类128项: the list is counted by two numbers.
fn goes_on_counting(body: &Body<'_>, mention: &Mention) -> bool {
    let next = half_width(body.at(mention.span.end));
    next.is_ascii_digit() || mention.measure.is_empty() && "一二两三四五六七八九十".contains(next)
}

/// 八个字：引导、扶植、协调、建制.
fn counts_characters(mention: &Mention) -> bool {
    mention.noun.starts_with('字')
}

/// The list that stands right after a claim.
pub(super) fn after(body: &Body<'_>, mention: &Mention) -> Option<Reading> {
    let mut at = mention.span.end;
    if mention.quoted {
        at += 1;
    }
    if "（(".contains(body.at(at)) {
        let end = body.until(at + 1, |character| "）)。".contains(character));
        return told(&body.text(at + 1..end), mention, true);
    }
    let (lead, strict) = leads(body, at)?;
    at += lead;
    // What a marker begins is an enumeration.
    if body.marker_from(at).is_some_and(|marker| marker.at == at) {
        return None;
    }
    let end = body.until(at, ends_sentence);
    let list = body.text(at..end);
    // 做到三个带头，带头……，带头……: after a comma only what repeats the noun.
    if body.before(at) == '，' {
        return repeated(&list, mention, false);
    }
    told(&list, mention, strict && body.at(at) != '“' && !counts_characters(mention))
}

/// How long the words are that lead from a claim to its list, and whether they lead
/// to nothing else.
fn leads(body: &Body<'_>, at: usize) -> Option<(usize, bool)> {
    const LEADS: [(&str, bool); 13] = [
        ("：", true),
        (":", true),
        ("——", true),
        ("，即", true),
        ("即", true),
        ("，就是", false),
        ("就是", false),
        ("，分别是", true),
        ("分别是", true),
        ("，包括", false),
        ("是", false),
        ("，也就是", false),
        ("，", false),
    ];
    if let Some((lead, strict)) = LEADS.into_iter().find(|(lead, _)| body.has(at, lead)) {
        return Some((lead.chars().count(), strict));
    }
    // 有三种品质值得我们学习：
    let mark = body.until(at, ends_clause);
    ("：:".contains(body.at(mark)) && mark - at <= 14).then_some((mark + 1 - at, false))
}

/// How many things a list names.
fn told(list: &str, mention: &Mention, strict: bool) -> Option<Reading> {
    let open = list.ends_with('等') || list.contains("等等") || list.contains("……");
    if list.contains(['；', ';']) {
        let parts = clauses(list, &['；', ';']);
        let points = mention.kind != Noun::Other && begin_alike(&parts, mention);
        let sure = strict && (points || are_numbered(&parts));
        return Some(Reading::of(parts.len() as u32, sure));
    }
    if let Some(reading) = repeated(list, mention, strict) {
        return Some(reading);
    }
    let parts = clauses(list, &['，', ',', '、']);
    if list.contains(['，', ',']) {
        let by_comma = clauses(list, &['，', ',']);
        let n = by_comma.len() as u32;
        // Items parted by 、 with a comment after them.
        let first: Vec<String> = by_comma.first()?.split('、').map(str::to_owned).collect();
        let of_first = first.len() as u32;
        if n != mention.claimed && of_first >= 2 && of_first == mention.claimed {
            return Some(Reading::of(of_first, false));
        }
        return (n >= 2).then(|| Reading::of(n, false));
    }
    if parts.len() < 2 && joint(list).is_none() {
        return None;
    }
    let n = parts.len() as u32;
    let short = parts.iter().all(|part| part.chars().count() <= 16);
    let reading = Reading::of(n, strict && !open && short && n >= 3).reaching(joints(&parts));
    let last = u32::from(parts.last().is_some_and(|last| joint(last).is_some()));
    Some(Reading { likely: n + last, ..reading })
}

/// 四个坚持：坚持……，坚持……; 五个不放过：……不放过、……不放过.
fn repeated(list: &str, mention: &Mention, strict: bool) -> Option<Reading> {
    let noun = mention.noun.as_str();
    let parts = clauses(list, &['，', ',', '、', '；', ';']);
    let repeats = |part: &&String| part.starts_with(noun) || part.ends_with(noun);
    let n = parts.iter().filter(repeats).count();
    (!noun.is_empty() && n >= 2).then(|| Reading::of(n as u32, strict && n == parts.len()))
}

fn clauses(list: &str, marks: &[char]) -> Vec<String> {
    list.split(marks).map(str::trim).filter(|clause| !clause.is_empty()).map(str::to_owned).collect()
}

/// Clauses that begin with the same word, or with the noun that is counted.
fn begin_alike(clauses: &[String], mention: &Mention) -> bool {
    let lead: String = match mention.noun.as_str() {
        "" => String::new(),
        noun if clauses.first().is_some_and(|first| first.starts_with(noun)) => noun.to_owned(),
        _ => clauses.first().map(|first| first.chars().take(1).collect()).unwrap_or_default(),
    };
    clauses.len() >= 2 && !lead.is_empty() && clauses.iter().all(|clause| clause.starts_with(&lead))
}

/// 一、……；二、……；三、……
fn are_numbered(parts: &[String]) -> bool {
    let number = |part: &str| match numeral::read_number(part) {
        Some((number, rest)) if rest.starts_with(['、', '.', '．']) => Some(number),
        _ => None,
    };
    let numbers: Vec<u32> = parts.iter().filter_map(|part| number(part)).collect();
    parts.len() >= 2 && numbers.into_iter().eq(1..=parts.len() as u32)
}

/// The two sides of 和, 与, 及 in an item.
fn joint(item: &str) -> Option<(&str, &str)> {
    ["以及", "和", "与", "及", "暨"]
        .iter()
        .find_map(|word| item.split_once(word))
        .filter(|(left, right)| !left.is_empty() && !right.is_empty())
}

/// How many 和 and 与 a list may be parted at.
fn joints(items: &[String]) -> u32 {
    items.iter().filter(|item| joint(item).is_some()).count() as u32
}

/// A list in the sentences after a heading whose items name what the heading counts:
/// 六项收入 … 财政收入、全体居民收入、……和贫困户收入.
pub(super) fn echoed(body: &Body<'_>, mention: &Mention) -> Option<Reading> {
    let core: Vec<char> = mention.noun.chars().collect();
    if core.len() != 2 || mention.kind == Noun::Shell {
        return None;
    }
    let first = body.until(body.start, ends_sentence);
    let end = body.until((first + 1).min(body.characters.len()), ends_sentence);
    let text = body.text(body.start..end);
    let lists = text.split(ends_clause).filter(|clause| clause.contains('、'));
    lists
        .filter_map(|clause| {
            let mut items: Vec<&str> = clause.split('、').collect();
            let last = items.pop()?;
            match joint(last) {
                Some((left, right)) if left.ends_with(&mention.noun) => items.extend([left, right]),
                _ => items.push(last),
            }
            let n_echoes = items.iter().filter(|item| item.ends_with(&mention.noun)).count();
            let n = items.len();
            (n >= 3 && n_echoes * 4 >= n * 3).then(|| Reading::of(n as u32, true))
        })
        .next()
}
