//! Lists and what they count: 一、 and （二） stand in no text.
//!
//! A list names a style, which says how each level counts. A list begins anew unless
//! it says which one it goes on from. A level begins anew below each number of a level
//! above it. Headings outside of lists are counted by the style of the outline.

use crate::error::Error;
use crate::limits::Limits;
use crate::read::number_format::{Gap, spelled};
use crate::xml::{Node, Xml, attribute};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// OpenDocument's lists have ten levels.
const N_LEVELS: usize = 10;

/// How far a list has counted.
pub(super) type Counts = [Option<u32>; N_LEVELS];

/// The styles of lists.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: HashMap<String, [Level; N_LEVELS]>,
    /// The style of the outline.
    pub(super) outline: [Level; N_LEVELS],
}

/// How a level counts. One that says nothing has no number.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// By Word's name; nothing for a bullet.
    format: Option<&'static str>,
    start: u32,
    prefix: String,
    suffix: String,
    /// `%1%.%2%`: the numbers of levels 1 and 2 in their places.
    pattern: Option<String>,
    /// How many levels are shown.
    n_shown: usize,
    gap: Gap,
}

impl Default for Level {
    fn default() -> Self {
        let (prefix, suffix) = (String::new(), String::new());
        Self { format: None, start: 1, prefix, suffix, pattern: None, n_shown: 1, gap: Gap::Tab }
    }
}

/// A number's text is a few characters; a longer one is no number, and would make
/// much out of little.
const MAX_TEXT_CHARACTERS: usize = 64;

impl Lists {
    /// Takes in the styles of lists of a part.
    pub(super) fn read(&mut self, text: &str, part: &str, limits: &Limits) -> Result<(), Error> {
        let mut xml = Xml::new(text, part, limits);
        let mut style = None;
        let mut level_idx = 0;
        loop {
            match xml.next()? {
                Node::Start(element) => {
                    let name = element.local_name();
                    match name.as_ref() {
                        "body" => xml.skip()?,
                        "list-style" => {
                            let name = attribute(&element, "name").unwrap_or_default().into_owned();
                            self.styles.insert(name.clone(), <[Level; N_LEVELS]>::default());
                            style = Some(name);
                        }
                        "outline-style" => style = None,
                        "list-level-style-number" | "outline-level-style" => {
                            let level: usize =
                                attribute(&element, "level").and_then(|it| it.parse().ok()).unwrap_or(1);
                            level_idx = level.clamp(1, N_LEVELS) - 1;
                            let of_outline = name.as_ref() == "outline-level-style";
                            self.levels(style.as_deref().filter(|_| !of_outline))[level_idx] =
                                Level::read(&element);
                        }
                        "list-level-label-alignment" => {
                            let gap = match attribute(&element, "label-followed-by").as_deref() {
                                Some("nothing") => Gap::Nothing,
                                Some("space") => Gap::Space,
                                _ => Gap::Tab,
                            };
                            self.levels(style.as_deref())[level_idx].gap = gap;
                        }
                        _ => {}
                    }
                }
                Node::Eof => return Ok(()),
                Node::End | Node::Text(_) => {}
            }
        }
    }

    fn levels(&mut self, style: Option<&str>) -> &mut [Level; N_LEVELS] {
        match style {
            Some(style) => self.styles.entry(style.to_owned()).or_default(),
            None => &mut self.outline,
        }
    }

    /// Counts an item of a level, from 0, that may say where it starts, and gives what
    /// is written before its text; nothing for a bullet, or a style that isn't there.
    pub(super) fn next(
        &self,
        style: Option<&str>,
        level_idx: usize,
        start: Option<u32>,
        counts: &mut Counts,
    ) -> Option<String> {
        next(self.styles.get(style?)?, level_idx, start, counts)
    }
}

/// Counts an item; see [`Lists::next`].
pub(super) fn next(
    levels: &[Level; N_LEVELS],
    level_idx: usize,
    start: Option<u32>,
    counts: &mut Counts,
) -> Option<String> {
    let level_idx = level_idx.min(N_LEVELS - 1);
    let after = counts[level_idx].map(|count| count.saturating_add(1));
    counts[level_idx] = start.or(after).or(Some(levels[level_idx].start));
    counts[level_idx + 1..].fill(None);
    levels[level_idx].written(level_idx, |idx| {
        let level = &levels[idx];
        level.format.map(|format| spelled(counts[idx].unwrap_or(level.start), format)).unwrap_or_default()
    })
}

impl Level {
    fn read(element: &BytesStart<'_>) -> Self {
        let said = |name| {
            let said = attribute(element, name).unwrap_or_default();
            said.chars().take(MAX_TEXT_CHARACTERS).collect::<String>()
        };
        let number = |name| attribute(element, name).and_then(|number| number.trim().parse::<u32>().ok());
        Self {
            format: format_of(&said("num-format")),
            start: number("start-value").unwrap_or(1),
            prefix: said("num-prefix"),
            suffix: said("num-suffix"),
            pattern: Some(said("num-list-format")).filter(|pattern| !pattern.is_empty()),
            n_shown: number("display-levels").unwrap_or(1) as usize,
            gap: Gap::Tab,
        }
    }

    fn written(&self, level_idx: usize, number_of: impl Fn(usize) -> String) -> Option<String> {
        self.format?;
        let mut written = String::new();
        if let Some(pattern) = &self.pattern {
            // Between two signs stands the number of a level, from 1.
            for (idx, piece) in pattern.split('%').enumerate() {
                match piece.parse::<usize>() {
                    Ok(level @ 1..=N_LEVELS) if idx % 2 == 1 => written.push_str(&number_of(level - 1)),
                    _ => written.push_str(piece),
                }
            }
        } else {
            let first_idx = (level_idx + 1).saturating_sub(self.n_shown.max(1));
            let numbers: Vec<_> =
                (first_idx..=level_idx).map(number_of).filter(|it| !it.is_empty()).collect();
            written = format!("{}{}{}", self.prefix, numbers.join("."), self.suffix);
        }
        self.gap.part(&mut written);
        (!written.is_empty()).then_some(written)
    }
}

/// Word's name of a format, of which OpenDocument gives the first numbers: `1`, `a`,
/// `一, 二, 三, ...`.
fn format_of(first: &str) -> Option<&'static str> {
    Some(match first.chars().next()? {
        'a' => "lowerLetter",
        'A' => "upperLetter",
        'i' => "lowerRoman",
        'I' => "upperRoman",
        '一' => "chineseCounting",
        '壹' if first.contains('贰') => "chineseLegalSimplified",
        '壹' => "ideographLegalTraditional",
        '甲' => "ideographTraditional",
        '子' => "ideographZodiac",
        '①' => "decimalEnclosedCircle",
        '⑴' => "decimalEnclosedParen",
        '１' => "decimalFullWidth",
        '㊀' => "ideographEnclosedCircle",
        _ => "decimal",
    })
}
