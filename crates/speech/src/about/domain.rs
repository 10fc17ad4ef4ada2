//! 领域. The field of work that words tell: 三农, 教育, 安全生产.

use super::text_of;
use crate::shown::shown;
use crate::speech::{BlockKind, Speech};

/// The first field whose word stands in a title or a name.
pub(super) fn of_words(words: &str) -> Option<String> {
    domains()
        .find(|(_, known)| known.split_whitespace().any(|word| words.contains(word)))
        .map(|(name, _)| name.to_owned())
}

/// The field that most headings speak of, and two at least.
pub(super) fn of_headings(speech: &Speech) -> Option<String> {
    let headings = shown(speech)
        .into_iter()
        .filter(|shown| matches!(shown.block.kind, BlockKind::Heading { level: 1 | 2, .. }));
    let told: Vec<String> = headings.filter_map(|heading| of_words(&heading.text())).collect();
    let of = |name: &String| told.iter().filter(|other| *other == name).count();
    let most = told.iter().max_by_key(|name| of(name))?;
    (of(most) >= 2 && of(most) * 2 > told.len()).then(|| most.clone())
}

/// The field that the title names.
pub(super) fn of_title(speech: &Speech) -> Option<String> {
    of_words(&text_of(speech, BlockKind::Title).join(""))
}

/// The fields with their words, in the order in which they are asked.
fn domains() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../../data/domains.txt").lines();
    lines.filter_map(|line| line.strip_prefix('[')?.split_once(']'))
}
