//! Where a query stands in a passage. Highlights are made from the text itself, not
//! from what an index holds: `营商环境` in `优化营商环境` is 2..6.

use crate::fold::fold_with_origins;
use speech::Span;

/// Where the folded terms stand in a text, in characters of the text: one range an
/// occurrence, leftmost first, the longer one where two begin together, none
/// overlapping, touching ones not merged.
///
/// Where a term is only part of what a character folds to, the range covers that
/// character. An empty term stands nowhere.
pub(crate) fn highlights<'a>(text: &str, folded_terms: impl IntoIterator<Item = &'a str>) -> Vec<Span> {
    let folded = fold_with_origins(text);
    let mut found: Vec<Span> = Vec::new();
    for term in folded_terms {
        let length = term.chars().count();
        found.extend(starts(&folded.text, term).map(|start| folded.original(start..start + length)));
    }
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    found.retain(|span| {
        let free = span.start >= end;
        if free {
            end = span.end;
        }
        free
    });
    found
}

/// How often a folded term stands in a folded text, overlapping ones counted:
/// `哈哈` twice in `哈哈哈`. An empty term 0 times.
pub(crate) fn occurrences(folded: &str, term: &str) -> usize {
    starts_bytes(folded, term).count()
}

/// Where a term begins, in characters, overlapping occurrences included.
fn starts<'a>(folded: &'a str, term: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (mut at_bytes, mut at) = (0, 0);
    starts_bytes(folded, term).map(move |start_bytes| {
        at += folded[at_bytes..start_bytes].chars().count();
        at_bytes = start_bytes;
        at
    })
}

fn starts_bytes<'a>(folded: &'a str, term: &'a str) -> impl Iterator<Item = usize> + 'a {
    let first_bytes = term.chars().next().map_or(0, char::len_utf8);
    let mut from_bytes = 0;
    std::iter::from_fn(move || {
        if first_bytes == 0 {
            return None;
        }
        let start_bytes = from_bytes + folded[from_bytes..].find(term)?;
        from_bytes = start_bytes + first_bytes;
        Some(start_bytes)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, terms: &[&str], expected: &str) {
        let mut marked = String::new();
        let mut at = 0;
        for span in highlights(text, terms.iter().copied()) {
            marked.push_str(speech::text::slice(text, at..span.start));
            marked.push_str(&format!("⟦{}⟧", speech::text::slice(text, span.clone())));
            at = span.end;
        }
        marked.push_str(speech::text::slice(text, at..usize::MAX));
        assert_eq!(marked, expected);
    }

    #[test]
    fn occurrences_are_marked_one_by_one() {
        check("主体责任、监督责任", &["责任"], "主体⟦责任⟧、监督⟦责任⟧");
        check("主体责任", &["体责"], "主⟦体责⟧任");
        check("人民人民", &["人民"], "⟦人民⟧⟦人民⟧");
        check("哈哈哈", &["哈哈"], "⟦哈哈⟧哈");
        check("主体责任", &["责任", "主体责任"], "⟦主体责任⟧");
        check("主体责任", &["体责", "责任"], "主⟦体责⟧任");
        check("發展與开放", &["发展与"], "⟦發展與⟧开放");
        check("某㈱会", &["株"], "某⟦㈱⟧会");
        check("某㈱会", &["株", ")会"], "某⟦㈱会⟧");
        check("主体责任", &[""], "主体责任");
        check("", &["责任"], "");
    }
}
