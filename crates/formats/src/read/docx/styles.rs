//! The styles of a document, each with all that it takes over from those it is based
//! on.

use super::look::{ParagraphLook, RunLook};
use super::tag::Tag;
use crate::error::Error;
use crate::limits::Limits;
use crate::page::NOTE_STYLE;
use crate::read::style_names::{heading_level, is_title};
use crate::xml::{Node, Xml, attribute};
use std::collections::HashMap;

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// What holds for a paragraph that names no style.
    otherwise: Style,
    /// What holds for a run of which nothing else says it.
    defaults: RunLook,
}

/// What a style says.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// Of the paragraph.
    pub(super) paragraph: ParagraphLook,
    /// Of its runs.
    pub(super) run: RunLook,
    /// It is the style for titles: 标题, Title.
    pub(super) titled: bool,
    /// It is the style of what a copy for reading aloud has between its words.
    is_note: bool,
    based_on: Option<String>,
}

/// No office bases a style on another more than a few times; a circle goes on for ever.
const MAX_ANCESTORS: usize = 32;

impl Styles {
    /// Reads the part of styles.
    pub(super) fn read(text: &str, part: &str, limits: &Limits) -> Result<Self, Error> {
        let mut said: HashMap<String, Style> = HashMap::new();
        let mut defaults = RunLook::default();
        let mut path: Vec<Tag> = Vec::new();
        let mut id = String::new();
        let mut default_id = None;
        let mut xml = Xml::new(text, part, limits);
        loop {
            match xml.next()? {
                Node::Start(element) => {
                    let tag = Tag::word(element.local_name().as_ref());
                    if tag == Tag::Former {
                        xml.skip()?;
                        continue;
                    }
                    let is = |attribute_name, value: &str| {
                        attribute(&element, attribute_name).is_some_and(|found| found == value)
                    };
                    match (path.as_slice(), tag) {
                        (_, Tag::Style) => {
                            id = attribute(&element, "styleId").unwrap_or_default().into_owned();
                            let is_default =
                                is("type", "paragraph") && (is("default", "1") || is("default", "true"));
                            if is_default && default_id.is_none() {
                                default_id = Some(id.clone());
                            }
                        }
                        ([.., Tag::RunDefaults, Tag::RPr], _) => defaults.take(tag, &element),
                        ([.., Tag::Style], Tag::Name) => {
                            let name = attribute(&element, "val").unwrap_or_default();
                            let style = said.entry(id.clone()).or_default();
                            style.titled = is_title(&name);
                            style.is_note = name == NOTE_STYLE;
                            style.paragraph.outline = style.paragraph.outline.or(heading_level(&name));
                        }
                        ([.., Tag::Style], Tag::BasedOn) => {
                            let based_on = attribute(&element, "val").map(|val| val.into_owned());
                            said.entry(id.clone()).or_default().based_on = based_on;
                        }
                        ([.., Tag::Style, Tag::PPr] | [.., Tag::Style, Tag::PPr, Tag::NumPr], _) => {
                            said.entry(id.clone()).or_default().paragraph.take(tag, &element);
                        }
                        ([.., Tag::Style, Tag::RPr], _) => {
                            said.entry(id.clone()).or_default().run.take(tag, &element);
                        }
                        _ => {}
                    }
                    path.push(tag);
                }
                Node::End => drop(path.pop()),
                Node::Text(_) => {}
                Node::Eof => break,
            }
        }
        let by_id: HashMap<String, Style> =
            said.keys().map(|id| (id.clone(), inherited(&said, id))).collect();
        let otherwise = default_id.and_then(|id| by_id.get(&id)).cloned().unwrap_or_default();
        Ok(Self { by_id, otherwise, defaults })
    }

    /// The style of that id; the one of plain paragraphs where none is named or known.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id)).unwrap_or(&self.otherwise)
    }

    /// What a style says of runs; nothing for one that is not known.
    pub(super) fn of_run(&self, id: Option<&str>) -> RunLook {
        id.and_then(|id| self.by_id.get(id)).map(|style| style.run).unwrap_or_default()
    }

    /// A run of that style is a note of a copy that is read aloud.
    pub(super) fn is_note(&self, id: Option<&str>) -> bool {
        id.and_then(|id| self.by_id.get(id)).is_some_and(|style| style.is_note)
    }

    /// What holds for a run of which nothing else says it.
    pub(super) fn defaults(&self) -> RunLook {
        self.defaults
    }
}

/// What a style says with all that it takes over.
fn inherited(said: &HashMap<String, Style>, id: &str) -> Style {
    let mut style = said.get(id).cloned().unwrap_or_default();
    let mut above_id = style.based_on.clone();
    for _ in 0..MAX_ANCESTORS {
        let Some(above) = above_id.and_then(|id| said.get(&id)) else { break };
        style.paragraph = style.paragraph.or(&above.paragraph);
        style.run = style.run.or(above.run);
        style.titled |= above.titled;
        above_id = above.based_on.clone();
    }
    style
}
