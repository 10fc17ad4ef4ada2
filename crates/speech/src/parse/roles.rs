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

use super::headings;
use super::junk::{self, Place};
use crate::message::Message;
use crate::paragraph::Paragraph;
use crate::speech::Role;
use crate::text::{half_width, is_blank, is_han, length, trim};

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
    let body = body_start(&lines);
    read_head(&mut lines[..body]);
    let end = read_foot(&mut lines, body);
    for line in &mut lines[body..end] {
        mark_junk(line, Place::Inside);
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

fn mark_junk(line: &mut Line<'_>, place: Place) {
    if line.is(Role::Paragraph)
        && let Some(rule) = junk::junk(&line.paragraph.text, place)
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
fn body_start(lines: &[Line<'_>]) -> usize {
    let head: Vec<usize> = (0..lines.len())
        .filter(|idx| lines[*idx].is(Role::Paragraph))
        .filter(|idx| junk::junk(&lines[*idx].paragraph.text, Place::Around).is_none())
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
        headings::is_numbered(&line.paragraph.text) || is_prose(line.text())
    });
    match body {
        Some(idx) => *idx,
        None => head.get(after_title).copied().filter(|_| title.is_some()).unwrap_or(lines.len()),
    }
}

/// A sentence or more, as against a line of a title.
fn is_prose(text: &str) -> bool {
    length(text) > 60
        || text.contains(['。', '；'])
        || (length(text) > 25 && text.ends_with(['！', '？', '：']))
}

fn read_head(head: &mut [Line<'_>]) {
    head.iter_mut().for_each(|line| mark_junk(line, Place::Around));
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

/// More lines of the title under its anchor, up to byline and date: a subtitle, the
/// second half of a long title, （送审稿）.
fn read_title_below(from_anchor: &mut [Line<'_>]) {
    for line in &mut from_anchor[1..] {
        match line.role {
            Role::Blank | Role::Junk => {}
            Role::Paragraph => line.role = Role::Title,
            _ => return,
        }
    }
}

/// More lines of the title above its anchor. Among adverts only what the anchor
/// itself asks for: the name of a shop must not become the title's first line.
fn read_title_above(to_anchor: &mut [Line<'_>], adverts: bool) {
    let Some((anchor, above)) = to_anchor.split_last_mut() else { return };
    let mut below = anchor.text().to_owned();
    let mut adjacent = true;
    for line in above.iter_mut().rev() {
        match line.role {
            Role::Blank => adjacent = false,
            Role::Paragraph => {
                let text = line.text();
                let asked_for = goes_on_above(&below) || text.starts_with('在') && !ends_like_title(text);
                if !adverts && !is_prose(text) || adjacent && asked_for {
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

/// A line that ends as the title of a speech does: `在…会议上的讲话（摘要）`.
pub(super) fn ends_like_title(text: &str) -> bool {
    length(text) <= 60 && !text.contains(['。', '；']) && genre_of_title(text).is_some()
}

/// The genre that a title's last word tells, brackets at its end passed over.
pub(crate) fn genre_of_title(title: &str) -> Option<&'static str> {
    let mut title = trim(title);
    while let Some(inner) = title.strip_suffix(['）', ')']) {
        title = trim(inner.rsplit_once(['（', '(']).map_or("", |(before, _)| before));
    }
    let title = title.trim_end_matches(['》', '”', '"']);
    let rows = include_str!("../../data/title_words.txt").lines().filter_map(|row| row.split_once('\t'));
    rows.filter(|(ending, _)| title.ends_with(ending)).max_by_key(|(ending, _)| ending.len()).map(|row| row.1)
}

/// `（2020年5月28日）`, `2020.5.28`, `二〇二〇年五月`, `X年X月X日`
fn is_date(text: &str) -> bool {
    let inner = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    let bare: String = inner.unwrap_or(text).chars().filter(|c| !is_blank(*c)).map(half_width).collect();
    let dated = bare.contains('年') && bare.contains('月') || bare.matches(['.', '-', '/']).count() == 2;
    let of_date = |c: char| {
        c.is_ascii_digit() || "零〇○一二三四五六七八九十Xx×*_年月日号.-/至、上下午晚星期周".contains(c)
    };
    let counted = bare.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十Xx×*_".contains(c));
    counted && dated && (bare.chars().all(of_date) || inner.is_some() && length(&bare) <= 40)
}

/// Words of an office, as they stand before a name.
const OFFICES: [&str; 31] = [
    "书记",
    "县长",
    "市长",
    "省长",
    "区长",
    "镇长",
    "乡长",
    "州长",
    "主席",
    "主任",
    "局长",
    "厅长",
    "部长",
    "处长",
    "科长",
    "院长",
    "校长",
    "所长",
    "站长",
    "馆长",
    "会长",
    "董事长",
    "总经理",
    "总裁",
    "经理",
    "检察长",
    "组长",
    "秘书长",
    "园长",
    "行长",
    "代表",
];

/// `县委副书记、县长　张三`, `张　三`, `讲话人：张三`, `XXX`
fn is_byline(text: &str) -> bool {
    if length(text) > 40 || text.contains(['。', '，', '；', '！', '？', '“', '《']) {
        return false;
    }
    let named = ["讲话人", "主讲人", "报告人", "发言人", "演讲人", "主持人", "作者"];
    if named.iter().any(|word| text.strip_prefix(word).is_some_and(|rest| rest.starts_with(['：', ':']))) {
        return true;
    }
    let after_office =
        OFFICES.iter().filter_map(|office| text.rfind(office).map(|at| &text[at + office.len()..]));
    match after_office.min_by_key(|rest| rest.len()) {
        Some(rest) => trim(rest).is_empty() && length(text) <= 20 || is_name(rest),
        None => is_name(text),
    }
}

/// A person's name, blanks inside allowed, or a placeholder for one.
fn is_name(text: &str) -> bool {
    let bare: Vec<char> = text.chars().filter(|c| !is_blank(*c)).map(half_width).collect();
    let masked = !bare.is_empty() && bare.len() <= 4 && bare.iter().all(|c| "XxＸ×*○某_".contains(*c));
    let half_masked = bare.len() >= 2 && bare[1..].iter().all(|c| "XxＸ×*○某_".contains(*c));
    let han = (2..=4).contains(&bare.len()) && bare.iter().all(|c| is_han(*c));
    masked || bare.len() <= 4 && begins_with_surname(&bare) && (han || half_masked)
}

pub(crate) fn begins_with_surname(name: &[char]) -> bool {
    let lists = include_str!("../../data/surnames.txt").lines().filter(|line| !line.starts_with('#'));
    lists.into_iter().any(|list| {
        if list.contains(' ') {
            let start: String = name.iter().take(2).collect();
            return name.len() > 2 && list.split(' ').any(|surname| surname == start);
        }
        name.first().is_some_and(|first| list.contains(*first))
    })
}

// ---- The salutation -----------------------------------------------------------

/// Whom a speech addresses.
const ADDRESSED: [&str; 28] = [
    "同志们",
    "同志",
    "各位",
    "女士",
    "先生",
    "朋友",
    "同学",
    "老师",
    "代表",
    "委员",
    "来宾",
    "领导",
    "同事",
    "家人",
    "伙伴",
    "尊敬的",
    "亲爱的",
    "同胞",
    "战友",
    "乡亲",
    "嘉宾",
    "评委",
    "家长",
    "员工",
    "工友",
    "校友",
    "专家",
    "客商",
];

/// What makes a line with a colon a sentence and no salutation.
const SAYS_SOMETHING: [&str; 12] =
    ["我", "现在", "今天", "下面", "请", "如下", "要", "是", "有", "汇报", "报告", "说"];

/// `同志们：`, `尊敬的各位领导，各位来宾：`
fn is_salutation(text: &str) -> bool {
    if text == "同志们" {
        return true;
    }
    let Some(inner) = text.strip_suffix(['：', ':', '！', '!']) else { return false };
    let longest = if text.ends_with(['！', '!']) { 20 } else { 60 };
    (2..=longest).contains(&length(inner))
        && !inner.contains(['。', '；', '！', '？', '：', '“'])
        && ADDRESSED.iter().any(|word| inner.contains(word))
        && !SAYS_SOMETHING.iter().any(|word| inner.contains(word))
}

/// `尊敬的各位领导、各位来宾，`
fn is_begun_salutation(text: &str) -> bool {
    text.strip_suffix(['，', ',', '、']).is_some_and(|inner| is_salutation(&format!("{inner}：")))
}

/// Marks the salutation, one line or several; gives the line after it.
fn read_salutation(lines: &mut [Line<'_>], body: usize, end: usize) -> usize {
    // 各位领导、各位来宾， goes on in the next line.
    let above = lines[..body].iter_mut().rev().skip_while(|line| line.is(Role::Blank));
    above.take_while(|line| line.is(Role::Paragraph) && is_begun_salutation(line.text())).for_each(|line| {
        line.role = Role::Salutation;
    });
    for (idx, line) in lines.iter_mut().enumerate().take(end).skip(body) {
        match line.role {
            Role::Paragraph if is_salutation(line.text()) => line.role = Role::Salutation,
            Role::Paragraph => return idx,
            _ => {}
        }
    }
    end
}

// ---- The end --------------------------------------------------------------------

/// Marks what stands after the last sentence: adverts, a byline, a date. Gives the
/// line after the last one of the speech's own text.
fn read_foot(lines: &mut [Line<'_>], body: usize) -> usize {
    let last = (body..lines.len()).rev().find(|idx| {
        let line = &lines[*idx];
        line.is(Role::Paragraph)
            && junk::junk(&line.paragraph.text, Place::Around).is_none()
            && (is_sentence(line.text()) || headings::is_numbered(&line.paragraph.text))
    });
    let end = last.map_or(body, |last| last + 1);
    let mut adverts = false;
    for line in &mut lines[end..] {
        mark_junk(line, Place::Around);
        adverts |= line.is(Role::Junk);
        if !line.is(Role::Paragraph) {
            continue;
        }
        if is_date(line.text()) {
            line.role = Role::Date;
        } else if is_byline(line.text()) {
            line.role = Role::Byline;
        } else if adverts && !is_prose(line.text()) {
            line.role = Role::Junk;
            line.rule = Some(junk::after_the_end());
        }
    }
    end
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '!', '?', '…', '”', '）', '；']) || length(text) > 40
}

/// How many paragraphs a closing has at most.
const LONGEST_CLOSING: usize = 5;

/// Marks the closing: the last paragraphs, from `同志们，…` on, or those that wish and
/// thank. It stands after the last heading, and not right under a standing one.
fn read_closing(body: &mut [Line<'_>]) {
    let text: Vec<usize> = (0..body.len()).filter(|idx| body[*idx].is(Role::Paragraph)).collect();
    let under_heading = text.iter().rposition(|idx| headings::heading(body[*idx].paragraph).is_some());
    let first = match under_heading {
        Some(position) => {
            let stands_alone =
                headings::heading(body[text[position]].paragraph).is_some_and(|cut| !cut.run_in);
            position + 1 + usize::from(stands_alone)
        }
        // Without headings the speech needs at least one paragraph of its own.
        None => 1,
    };
    let first = first.max(text.len().saturating_sub(LONGEST_CLOSING));
    let Some(last_lines) = text.get(first..).filter(|lines| !lines.is_empty()) else { return };
    let says = |told: fn(&str) -> bool| last_lines.iter().position(|idx| told(body[*idx].text()));
    let from_address = says(addresses).filter(|from| closes_from(*from, last_lines.len()));
    let trailing = last_lines.iter().rev().take_while(|idx| wishes_or_thanks(body[**idx].text())).count();
    let Some(from) = from_address.or((trailing > 0).then(|| last_lines.len() - trailing)) else { return };
    for idx in &last_lines[from..] {
        body[*idx].role = Role::Closing;
    }
}

/// Three paragraphs or fewer follow an address that closes.
fn closes_from(from: usize, n_lines: usize) -> bool {
    n_lines - from <= 3
}

/// `同志们，…`, `各位代表！…`
fn addresses(text: &str) -> bool {
    let Some((address, _)) = text.split_once(['，', ',', '！', '!', '：', ':']) else { return false };
    length(address) <= 20
        && ["同志们", "各位", "女士们", "朋友们", "同学们", "先生们", "老师们", "家人们", "乡亲们", "伙伴们"]
            .iter()
            .any(|word| address.starts_with(word))
}

/// `让我们…！`, `最后，祝…！`, `谢谢大家！`, `我就讲这些。`
fn wishes_or_thanks(text: &str) -> bool {
    let begins = [
        "谢谢",
        "感谢大家！",
        "最后，祝",
        "最后，预祝",
        "最后，衷心祝",
        "最后，再次",
        "预祝",
        "祝愿",
        "祝大家",
        "祝各位",
        "衷心祝愿",
        "让我们",
        "我的讲话完了",
        "我就讲这",
        "我就讲到这",
        "以上是我",
        "讲得不对",
        "不妥之处",
        "不当之处",
    ];
    let exclaims = text.ends_with(['！', '!']);
    begins.iter().any(|word| text.starts_with(word)) && (exclaims || length(text) <= 40)
        || exclaims && text.contains("让我们")
        || exclaims && text.starts_with("最后") && text.contains('祝')
}
