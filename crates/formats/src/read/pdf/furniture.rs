//! What stands on a page and is no text: page numbers, and heads and feet that come again
//! on other pages.

use super::lines::{Line, Page};
use speech::text::{is_blank, trim};
use std::collections::HashMap;

/// The share of a page's height, above and below, where such things stand.
const EDGE: f64 = 0.12;
/// Heights that differ by no more points are the same.
const SAME_HEIGHT: f64 = 3.0;

/// Removes page numbers, heads and feet.
pub(super) fn remove(pages: &mut [Page]) {
    for page in pages.iter_mut() {
        let last_idx = page.lines.len().wrapping_sub(1);
        let height = page.height;
        let mut idx = 0;
        page.lines.retain(|line| {
            let at_end = idx == 0 || idx == last_idx;
            idx += 1;
            let number = page_number(&line.text);
            !match number {
                Some(Number::Plain) => is_at_edge(line, height),
                Some(Number::Marked) => at_end || is_at_edge(line, height),
                None => false,
            }
        });
    }
    let heights = heights(pages);
    let n_pages = |line: &Line| {
        let heights = heights.get(&core_of(&line.text)).map(Vec::as_slice).unwrap_or_default();
        heights.iter().filter(|height| (**height - line.baseline).abs() <= SAME_HEIGHT).count()
    };
    let is_text = |line: &Line, height| !is_at_edge(line, height) || n_pages(line) < 2;
    // Where every page has nothing but one line at the edge, it is what the pages say.
    if pages.iter().any(|page| page.lines.iter().any(|line| is_text(line, page.height))) {
        for page in pages.iter_mut() {
            let height = page.height;
            page.lines.retain(|line| is_text(line, height));
        }
    }
}

/// At which heights a line at the edge stands on all pages, whatever its digits.
fn heights(pages: &[Page]) -> HashMap<String, Vec<f64>> {
    let mut heights: HashMap<String, Vec<f64>> = HashMap::new();
    for page in pages {
        for line in page.lines.iter().filter(|line| is_at_edge(line, page.height)) {
            heights.entry(core_of(&line.text)).or_default().push(line.baseline);
        }
    }
    heights
}

fn is_at_edge(line: &Line, height: f64) -> bool {
    line.baseline < EDGE * height || line.baseline > (1.0 - EDGE) * height
}

/// A line without what differs from page to page.
fn core_of(text: &str) -> String {
    text.chars().filter(|it| !is_blank(*it) && !it.is_numeric()).collect()
}

/// How a page number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Number {
    /// `1`, which may be a text.
    Plain,
    /// `— 1 —`, `第1页 共9页`, `1/9`.
    Marked,
}

/// The page number that a line is.
fn page_number(text: &str) -> Option<Number> {
    let text = trim(text);
    let is_dash = |it: char| is_blank(it) || "-—–－―─·•～~".contains(it);
    let inner = text.trim_matches(is_dash);
    let is_number =
        |text: &str| (1..=4).contains(&text.chars().count()) && text.chars().all(|it| it.is_numeric());
    if is_number(inner) {
        return Some(if inner == text { Number::Plain } else { Number::Marked });
    }
    let compact: String = text.chars().filter(|it| !is_blank(*it)).flat_map(char::to_lowercase).collect();
    let of_page =
        |text: &str| text.strip_prefix('第').and_then(|text| text.strip_suffix('页')).is_some_and(is_number);
    let of_all = |text: &str| {
        let text = text.trim_start_matches(['，', ',', '/', '（', '(']).trim_end_matches(['）', ')']);
        text.strip_prefix('共').and_then(|text| text.strip_suffix('页')).is_some_and(is_number)
    };
    let is_marked = of_page(&compact)
        || compact.split_once('页').is_some_and(|(page, all)| of_page(&format!("{page}页")) && of_all(all))
        || compact.split_once('/').is_some_and(|(page, all)| is_number(page) && is_number(all))
        || compact.strip_prefix("page").is_some_and(|rest| rest.split("of").all(is_number));
    is_marked.then_some(Number::Marked)
}

#[cfg(test)]
mod tests {
    use super::{Number, page_number};

    #[test]
    fn page_numbers() {
        for text in [
            "— 1 —",
            "-12-",
            "－3－",
            "第1页",
            "第 1 页 共 9 页",
            "第1页，共9页",
            "第1页（共9页）",
            "1/9",
            "Page 2 of 9",
        ] {
            assert_eq!(page_number(text), Some(Number::Marked), "{text}");
        }
        assert_eq!(page_number(" 27 "), Some(Number::Plain));
        for text in ["", "—", "2026年", "第1页纸", "一、", "1. 任务", "12345", "第一页第二页", "3/4/5"]
        {
            assert_eq!(page_number(text), None, "{text}");
        }
    }
}
