//! What each line of a file is: title, byline, date, salutation, closing, or a
//! paragraph; and which lines are junk.
//!
//! ```text
//! 仅供学习 禁止外传                junk
//! 坚定信心　奋勇争先               title
//! ——在全县经济工作会议上的讲话     title
//! 县长　张三                       byline
//! （2020年5月28日）                date
//! 同志们：                         salutation
//! ```
//!
//! Headings are told apart from paragraphs in [`headings`](super::headings).

mod byline;
mod closing;
mod salutation;

use super::headings;
use super::junk::{self, Junk, Place};
use crate::message::Message;
use crate::paragraph::Paragraph;
use crate::speech::Role;
use crate::text::{is_han, length, trim};
pub(crate) use byline::begins_with_surname;
use byline::{is_body, is_byline, is_date};
use closing::{addresses, read_closing};
use salutation::{is_salutation, read_salutation};

/// A line of the file, and what it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line<'a> {
    pub(super) paragraph: &'a Paragraph,
    pub(super) role: Role,
    /// For junk: why.
    pub(super) rule: Option<Message>,
}

/// What each paragraph is, junk and blank lines included. Headings are still
/// paragraphs here.
pub(super) fn roles(paragraphs: &[Paragraph]) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = paragraphs
        .iter()
        .map(|paragraph| {
            let blank = trim(&paragraph.text).is_empty();
            Line { paragraph, role: if blank { Role::Blank } else { Role::Paragraph }, rule: None }
        })
        .collect();
    let junk = &Junk::read();
    let body = body_start(junk, &lines);
    read_head(junk, &mut lines[..body]);
    let end = read_foot(junk, &mut lines, body);
    for line in &mut lines[body..end] {
        mark_junk(junk, line, Place::Inside);
    }
    let body = read_salutation(&mut lines, body, end);
    read_closing(&mut lines[body..end]);
    lines
}

impl Line<'_> {
    fn text(&self) -> &str {
        trim(&self.paragraph.text)
    }

    fn is(&self, role: Role) -> bool {
        self.role == role
    }
}

fn mark_junk(junk: &Junk, line: &mut Line<'_>, place: Place) {
    if line.is(Role::Paragraph)
        && let Some(rule) = junk.rule(&line.paragraph.text, place)
    {
        line.role = Role::Junk;
        line.rule = Some(rule);
    }
}

// ---- The head: what stands before the first sentence -------------------------

/// How far down a title or a salutation is looked for, in lines with text.
const HEAD_LINES: usize = 40;

/// The first line that is no longer title, byline or date: the salutation, else the
/// first heading or sentence after the title, else the first of the file.
fn body_start(junk: &Junk, lines: &[Line<'_>]) -> usize {
    let head: Vec<usize> = (0..lines.len())
        .filter(|idx| lines[*idx].is(Role::Paragraph))
        .filter(|idx| junk.rule(&lines[*idx].paragraph.text, Place::Around).is_none())
        .take(HEAD_LINES)
        .collect();
    let numbered = head.iter().position(|idx| headings::is_numbered(&lines[*idx].paragraph.text));
    let before_headings = &head[..numbered.unwrap_or(head.len())];
    let salutation = before_headings.iter().find(|idx| is_salutation(lines[**idx].text()));
    if let Some(idx) = salutation {
        return *idx;
    }
    let title = before_headings.iter().position(|idx| ends_like_title(lines[*idx].text()));
    let after_title = title.map_or(0, |title| title + 1);
    let body = head[after_title..].iter().find(|idx| {
        let line = &lines[**idx];
        headings::is_numbered(&line.paragraph.text) || is_prose(line.text()) || opens(line.text())
    });
    match body {
        Some(idx) => *idx,
        None => head.get(after_title).copied().filter(|_| title.is_some()).unwrap_or(lines.len()),
    }
}

/// `同志们，刚才听了汇报：`, `大家好！`: the first words of a speech without a salutation.
fn opens(text: &str) -> bool {
    addresses(text) || text.starts_with("大家") || text.contains('，') && text.ends_with(['：', ':'])
}

/// A sentence or more, as against a line of a title.
fn is_prose(text: &str) -> bool {
    length(text) > 60
        || text.contains(['。', '；'])
        || (length(text) > 25 && text.ends_with(['！', '？', '：']))
}

fn read_head(junk: &Junk, head: &mut [Line<'_>]) {
    head.iter_mut().for_each(|line| mark_junk(junk, line, Place::Around));
    let adverts = head.iter().any(|line| line.is(Role::Junk));
    for line in head.iter_mut().filter(|line| line.is(Role::Paragraph)) {
        if is_date(line.text()) {
            line.role = Role::Date;
        } else if is_byline(line.text()) {
            line.role = Role::Byline;
        }
    }
    let Some(anchor) = title_anchor(head) else { return };
    head[anchor].role = Role::Title;
    read_titles_again(&mut head[anchor..]);
    read_title_below(&mut head[anchor..]);
    read_title_above(&mut head[..=anchor], adverts);
}

/// The line that is the title for certain, or its most likely line.
fn title_anchor(head: &[Line<'_>]) -> Option<usize> {
    let candidates: Vec<usize> = (0..head.len()).filter(|idx| head[*idx].is(Role::Paragraph)).collect();
    let by =
        |telling: &dyn Fn(&Line<'_>) -> bool| candidates.iter().copied().find(|idx| telling(&head[*idx]));
    let last_advert = head.iter().rposition(|line| line.is(Role::Junk)).unwrap_or(0);
    by(&|line| ends_like_title(line.text()))
        .or_else(|| by(&|line| line.paragraph.hints.titled))
        .or_else(|| by(&|line| line.paragraph.hints.centred))
        .or_else(|| candidates.iter().copied().find(|idx| *idx >= last_advert))
        .or(candidates.first().copied())
        .filter(|idx| !is_prose(head[*idx].text()))
}

/// A page says its title twice or more, once over the text, once as 致辞1 or 述职报告篇一.
fn read_titles_again(from_anchor: &mut [Line<'_>]) {
    let Some((anchor, below)) = from_anchor.split_first_mut() else { return };
    let title = anchor.text();
    for line in below.iter_mut().filter(|line| line.is(Role::Paragraph)) {
        let number = line.text().strip_prefix(title).map(|rest| trim(rest).trim_start_matches('篇'));
        let again = number.is_some_and(|number| {
            length(number) <= 2
                && number.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
        });
        if again {
            line.role = Role::Junk;
            line.rule = Some(junk::title_again());
        }
    }
}

/// More lines of the title under its anchor, up to byline and date: a subtitle, the
/// second half of a long title, （送审稿）.
fn read_title_below(from_anchor: &mut [Line<'_>]) {
    let mut below_byline = false;
    for line in &mut from_anchor[1..] {
        match line.role {
            Role::Blank | Role::Junk => {}
            Role::Paragraph if is_body(line.text()) => {
                line.role = Role::Byline;
                below_byline = true;
            }
            Role::Paragraph if !below_byline => line.role = Role::Title,
            Role::Paragraph => return,
            _ => below_byline = true,
        }
    }
}

/// More lines of the title above its anchor. Among adverts only what the anchor
/// itself asks for: the name of a shop must not become the title's first line.
fn read_title_above(to_anchor: &mut [Line<'_>], adverts: bool) {
    let Some((anchor, above)) = to_anchor.split_last_mut() else { return };
    let mut below = anchor.text().to_owned();
    let mut adjacent = true;
    let mut under_subtitle = false;
    for line in above.iter_mut().rev() {
        match line.role {
            Role::Blank => adjacent = false,
            Role::Paragraph => {
                let text = line.text();
                let asked_for = goes_on_above(&below)
                    || begins_title(text) && !ends_like_title(text)
                    || goes_on_above(text)
                    || under_subtitle && is_line_of_couplet(text);
                if !adverts && !is_prose(text) || adjacent && asked_for {
                    under_subtitle |= goes_on_above(&below);
                    below = text.to_owned();
                    line.role = Role::Title;
                } else if adverts {
                    line.role = Role::Junk;
                    line.rule = Some(junk::among_adverts());
                }
            }
            Role::Junk => adjacent = false,
            _ => {}
        }
    }
}

/// A line of a title that has another one above it: `——在…上的讲话`.
fn goes_on_above(line: &str) -> bool {
    line.starts_with(['—', '―', '─', '-', '－'])
}

/// The first of two lines that are a title over a subtitle; the name of a shop is none.
fn is_line_of_couplet(text: &str) -> bool {
    let shop = ["工作室", "网", "库", "行", "店", "馆", "社", "号", "坊", "圈", "群"]
        .iter()
        .any(|end| text.ends_with(end));
    (6..=24).contains(&length(text)) && !shop && !text.contains(|c: char| c.is_ascii_digit())
}

/// A title's first half: `在全市信访工作`, `×××同志在全县项目建设`.
fn begins_title(text: &str) -> bool {
    text.starts_with('在') || ["同志在", "书记在", "长在", "主任在"].iter().any(|lead| text.contains(lead))
}

/// A line that ends as the title of a speech does: `在…会议上的讲话（摘要）`.
pub(super) fn ends_like_title(text: &str) -> bool {
    length(text) <= 60 && !text.contains(['。', '；']) && genre_of_title(text).is_some()
}

/// The genre that a title's last word tells, brackets at its end passed over.
pub(crate) fn genre_of_title(title: &str) -> Option<&'static str> {
    let mut title = trim(title);
    // The name of a file, pasted over its text.
    if let Some((name, "docx" | "doc" | "wps" | "txt" | "pdf")) = title.rsplit_once('.') {
        title = trim(name);
    }
    while let Some(inner) = title.strip_suffix(['）', ')']) {
        title = trim(inner.rsplit_once(['（', '(']).map_or("", |(before, _)| before));
    }
    let title = title.trim_end_matches(['》', '”', '"']);
    let rows = include_str!("../../data/title_words.txt").lines().filter_map(|row| row.split_once('\t'));
    rows.filter(|(ending, _)| title.ends_with(ending)).max_by_key(|(ending, _)| ending.len()).map(|row| row.1)
}

// ---- The end --------------------------------------------------------------------

/// Marks what stands after the last sentence: adverts, a byline, a date. Gives the
/// line after the last one of the speech's own text.
fn read_foot(junk: &Junk, lines: &mut [Line<'_>], body: usize) -> usize {
    let is_advert = |line: &Line<'_>| junk.rule(&line.paragraph.text, Place::Around).is_some();
    let last_sentence = (body..lines.len()).rev().find(|idx| {
        let line = &lines[*idx];
        line.is(Role::Paragraph) && is_sentence(line.text()) && !is_advert(line)
    });
    let after_sentence = last_sentence.map_or(body, |last| last + 1);
    // Headings may come last, but not after an advert: there they are links.
    let headings = lines[after_sentence..]
        .iter()
        .take_while(|line| !is_advert(line))
        .enumerate()
        .filter(|(_, line)| headings::is_numbered(&line.paragraph.text))
        .last();
    let end = after_sentence + headings.map_or(0, |(idx, _)| idx + 1);
    let mut adverts = false;
    for line in &mut lines[end..] {
        mark_junk(junk, line, Place::Around);
        adverts |= line.is(Role::Junk);
        if !line.is(Role::Paragraph) {
            continue;
        }
        if is_date(line.text()) {
            line.role = Role::Date;
        } else if is_byline(line.text()) || is_body(line.text()) {
            line.role = Role::Byline;
        } else if adverts && !is_prose(line.text()) {
            line.role = Role::Junk;
            line.rule = Some(junk::after_the_end());
        }
    }
    end
}

fn is_sentence(text: &str) -> bool {
    // A page typed in half-width marks ends its sentences with a dot.
    let dot = text.strip_suffix('.').is_some_and(|text| text.ends_with(is_han));
    dot || text.ends_with(['。', '！', '？', '!', '?', '…', '”', '）', '；']) || length(text) > 40
}
