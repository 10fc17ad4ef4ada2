//! What stays whole at the end of a line or a page: 3.75万亿元, 《条例》, “放管服”, a name.

use crate::text::Span;

/// The longest stretch that is kept whole: beyond it, half a line would stay empty.
const LONGEST: usize = 12;

/// The numbers with their units, and what stands in quotes or title marks if it is a word
/// and not a sentence.
pub(super) fn units(chars: &[char], numbers: impl Iterator<Item = Span>) -> Vec<Span> {
    let quoted = chars.iter().enumerate().filter_map(|(start, open)| {
        let close = match open {
            '“' => '”',
            '《' => '》',
            '‘' => '’',
            '〔' => '〕',
            _ => return None,
        };
        let n_inner = chars[start + 1..].iter().take(LONGEST).position(|mark| *mark == close)?;
        let inner = &chars[start + 1..start + 1 + n_inner];
        let is_word = !inner.iter().any(|mark| "，。；：！？".contains(*mark));
        (is_word && n_inner > 0).then_some(start..start + n_inner + 2)
    });
    merged(numbers.collect(), quoted)
}

/// Spans and more spans in order; those that overlap or touch as numbers do (3月18日) are
/// one, while that is not too long.
pub(super) fn merged(spans: Vec<Span>, more: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut all: Vec<Span> = spans.into_iter().chain(more).filter(|span| span.len() <= LONGEST).collect();
    all.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut merged: Vec<Span> = Vec::new();
    for span in all {
        match merged.last_mut() {
            Some(last) if span.start < last.end && span.end <= last.end => {}
            Some(last) if span.start <= last.end && span.end - last.start <= LONGEST => last.end = span.end,
            Some(last) if span.start < last.end => {}
            _ => merged.push(span),
        }
    }
    merged
}
