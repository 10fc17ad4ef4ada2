//! Claims that point back: 上述“三项”收入, 以上三点, and a claim made once more.

use super::Reading;
use super::body::{Body, ends_clause, ends_sentence};
use super::mention::Mention;
use super::outline::Outline;
use super::words::Noun;
use crate::speech::BlockKind;

/// What the claim finds behind it.
pub(super) fn behind(idx: usize, body: &Body<'_>, mention: &Mention, outline: &Outline) -> Vec<Reading> {
    let start = mention.span.start - usize::from(mention.quoted);
    if !["上述", "以上", "这", "前述", "上面", "上面这"].iter().any(|word| body.has_before(start, word))
    {
        return Vec::new();
    }
    let mut readings: Vec<Reading> = clauses(body, mention, start).into_iter().collect();
    if let Some(marker) = body.marker_before(start) {
        // An enumeration that goes on after the claim is not what it points back to.
        let told = outline.series.get(&marker.series).filter(|series| series.last == (idx, marker.at));
        readings.extend(told.map(|series| Reading::of(series.n, false)));
    }
    let sentence = body.since(start, ends_sentence);
    let previous = body.since(sentence.saturating_sub(1).max(body.start), ends_sentence);
    for clause in body.text(previous..start).split(ends_clause).filter(|clause| clause.contains('、')) {
        let items = clause.split('、').count() as u32;
        let joints = clause.chars().filter(|c| "和与及".contains(*c)).count() as u32;
        readings.push(Reading::of(items, false).reaching(joints));
    }
    let ends_speech = outline.next_heading[idx].is_none() && body.heading_level().is_none();
    if ends_speech {
        let sure = body.has_before(start, "以上") && speaks_of_all(body, mention);
        readings
            .extend(outline.rows.first().map(|row| Reading::of(row.len() as u32, sure && row.len() >= 2)));
    }
    readings
}

/// 以上三点意见 at the end of a speech speaks of its sections; 以上三点 in the last
/// section may be of that section.
fn speaks_of_all(body: &Body<'_>, mention: &Mention) -> bool {
    let opinions = ["意见", "建议"].contains(&mention.noun.as_str());
    let closing = body.block.kind == BlockKind::Closing && ["", "方面"].contains(&mention.noun.as_str());
    mention.kind == Noun::Shell && (opinions || closing)
}

/// The clauses parted by ； of the sentence so far.
fn clauses(body: &Body<'_>, mention: &Mention, start: usize) -> Option<Reading> {
    let so_far = body.text(body.since(start, ends_sentence)..start);
    let clauses: Vec<&str> = so_far.split(['；', ';']).collect();
    let sure = !mention.noun.is_empty() && clauses.iter().all(|clause| clause.contains(&mention.noun));
    (clauses.len() >= 2).then(|| Reading::of(clauses.len() as u32, sure))
}
