//! Two people have changed one paragraph: where their changes don't meet, both hold.

use dissimilar::Chunk;
use std::ops::Range;

/// The text with the changes of both; nothing where they touch each other.
pub(super) fn merged(sent: &str, here: &str, there: &str) -> Option<String> {
    let (ours, theirs) = (edits(sent, here), edits(sent, there));
    // An edit between two characters touches both.
    let touches = |a: &Range<usize>, b: &Range<usize>| a.start <= b.end && b.start <= a.end;
    if ours.iter().any(|(ours, _)| theirs.iter().any(|(theirs, _)| touches(ours, theirs))) {
        return None;
    }
    let mut all: Vec<(Range<usize>, String)> = ours.into_iter().chain(theirs).collect();
    all.sort_by_key(|(range, _)| range.start);
    let mut text = String::new();
    let mut at = 0;
    for (range, words) in all {
        text.push_str(&sent[at..range.start]);
        text.push_str(&words);
        at = range.end;
    }
    text.push_str(&sent[at..]);
    Some(text)
}

/// What was put in the place of which bytes.
fn edits(old: &str, new: &str) -> Vec<(Range<usize>, String)> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut at = 0;
    for chunk in dissimilar::diff(old, new) {
        match chunk {
            Chunk::Equal(text) => at += text.len(),
            Chunk::Delete(text) => {
                edits.push((at..at + text.len(), String::new()));
                at += text.len();
            }
            Chunk::Insert(text) => match edits.last_mut() {
                Some((range, words)) if range.end == at => words.push_str(text),
                _ => edits.push((at..at, text.to_owned())),
            },
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn both_hold_where_they_are_apart() {
        assert_eq!(
            merged("要抓投资，要抓消费。", "要抓投资，要狠抓消费。", "要紧抓投资，要抓消费。").as_deref(),
            Some("要紧抓投资，要狠抓消费。")
        );
        assert_eq!(merged("要抓投资。", "要狠抓投资。", "要紧抓投资。"), None);
        assert_eq!(merged("甲乙", "甲乙", "甲").as_deref(), Some("甲"));
    }
}
