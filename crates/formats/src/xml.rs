//! XML from outside, guarded: one step after the other, without recursion, counting
//! depth and attributes. A document type, which serves to define entities that swell
//! or fetch, is refused.

use crate::error::{Error, Limit};
use crate::limits::Limits;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;

/// One step through a part.
pub(crate) enum Node<'a> {
    /// An element begins. One without content begins and ends.
    Start(BytesStart<'a>),
    /// An element ends.
    End,
    /// Text, entities resolved; the text of one element may come in several.
    Text(Cow<'a, str>),
    /// The part is at its end, all elements closed.
    Eof,
}

/// A walk through a part.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    limits: &'a Limits,
    depth: usize,
    /// A document type may be named, as long as it declares nothing.
    may_name_type: bool,
}

impl<'a> Xml<'a> {
    /// A walk through the text of a part; `part` is its name, for errors.
    pub(crate) fn new(text: &'a str, part: &'a str, limits: &'a Limits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, part, limits, depth: 0, may_name_type: false }
    }

    /// The same walk through a part that may name its document type, which is not fetched.
    pub(crate) fn naming_its_type(self) -> Self {
        Self { may_name_type: true, ..self }
    }

    /// The next step. Comments and instructions are passed over.
    pub(crate) fn next(&mut self) -> Result<Node<'a>, Error> {
        loop {
            match self.reader.read_event().map_err(|error| self.damaged(error))? {
                Event::Start(element) => {
                    self.enter(&element)?;
                    return Ok(Node::Start(element));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Node::End);
                }
                Event::Text(text) => return Ok(Node::Text(text.xml10_content())),
                Event::CData(text) => return Ok(Node::Text(text.xml10_content())),
                Event::GeneralRef(reference) => return self.resolve(&reference),
                Event::DocType(named) if self.may_name_type && !named.contains('[') => {}
                Event::DocType(_) => return Err(Error::DocumentType { part: self.part.to_owned() }),
                Event::Eof if self.depth > 0 => return Err(self.damaged("ends within an element")),
                Event::Eof => return Ok(Node::Eof),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Passes over all that is left of the element that began last, its end included.
    pub(crate) fn skip(&mut self) -> Result<(), Error> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    fn enter(&mut self, element: &BytesStart<'_>) -> Result<(), Error> {
        self.depth += 1;
        if self.depth > self.limits.depth {
            return Err(Error::OverLimit { limit: Limit::Depth, allowed: self.limits.depth as u64 });
        }
        // ` a=""` is the shortest attribute, so that most elements need no counting.
        let allowed = self.limits.attributes;
        if element.len() > allowed * 5 && element.attributes().with_checks(false).nth(allowed).is_some() {
            return Err(Error::OverLimit { limit: Limit::Attributes, allowed: allowed as u64 });
        }
        Ok(())
    }

    fn resolve(&self, reference: &BytesRef<'a>) -> Result<Node<'a>, Error> {
        let named = || match &**reference {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => None,
        };
        let character = reference.resolve_char_ref().map_err(|error| self.damaged(error))?;
        let character = character.or_else(named);
        let character =
            character.ok_or_else(|| self.damaged(format_args!("unknown entity &{};", &**reference)))?;
        Ok(Node::Text(Cow::Owned(character.to_string())))
    }

    fn damaged(&self, detail: impl std::fmt::Display) -> Error {
        Error::Damaged { detail: format!("{}: {detail}", self.part) }
    }
}

/// The value of an element's attribute, by its name without prefix; nothing for a
/// value with an entity that XML doesn't know.
pub(crate) fn attribute<'e>(element: &'e BytesStart<'_>, local_name: &str) -> Option<Cow<'e, str>> {
    let mut attributes = element.attributes();
    let found =
        attributes.with_checks(false).flatten().find(|it| it.key.local_name().as_ref() == local_name)?;
    match found.value {
        Cow::Borrowed(value) if !value.contains(['&', '\t', '\n', '\r']) => Some(Cow::Borrowed(value)),
        _ => found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| Cow::Owned(value.into_owned())),
    }
}

/// The text of a part: UTF-8, or UTF-16 with its mark, as XML allows.
pub(crate) fn text_of(part: Vec<u8>, name: &str) -> Result<String, Error> {
    if part.starts_with(b"\xff\xfe") || part.starts_with(b"\xfe\xff") {
        let text = crate::encoding::decode(&part, None)?.text;
        return Ok(text.into_owned());
    }
    let mut text =
        String::from_utf8(part).map_err(|error| Error::Damaged { detail: format!("{name}: {error}") })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}
