//! The styles of a document, each with all that it takes over.

use super::said::{ParagraphSaid, RunSaid};
use crate::error::Error;
use crate::limits::Limits;
use crate::xml::{Node, Xml, attribute};
use std::collections::HashMap;

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The one of paragraphs that name none.
    otherwise: Option<String>,
    /// What holds where no style says anything.
    defaults: Style,
}

/// What a style says.
#[derive(Clone, Debug, Default)]
struct Style {
    paragraph: ParagraphSaid,
    run: RunSaid,
    based_on: Option<String>,
}

/// No office bases a style on another more than a few times; a circle goes on for ever.
const MAX_ANCESTORS: usize = 32;

impl Styles {
    /// Reads the part of styles.
    pub(super) fn read(text: &str, part: &str, limits: &Limits) -> Result<Self, Error> {
        let mut styles = Self::default();
        let mut path: Vec<String> = Vec::new();
        let mut id = None;
        let mut xml = Xml::new(text, part, limits);
        loop {
            match xml.next()? {
                Node::Start(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    if name.ends_with("PrChange") || name == "tblStylePr" {
                        xml.skip()?;
                        continue;
                    }
                    let said = |name, value: &str| attribute(&element, name).is_some_and(|it| it == value);
                    if name == "style" {
                        let of = attribute(&element, "styleId").unwrap_or_default().into_owned();
                        let is_default = said("default", "1") || said("default", "true");
                        if said("type", "paragraph") && is_default {
                            styles.otherwise.get_or_insert(of.clone());
                        }
                        id = Some(of);
                    }
                    let style = match &id {
                        Some(id) => styles.by_id.entry(id.clone()).or_default(),
                        None => &mut styles.defaults,
                    };
                    match path.last().map(String::as_str) {
                        Some("style") if name == "basedOn" => {
                            style.based_on = attribute(&element, "val").map(|value| value.into_owned());
                        }
                        Some("pPr") => style.paragraph.take(&name, &element),
                        Some("rPr") => style.run.take(&name, &element),
                        _ => {}
                    }
                    path.push(name);
                }
                Node::End => {
                    if path.pop().is_some_and(|name| name == "style") {
                        id = None;
                    }
                }
                Node::Text(_) => {}
                Node::Eof => return Ok(styles),
            }
        }
    }

    /// A paragraph with all that stands above it.
    pub(super) fn paragraph(&self, said: &ParagraphSaid) -> ParagraphSaid {
        let named = said.style.as_ref().filter(|id| self.by_id.contains_key(*id));
        self.above(named.or(self.otherwise.as_ref()))
            .fold(said.clone(), |said, style| said.or(&style.paragraph))
    }

    /// A run in a paragraph with all that stands above it.
    pub(super) fn run(&self, said: &RunSaid, paragraph: &ParagraphSaid) -> RunSaid {
        let own = said.style.as_ref().filter(|id| self.by_id.contains_key(*id));
        let own =
            own.map(|id| self.above(Some(id)).take_while(|style| !std::ptr::eq(*style, &self.defaults)));
        let said = own.into_iter().flatten().fold(said.clone(), |said, style| said.or(&style.run));
        let named = paragraph.style.as_ref().filter(|id| self.by_id.contains_key(*id));
        self.above(named.or(self.otherwise.as_ref())).fold(said, |said, style| said.or(&style.run))
    }

    /// A style, those that it is based on, and at last the defaults.
    fn above<'a>(&'a self, id: Option<&'a String>) -> impl Iterator<Item = &'a Style> {
        let first = id.and_then(|id| self.by_id.get(id));
        let next = |style: &&'a Style| style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, next).take(MAX_ANCESTORS).chain([&self.defaults])
    }
}
