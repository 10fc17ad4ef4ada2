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
use super::mention::Mention;
use super::words::Noun;

/// The list that stands right before a claim.
pub(super) fn before(body: &Body<'_>, mention: &Mention) -> Option<Reading> {
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
    let sure = items.len() >= 3 && is_even(&items) && !is_owner(&items, mention);
    let n = items.len() as u32;
    let reading = Reading::of(n, sure).reaching(joints(&items));
    // 技术与数据 at the end are two more likely than one.
    let last = u32::from(joint(items.last()?).is_some());
    Some(Reading { likely: n + last, ..reading })
}

/// “减煤、控车”六大措施, “打通壁垒”和“创新应用”两篇文章.
fn quoted_before(body: &Body<'_>, end: usize) -> Option<Reading> {
    let mut at = end;
    let mut n = 0;
    while body.before(at) == '”' {
        let open = body.since(at - 1, |character| character == '“');
        if body.before(open) != '“' {
            return None;
        }
        let inner = body.text(open..at - 1);
        n += 1;
        at = open - 1;
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
    if body.before(end) == '、' || end <= body.start {
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

/// 市、县、镇三项考核: those who have what is counted, not what is counted.
fn is_owner(items: &[String], mention: &Mention) -> bool {
    let place = |item: &str| {
        item.ends_with(['国', '省', '市', '县', '区', '镇', '乡', '村', '委', '府', '局', '办', '门', '位'])
    };
    let counts_places = mention.measure == "级" || mention.measure.is_empty() || place(&mention.noun);
    !counts_places && items.last().is_some_and(|item| place(item))
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
    if body.markers.iter().any(|marker| marker.at == at) {
        return None;
    }
    let end = body.until(at, ends_sentence);
    told(&body.text(at..end), mention, strict && !"“".contains(body.at(at)))
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
    let (lead, strict) = LEADS.into_iter().find(|(lead, _)| body.has(at, lead))?;
    Some((lead.chars().count(), strict))
}

/// How many things a list names.
fn told(list: &str, mention: &Mention, strict: bool) -> Option<Reading> {
    let clauses = |marks: &[char]| -> Vec<String> {
        list.split(marks).map(str::trim).filter(|clause| !clause.is_empty()).map(str::to_owned).collect()
    };
    let open = list.ends_with('等') || list.contains("等等") || list.contains("……");
    if list.contains(['；', ';']) {
        let parts = clauses(&['；', ';']);
        let sure = strict && mention.kind != Noun::Other && begin_alike(&parts, mention);
        return Some(Reading::of(parts.len() as u32, sure));
    }
    let parts = clauses(&['，', ',', '、']);
    // 四个坚持：坚持……，坚持……
    let alike =
        parts.iter().filter(|part| !mention.noun.is_empty() && part.starts_with(&mention.noun)).count();
    if alike >= 2 {
        return Some(Reading::of(alike as u32, strict && alike == parts.len()));
    }
    if list.contains(['，', ',']) {
        let by_comma = clauses(&['，', ',']);
        let sure = strict && begin_alike(&by_comma, mention);
        let n = by_comma.len() as u32;
        // Items parted by 、 with a comment after them.
        let first: Vec<String> = by_comma.first()?.split('、').map(str::to_owned).collect();
        let of_first = first.len() as u32;
        if n != mention.claimed && of_first >= 2 && of_first == mention.claimed {
            return Some(Reading::of(of_first, false));
        }
        return (n >= 2).then(|| Reading::of(n, sure));
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

/// Clauses that begin with the same word, or with the noun that is counted.
fn begin_alike(clauses: &[String], mention: &Mention) -> bool {
    let lead: String = match mention.noun.as_str() {
        "" => String::new(),
        noun if clauses.first().is_some_and(|first| first.starts_with(noun)) => noun.to_owned(),
        _ => clauses.first().map(|first| first.chars().take(1).collect()).unwrap_or_default(),
    };
    clauses.len() >= 2 && !lead.is_empty() && clauses.iter().all(|clause| clause.starts_with(&lead))
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
