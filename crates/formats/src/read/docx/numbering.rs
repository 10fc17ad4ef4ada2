//! How a Word file defines its lists.

use super::look::{is_on, number};
use super::tag::Tag;
use crate::error::Error;
use crate::limits::Limits;
use crate::read::number_format::Gap;
use crate::read::numbering::{Level, MAX_TEXT_CHARACTERS, N_LEVELS, Numbering};
use crate::xml::{Node, Xml, attribute};
use quick_xml::events::BytesStart;

/// Reads the part of numbering.
pub(super) fn read(text: &str, part: &str, limits: &Limits) -> Result<Numbering, Error> {
    let mut numbering = Numbering::default();
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
                            _ => take(&mut definition.levels[level_idx], tag, &element),
                        }
                    }
                    Some(_) => {
                        let list = numbering.lists.entry(list).or_default();
                        match tag {
                            Tag::AbstractNumId => list.definition = number(&element).unwrap_or_default(),
                            Tag::OverrideStart => list.starts[level_idx] = number(&element),
                            Tag::Level => list.levels[level_idx] = Some(Level::default()),
                            _ => list.levels[level_idx].iter_mut().for_each(|it| take(it, tag, &element)),
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

/// Takes in what an element of `lvl` says.
fn take(level: &mut Level, tag: Tag, element: &BytesStart<'_>) {
    let said = || attribute(element, "val").unwrap_or_default().into_owned();
    match tag {
        Tag::LevelStart => level.start = number(element).unwrap_or(1),
        Tag::LevelFormat => level.format = said(),
        Tag::LevelText => level.text = said().chars().take(MAX_TEXT_CHARACTERS).collect(),
        Tag::LevelSuffix => {
            level.gap = match said().as_str() {
                "nothing" => Gap::Nothing,
                "space" => Gap::Space,
                _ => Gap::Tab,
            };
        }
        Tag::LevelLegal => level.legal = is_on(element),
        Tag::LevelRestart => level.restart = number(element),
        Tag::PStyle => level.style = Some(said()),
        _ => {}
    }
}
