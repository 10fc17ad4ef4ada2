//! 摘录. As much of a passage as a list of hits has room for, what was found set off.

use speech::Span;
use speech::text::{length, slice};

/// A stretch of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its words.
    pub text: String,
    /// It is what was looked for.
    pub marked: bool,
}

/// The words around the first of the highlights: up to `before` characters before it,
/// `n_chars` in all, with … where something is left out. A text that is short enough is
/// given whole. No stretch is empty.
pub fn excerpt(text: &str, highlights: &[Span], before: usize, n_chars: usize) -> Vec<Stretch> {
    let n_text = length(text);
    let first = highlights.first().map_or(0, |span| span.start);
    let start = first.saturating_sub(before).min(n_text.saturating_sub(n_chars));
    let end = (start + n_chars).min(n_text);
    let mut stretches = Vec::new();
    let mut push = |text: String, marked: bool| {
        if !text.is_empty() {
            stretches.push(Stretch { text, marked });
        }
    };
    let left_out = |something: bool| if something { "…" } else { "" };
    let mut words = left_out(start > 0).to_owned();
    let mut at = start;
    for span in highlights.iter().filter(|span| span.start < end && start < span.end) {
        words.push_str(slice(text, at..span.start));
        push(std::mem::take(&mut words), false);
        at = span.end.min(end);
        push(slice(text, span.start.max(start)..at).to_owned(), true);
    }
    words.push_str(slice(text, at..end));
    words.push_str(left_out(end < n_text));
    push(words, false);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<const N: usize>(text: &str, highlights: [(usize, usize); N], expected: &str) {
        let told =
            excerpt(text, &highlights.map(|(start, end)| start..end), 2, 8).into_iter().map(|stretch| {
                match stretch.marked {
                    true => format!("⟦{}⟧", stretch.text),
                    false => stretch.text,
                }
            });
        assert_eq!(told.collect::<Vec<_>>().join("|"), expected);
    }

    #[test]
    fn the_first_place_is_in_view() {
        check("一二三四五六七八", [(6, 8)], "一二三四五六|⟦七八⟧");
        check("一二三四五六七八九十", [(1, 2), (4, 5)], "一|⟦二⟧|三四|⟦五⟧|六七八…");
        check("一二三四五六七八九十", [(4, 5)], "…三四|⟦五⟧|六七八九十");
        check("一二三四五六七八九十甲乙", [(3, 5), (8, 11)], "…二三|⟦四五⟧|六七八|⟦九⟧|…");
        check("一二三四五六七八九十甲乙", [(0, 12)], "⟦一二三四五六七八⟧|…");
        check("𠮷二三四五六七八九十", [(0, 1)], "⟦𠮷⟧|二三四五六七八…");
        check("", [], "");
    }
}
