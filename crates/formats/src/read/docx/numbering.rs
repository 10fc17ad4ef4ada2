//! Automatic numbering: 一、 and （二） that Word counts and no text holds.
//!
//! A paragraph names a list and a level; the list's definition says how each level
//! counts. Lists of one definition count on together, unless a list says that it
//! starts anew. A level starts anew below each number of a level above it.

use super::look::{is_on, number};
use super::tag::Tag;
use crate::error::Error;
use crate::limits::Limits;
use crate::read::number_format::{Gap, spelled};
use crate::xml::{Node, Xml, attribute};
use quick_xml::events::BytesStart;
use std::collections::{HashMap, HashSet};

/// Word's lists have nine levels.
const N_LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<u32, Definition>,
    lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; N_LEVELS]>,
    /// The lists that have begun.
    begun: HashSet<u32>,
}

/// How the levels of a list count.
#[derive(Clone, Debug, Default)]
struct Definition {
    levels: [Level; N_LEVELS],
    /// The style that has the real definition.
    style: Option<String>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2`: the numbers of levels 1 and 2 in their places.
    text: String,
    gap: Gap,
    /// All numbers in Arabic digits.
    legal: bool,
    /// Starts anew only below levels up to this one, from 1; 0 is never.
    restart: Option<usize>,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            // The standard says 0 here; whoever leaves it out means 1.
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            gap: Gap::Tab,
            legal: false,
            restart: None,
            style: None,
        }
    }
}

/// A list: a definition, and where it differs from it.
#[derive(Clone, Debug, Default)]
struct List {
    definition: u32,
    starts: [Option<u32>; N_LEVELS],
    levels: [Option<Level>; N_LEVELS],
}

/// A number's text is a few characters; a longer one is no number, and would make
/// much out of little.
const MAX_TEXT_CHARACTERS: usize = 64;

impl Numbering {
    /// Reads the part of numbering.
    pub(super) fn read(text: &str, part: &str, limits: &Limits) -> Result<Self, Error> {
        let mut numbering = Self::default();
        let mut path: Vec<Tag> = Vec::new();
        let (mut definition, mut list, mut level_idx) = (0, 0, 0);
        let mut xml = Xml::new(text, part, limits);
        loop {
            match xml.next()? {
                Node::Start(element) => {
                    let tag = Tag::word(element.local_name().as_ref());
                    let named = |name| attribute(&element, name).and_then(|id| id.trim().parse::<u32>().ok());
                    match tag {
                        Tag::AbstractNum => definition = named("abstractNumId").unwrap_or_default(),
                        Tag::Num => list = named("numId").unwrap_or_default(),
                        Tag::Level | Tag::Override => {
                            level_idx = named("ilvl").unwrap_or_default().min(N_LEVELS as u32 - 1) as usize;
                        }
                        _ => {}
                    }
                    match path.iter().find(|tag| matches!(tag, Tag::AbstractNum | Tag::Num)) {
                        Some(Tag::AbstractNum) => {
                            let definition = numbering.definitions.entry(definition).or_default();
                            match tag {
                                Tag::NumStyleLink => {
                                    definition.style = attribute(&element, "val").map(|val| val.into_owned());
                                }
                                _ => definition.levels[level_idx].take(tag, &element),
                            }
                        }
                        Some(_) => {
                            let list = numbering.lists.entry(list).or_default();
                            match tag {
                                Tag::AbstractNumId => list.definition = number(&element).unwrap_or_default(),
                                Tag::OverrideStart => list.starts[level_idx] = number(&element),
                                Tag::Level => list.levels[level_idx] = Some(Level::default()),
                                _ => list.levels[level_idx].iter_mut().for_each(|it| it.take(tag, &element)),
                            }
                        }
                        None => {}
                    }
                    path.push(tag);
                }
                Node::End => drop(path.pop()),
                Node::Text(_) => {}
                Node::Eof => return Ok(numbering),
            }
        }
    }

    /// Counts a paragraph of a list and gives what Word writes before its text, with
    /// the blank between; nothing for a bullet, or a list that isn't there.
    ///
    /// A paragraph that names no level has the one that is meant for its style.
    /// `list_of_style` gives the list that a style names.
    pub(super) fn next(
        &mut self,
        list: u32,
        level: Option<usize>,
        style: Option<&str>,
        list_of_style: impl Fn(&str) -> Option<u32>,
    ) -> Option<String> {
        let this = self.lists.get(&list)?;
        let mut definition_id = this.definition;
        let linked = self.definitions.get(&definition_id).and_then(|it| it.style.as_deref());
        if let Some(real) = linked.and_then(list_of_style).and_then(|list| self.lists.get(&list)) {
            definition_id = real.definition;
        }
        let definition = self.definitions.get(&definition_id)?;
        let of_style = || {
            let style = style?;
            definition.levels.iter().position(|level| level.style.as_deref() == Some(style))
        };
        let level_idx = level.or_else(of_style).unwrap_or_default().min(N_LEVELS - 1);
        let level_at = |idx: usize| this.levels[idx].as_ref().unwrap_or(&definition.levels[idx]);
        let start_at = |idx: usize| this.starts[idx].unwrap_or(level_at(idx).start);

        let counts = self.counts.entry(definition_id).or_default();
        if self.begun.insert(list) {
            // A list with a start of its own starts there, however far others are.
            for idx in (0..N_LEVELS).filter(|idx| this.starts[*idx].is_some()) {
                counts[idx] = None;
            }
        }
        counts[level_idx] =
            Some(counts[level_idx].map_or(start_at(level_idx), |count| count.saturating_add(1)));
        for (below_idx, count) in counts.iter_mut().enumerate().skip(level_idx + 1) {
            if level_at(below_idx).restart.is_none_or(|restart| level_idx < restart) {
                *count = None;
            }
        }

        let level = level_at(level_idx);
        if level.format == "bullet" {
            return None;
        }
        let number_of = |idx: usize| {
            let format = if level.legal { "decimal" } else { level_at(idx).format.as_str() };
            spelled(counts[idx].unwrap_or_else(|| start_at(idx)), format)
        };
        level.written(number_of)
    }
}

impl Level {
    /// Takes in what an element of `lvl` says.
    fn take(&mut self, tag: Tag, element: &BytesStart<'_>) {
        let said = || attribute(element, "val").unwrap_or_default().into_owned();
        match tag {
            Tag::LevelStart => self.start = number(element).unwrap_or(1),
            Tag::LevelFormat => self.format = said(),
            Tag::LevelText => self.text = said().chars().take(MAX_TEXT_CHARACTERS).collect(),
            Tag::LevelSuffix => {
                self.gap = match said().as_str() {
                    "nothing" => Gap::Nothing,
                    "space" => Gap::Space,
                    _ => Gap::Tab,
                };
            }
            Tag::LevelLegal => self.legal = is_on(element),
            Tag::LevelRestart => self.restart = number(element),
            Tag::PStyle => self.style = Some(said()),
            _ => {}
        }
    }

    /// What is written before the text: 一、提高认识 stands close, 1. 提高认识 apart.
    fn written(&self, number_of: impl Fn(usize) -> String) -> Option<String> {
        let mut written = String::new();
        let mut rest = self.text.chars().peekable();
        while let Some(character) = rest.next() {
            let place = rest.peek().and_then(|digit| digit.to_digit(10)).filter(|place| *place > 0);
            match place {
                Some(place) if character == '%' => {
                    rest.next();
                    written.push_str(&number_of(place as usize - 1));
                }
                _ => written.push(character),
            }
        }
        self.gap.part(&mut written);
        (!written.is_empty()).then_some(written)
    }
}
