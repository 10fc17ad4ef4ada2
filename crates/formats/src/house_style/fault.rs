//! What is wrong with a house style: at which key, in which line, in both languages.

use super::{Dress, HouseStyle};
use crate::page::Role;
use speech::Message;

/// The longest length of Word in twips: 22 inches.
const MAX_TWIPS: u32 = 31_680;

/// The half-points that Word takes: 1 to 1,638 points.
const SIZES: std::ops::RangeInclusive<u32> = 2..=3_276;

/// How far a first line may stand in: hundredths of a character.
const MAX_INDENT: u32 = 10_000;

/// A value that Word would not open or not show.
#[derive(Debug)]
pub(super) struct Fault {
    /// The key: `lines.title.size`.
    key: String,
    what: Message,
}

impl Fault {
    fn new(key: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { key: key.into(), what: Message::new(zh, en) }
    }

    /// The fault in a style that no file holds.
    pub(super) fn message(self) -> Message {
        told(&self.key, None, &self.what)
    }

    /// The fault in the file that was read.
    pub(super) fn in_file(self, toml: &str) -> Message {
        told(&self.key, line_of(&self.key, toml), &self.what)
    }
}

/// `第40行 lines.title.size：……`; without a key where a whole file lacks one.
fn told(key: &str, line: Option<usize>, what: &Message) -> Message {
    let (zh, en) = match (key, line) {
        ("", Some(line)) => (format!("第{line}行"), format!("line {line}")),
        (key, Some(line)) => (format!("第{line}行 {key}"), format!("{key} (line {line})")),
        (key, None) => (key.to_owned(), key.to_owned()),
    };
    Message::new(format!("{zh}：{}", what.zh), format!("{en}: {}", what.en))
}

/// The first value of a style that can't be.
pub(super) fn of(style: &HouseStyle) -> Option<Fault> {
    of_name(style)
        .or_else(|| of_page(style))
        .or_else(|| Role::ALL.into_iter().find_map(|role| of_dress(style.dress(role), role)))
        .or_else(|| of_number(style))
        .or_else(|| of_reading_aloud(style))
}

fn of_name(style: &HouseStyle) -> Option<Fault> {
    let names =
        [("name", &style.name), ("chinese_name", &style.chinese_name), ("english_name", &style.english_name)];
    let is_none = |name: &str| name.trim().is_empty() || name.contains(char::is_control);
    let (key, _) = names.into_iter().find(|(_, name)| is_none(name))?;
    Some(Fault::new(key, "是空的，或者不止一行", "is empty, or more than a line"))
}

fn of_page(style: &HouseStyle) -> Option<Fault> {
    let page = &style.page;
    let lengths = [
        ("width", page.width),
        ("height", page.height),
        ("top", page.top),
        ("bottom", page.bottom),
        ("left", page.left),
        ("right", page.right),
        ("header", page.header),
        ("footer", page.footer),
        ("grid", page.grid.unwrap_or(1)),
    ];
    if let Some((key, twips)) = lengths.into_iter().find(|(_, twips)| *twips > MAX_TWIPS) {
        return Some(beyond(format!("page.{key}"), twips));
    }
    if page.grid == Some(0) {
        return Some(beyond("page.grid".to_owned(), 0));
    }
    let no_room = |key| Fault::new(key, "页边距没有给正文留下地方", "the margins leave no room for text");
    if page.left + page.right >= page.width {
        return Some(no_room("page.left"));
    }
    (page.top + page.bottom >= page.height).then(|| no_room("page.top"))
}

fn of_dress(dress: &Dress, role: Role) -> Option<Fault> {
    let key = |name| format!("lines.{}.{name}", role.word());
    let fonts = [("font", &dress.font), ("latin", &dress.latin)];
    if let Some((name, font)) = fonts.into_iter().find(|(_, font)| is_no_font(font)) {
        return Some(no_font(key(name), font));
    }
    if !SIZES.contains(&dress.size) {
        return Some(no_size(key("size"), dress.size));
    }
    if dress.line == 0 || dress.line > MAX_TWIPS {
        return Some(beyond(key("line"), dress.line));
    }
    let apart = [("spacing", dress.spacing.unsigned_abs()), ("before", dress.before), ("after", dress.after)];
    if let Some((name, twips)) = apart.into_iter().find(|(_, twips)| *twips > MAX_TWIPS) {
        return Some(beyond(key(name), twips));
    }
    (dress.indent > MAX_INDENT).then(|| {
        Fault::new(
            key("indent"),
            format!("{} 太大，最多 {MAX_INDENT}（百分之一字）", dress.indent),
            format!("{} is more than {MAX_INDENT} hundredths of a character", dress.indent),
        )
    })
}

fn of_number(style: &HouseStyle) -> Option<Fault> {
    let number = style.page_number.as_ref()?;
    if is_no_font(&number.font) {
        return Some(no_font("page_number.font".to_owned(), &number.font));
    }
    (!SIZES.contains(&number.size)).then(|| no_size("page_number.size".to_owned(), number.size))
}

fn of_reading_aloud(style: &HouseStyle) -> Option<Fault> {
    let aloud = style.read_aloud.as_ref()?;
    if !SIZES.contains(&aloud.note_size) {
        return Some(no_size("read_aloud.note_size".to_owned(), aloud.note_size));
    }
    (aloud.rate == 0)
        .then(|| Fault::new("read_aloud.rate", "每分钟不能是 0 个字", "0 characters a minute are none"))
}

fn is_no_font(font: &str) -> bool {
    font.trim().is_empty() || font.contains(char::is_control)
}

fn no_font(key: String, font: &str) -> Fault {
    Fault::new(key, format!("“{font}”不是字体的名字"), format!("“{font}” is no font"))
}

fn no_size(key: String, size: u32) -> Fault {
    let (least, most) = (SIZES.start(), SIZES.end());
    Fault::new(
        key,
        format!("字号 {size} 不在 {least} 到 {most} 半磅之间"),
        format!("{size} is not within {least} and {most} half-points"),
    )
}

fn beyond(key: String, twips: u32) -> Fault {
    Fault::new(
        key,
        format!("{twips} 不在 1 到 {MAX_TWIPS} 缇之间（20 缇是 1 磅）"),
        format!("{twips} is not within 1 and {MAX_TWIPS} twips"),
    )
}

/// What the reader of TOML says, with the key and the line.
pub(super) fn of_reading(error: &toml::de::Error, toml: &str) -> Message {
    let what = translated(error.message().trim());
    let Some(span) = error.span() else { return what };
    let boundary = |at: &usize| toml.is_char_boundary(*at);
    let start_bytes = (0..=span.start.min(toml.len())).rev().find(boundary).unwrap_or(0);
    let line_bytes = toml[..start_bytes].rfind('\n').map_or(0, |end_bytes| end_bytes + 1);
    let line = toml[line_bytes..].lines().next().unwrap_or_default();
    let above = toml[..line_bytes].lines().rev().find_map(table);
    let table = table(line).or(above);
    let is_table = line.trim_start().starts_with('[');
    let key = (!is_table).then(|| line.split(['=', '#']).next().unwrap_or_default().trim());
    let path: Vec<&str> = table.into_iter().chain(key).filter(|part| !part.is_empty()).collect();
    told(&path.join("."), Some(toml[..line_bytes].lines().count() + 1), &what)
}

/// The name of a table, where a line begins one: `[lines.title]`.
fn table(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix('[')?.split(']').next().map(str::trim)
}

/// The line that a key stands in, from 1; that of its table where the key is left out.
fn line_of(key: &str, toml: &str) -> Option<usize> {
    let (parent, name) = key.rsplit_once('.').unwrap_or(("", key));
    let mut inside = "";
    let mut of_table = None;
    for (line, text) in (1..).zip(toml.lines()) {
        if let Some(begins) = table(text) {
            inside = begins;
            if inside == parent {
                of_table = Some(line);
            }
        } else if inside == parent && text.split('=').next().is_some_and(|key| key.trim() == name) {
            return Some(line);
        }
    }
    of_table
}

/// serde's words for what a file has, and ours: what it says has no form but words.
fn translated(said: &str) -> Message {
    let quoted = |at: usize| said.split('`').nth(at).unwrap_or_default();
    let allowed = || said.split('`').skip(3).step_by(2).collect::<Vec<_>>().join("、");
    let zh = if said.starts_with("missing field") {
        format!("缺少 {}", quoted(1))
    } else if said.starts_with("unknown field") {
        format!("没有 {} 这一项，可以写的有 {}", quoted(1), allowed())
    } else if said.starts_with("unknown variant") {
        format!("不能是 {}，可以是 {}", quoted(1), allowed())
    } else if said.starts_with("invalid type") || said.starts_with("invalid value") {
        let expected = said.rsplit("expected ").next().unwrap_or_default();
        let expected = match expected {
            "u32" => " 0 或 0 以上的整数",
            "i32" => "整数",
            "a boolean" => " true 或 false",
            "a string" => "引号里的文字",
            _ => "另外一种值",
        };
        format!("这里应当是{expected}")
    } else if said.starts_with("duplicate key") {
        "写了两遍".to_owned()
    } else {
        "这里写得不对，文字要放在引号里，一项占一行".to_owned()
    };
    Message::new(zh, said)
}
