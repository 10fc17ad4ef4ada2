//! Lines that are not of the speech: adverts, group numbers, page numbers, the
//! words of a web page around it.
//!
//! `仅供学习 禁止外传`, `免费QQ群：`, `— 3 —`, `责任编辑：李某`. Nothing is deleted: a line
//! gets a role and the rule that found it, so that the writer can see and undo.
//! The words are in `data/junk.txt`.

use crate::message::Message;
use crate::text::{half_width, is_blank, length};

/// How long a line may be and still be an advert, in characters: one that is
/// longer is a paragraph that happens to hold such words.
const LONGEST_ADVERT: usize = 80;

/// Inside the speech an advert is shorter.
const LONGEST_ADVERT_INSIDE: usize = 40;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the title or after the end.
    Around,
    /// Between the title and the end.
    Inside,
}

/// A line that stands among adverts before the title, and says nothing itself.
pub(super) fn among_adverts() -> Message {
    Message::new("与广告一起，在标题之前", "stands with adverts before the title")
}

/// A line that stands among adverts after the end.
pub(super) fn after_the_end() -> Message {
    Message::new("与广告一起，在讲话结束之后", "stands with adverts after the end")
}

/// `— 3 —`, `第3页 共10页`, `3/10`, `12`
fn page_number(line: &str) -> Option<Message> {
    let bare: String = line.chars().map(half_width).filter(|c| !is_blank(*c)).collect();
    let inner = bare.trim_matches(['-', '—', '–', '―', '~', '·', '•', '－']);
    let digits = |text: &str| !text.is_empty() && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    let of_pages = |text: &str| {
        let text = text.strip_prefix('第')?;
        let (page, rest) = text.split_once('页')?;
        let rest = rest.trim_start_matches([',', '/', '，']);
        let total = rest.strip_prefix('共').and_then(|rest| rest.strip_suffix('页'));
        (digits(page) && (rest.is_empty() || total.is_some_and(digits))).then_some(())
    };
    let slashed = inner.split_once('/').is_some_and(|(page, total)| digits(page) && digits(total));
    (digits(inner) || slashed || of_pages(inner).is_some()).then(|| Message::new("页码", "a page number"))
}

/// A line of nothing but `----`, `====`, `****`.
fn rule_off(line: &str) -> Option<Message> {
    let mut marks = line.chars().filter(|c| !is_blank(*c));
    let first = marks.next()?;
    let ruled = "-=—–―*＊~～·•_＿+#─━═".contains(first) && marks.clone().all(|mark| mark == first);
    // Two or three underscores may be a blank to fill in.
    let n_more = if "*＊".contains(first) { 2 } else { 3 };
    (ruled && marks.count() >= n_more).then(|| Message::new("分隔线", "a dividing line"))
}

/// `2021-06-18 09:30　作者：admin`: a speech is dated by the day, a web page by the minute.
fn posted_at(line: &str) -> Option<Message> {
    let bare: Vec<char> = line.chars().map(half_width).collect();
    let clock =
        bare.windows(5).any(|at| at[2] == ':' && [0, 1, 3, 4].iter().all(|idx| at[*idx].is_ascii_digit()));
    let day: String = bare.iter().filter(|c| !is_blank(**c)).take(11).collect();
    let dated = day.starts_with(|c: char| c.is_ascii_digit())
        && (day.matches(['-', '/', '.']).count() >= 2 || day.contains('年') && day.contains('月'));
    (clock && dated && bare.len() <= LONGEST_ADVERT)
        .then(|| Message::new("网页的发布时间", "when a web page was posted"))
}

/// What `data/junk.txt` lists, read once for a text.
pub(super) struct Junk {
    entries: Vec<Entry>,
}

struct Entry {
    /// What the writer is told: 广告 | an advert.
    reason: &'static str,
    how: How,
    words: &'static str,
}

/// Where a line holds the words of an entry.
enum How {
    Anywhere,
    Begins,
    Whole,
}

impl Junk {
    pub(super) fn read() -> Self {
        let mut reason = "";
        let mut entries = Vec::new();
        for row in LIST.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
            if let Some(header) = row.strip_prefix('[') {
                reason = header.trim_end_matches(']');
                continue;
            }
            let (how, words) = match (row.strip_prefix('^'), row.strip_prefix('=')) {
                (Some(words), _) => (How::Begins, words),
                (_, Some(words)) => (How::Whole, words),
                _ => (How::Anywhere, row),
            };
            entries.push(Entry { reason, how, words });
        }
        Self { entries }
    }

    /// Why the line is no part of the speech; nothing if it may be one.
    pub(super) fn rule(&self, line: &str, place: Place) -> Option<Message> {
        page_number(line)
            .or_else(|| rule_off(line))
            .or_else(|| posted_at(line))
            .or_else(|| self.listed(line, place))
    }

    fn listed(&self, line: &str, place: Place) -> Option<Message> {
        let longest = if place == Place::Around { LONGEST_ADVERT } else { LONGEST_ADVERT_INSIDE };
        if length(line) > longest || (place == Place::Inside && is_sentence(line)) {
            return None;
        }
        let bare: String =
            line.chars().map(half_width).filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect();
        let whole = bare.trim_matches(|mark| AROUND.contains(mark));
        let entry = self.entries.iter().find(|entry| match entry.how {
            How::Anywhere => bare.contains(entry.words),
            How::Begins => bare.starts_with(entry.words),
            How::Whole => whole == entry.words,
        })?;
        let (zh, en) = entry.reason.split_once(" | ").unwrap_or((entry.reason, entry.reason));
        let words = entry.words;
        Some(Message::new(format!("{zh}：“{words}”"), format!("{en}: “{words}”")))
    }
}

const LIST: &str = include_str!("../../data/junk.txt");

/// What stands around 完, END and 篇一.
const AROUND: &str = "-—–―()[]【】:~·…*";

/// A line that ends as a sentence does is of the speech.
fn is_sentence(line: &str) -> bool {
    crate::text::trim(line).ends_with(['。', '！', '？', '；', '”', '：'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_figures() {
        for line in ["— 3 —", "-12-", "第3页 共10页", "第 3 页", "3/10", "７", "· 5 ·"] {
            assert!(page_number(line).is_some(), "{line}");
        }
        for line in ["2020", "3%", "第3页纸", "", "——", "一、"] {
            assert!(page_number(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_sentence_of_the_speech_is_no_advert() {
        let inside = "要用好微信公众号和二维码，让群众扫一扫就能办事。";
        assert_eq!(Junk::read().rule(inside, Place::Inside), None);
        assert!(Junk::read().rule("关注公众号：公文之家", Place::Inside).is_some());
    }

    #[test]
    fn every_entry_is_written_as_it_is_compared() {
        for entry in LIST.lines().filter(|line| !line.starts_with(['#', '['])) {
            let bare: String = entry
                .chars()
                .map(half_width)
                .filter(|c| !is_blank(*c))
                .flat_map(char::to_lowercase)
                .collect();
            assert_eq!(entry, bare);
        }
    }
}
