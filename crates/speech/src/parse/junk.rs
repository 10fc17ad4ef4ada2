//! Lines that are not of the speech: adverts, group numbers, page numbers, the
//! words of a web page around it.
//!
//! `仅供学习 禁止外传`, `免费QQ群：`, `— 3 —`, `责任编辑：李某`. Nothing is deleted: a line
//! gets a role and the rule that found it, so that the writer can see and undo.
//! The words are in `data/junk.txt`.

use crate::message::Message;
use crate::text::{half_width, is_blank, is_han, length};

/// How long a line may be and still be an advert, in characters: one that is
/// longer is a paragraph that happens to hold such words.
const LONGEST_ADVERT: usize = 80;

/// Inside the speech an advert is shorter.
const LONGEST_ADVERT_INSIDE: usize = 40;

/// What a site writes of its own over a speech is a paragraph, not a long one.
const LONGEST_LEAD: usize = 250;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the title or after the end.
    Around,
    /// Between the title and the end.
    Inside,
}

/// A line that says the title once more.
pub(super) fn title_again() -> Message {
    Message::new("又写了一遍标题", "says the title once more")
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

/// `2021-06-18 09:30　作者：admin`, `原创 某某 2021-06-18 09:30`, `时间：2021-06-18 作者：某某`: a speech
/// is dated by the day, and with 年; a web page by the minute, or with strokes and more
/// words beside it.
fn posted_at(line: &str) -> Option<Message> {
    let bare: Vec<char> = line.chars().map(half_width).collect();
    let digit = |idx: usize| bare.get(idx).is_some_and(char::is_ascii_digit);
    let clock =
        bare.windows(5).any(|at| at[2] == ':' && [0, 1, 3, 4].iter().all(|idx| at[*idx].is_ascii_digit()));
    let stroked = (0..bare.len()).find(|at| {
        (0..4).all(|offset| digit(at + offset))
            && bare.get(at + 4).is_some_and(|c| "-/.".contains(*c))
            && digit(at + 5)
    });
    let begins: String = bare.iter().filter(|c| !is_blank(**c)).take(11).collect();
    let dated =
        begins.starts_with(|c: char| c.is_ascii_digit()) && begins.contains('年') && begins.contains('月');
    let labelled = ["时间:", "日期:", "发表:"].iter().any(|label| begins.starts_with(label));
    let more = bare.iter().any(|c| is_han(*c));
    let posted =
        clock && (dated || stroked.is_some()) || stroked == Some(0) && more || stroked.is_some() && labelled;
    (posted && bare.len() <= LONGEST_ADVERT && !is_sentence(line))
        .then(|| Message::new("网页的发布时间", "when a web page was posted"))
}

/// `首页 > 范文 > 讲话稿`: where a page stands in its site.
fn trail(line: &str) -> Option<Message> {
    let steps = line.chars().map(half_width).filter(|c| ">»›".contains(*c)).count();
    (steps >= 2 && length(line) <= LONGEST_ADVERT && !is_sentence(line))
        .then(|| Message::new("网页的位置", "where a page stands in its site"))
}

/// `开工仪式致辞（优质16篇）`, `述职报告范文五篇`: the name of a collection.
fn collection(line: &str) -> Option<Message> {
    let bare: String = line.chars().map(half_width).filter(|c| !is_blank(*c)).collect();
    let name = bare.split_once('-').map_or(bare.as_str(), |(name, _)| name);
    let counted = name.trim_end_matches([')', '】', ']']).strip_suffix('篇')?;
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    (counted.ends_with(numeral) && length(line) <= LONGEST_ADVERT_INSIDE && length(counted) >= 4)
        .then(|| Message::new("范文合集的名称", "the name of a collection"))
}

/// `+ p1 A# `% i7 R5 W0`: what a forum strews among its lines against copying.
fn strewn(line: &str) -> Option<Message> {
    let marks = line.chars().filter(char::is_ascii_punctuation).count();
    let n = line.chars().filter(|c| !is_blank(*c)).count();
    let spaced = line.split(' ').filter(|word| word.len() <= 3).count() >= 4;
    (line.is_ascii() && n >= 8 && marks * 4 >= n && spaced)
        .then(|| Message::new("论坛的防抄码", "signs strewn against copying"))
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
    /// Anywhere in a paragraph that a site has written around the speech.
    Lead,
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
            let mut rest = row.chars();
            let (how, words) = match rest.next() {
                Some('^') => (How::Begins, rest.as_str()),
                Some('=') => (How::Whole, rest.as_str()),
                Some('+') => (How::Lead, rest.as_str()),
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
            .or_else(|| strewn(line))
            .or_else(|| {
                (place == Place::Around)
                    .then(|| posted_at(line).or_else(|| trail(line)).or_else(|| collection(line)))
                    .flatten()
            })
            .or_else(|| self.listed(line, place))
    }

    fn listed(&self, line: &str, place: Place) -> Option<Message> {
        let n_characters = length(line);
        let longest = if place == Place::Around { LONGEST_ADVERT } else { LONGEST_ADVERT_INSIDE };
        if n_characters > LONGEST_LEAD
            || place == Place::Inside && (n_characters > longest || is_sentence(line))
        {
            return None;
        }
        let bare: String =
            line.chars().map(half_width).filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect();
        let whole = bare.trim_matches(|mark| AROUND.contains(mark));
        let entry = self.entries.iter().find(|entry| match entry.how {
            How::Lead => place == Place::Around && bare.contains(entry.words),
            _ if n_characters > longest => false,
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
