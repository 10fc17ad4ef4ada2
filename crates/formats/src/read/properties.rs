//! What a packed file says of itself in a part of its own.

use crate::error::Error;
use crate::extracted::Metadata;
use crate::limits::Limits;
use crate::xml::{Node, Xml};

/// Reads the properties from the elements of these names: title, author, time of
/// making.
pub(super) fn read(text: &str, part: &str, names: [&str; 3], limits: &Limits) -> Result<Metadata, Error> {
    let mut metadata = Metadata::default();
    let mut xml = Xml::new(text, part, limits);
    let mut path: Vec<String> = Vec::new();
    loop {
        match xml.next()? {
            Node::Start(element) => path.push(element.local_name().as_ref().to_owned()),
            Node::End => drop(path.pop()),
            Node::Text(text) => {
                let name = path.last().map(String::as_str);
                let value = match names.iter().position(|it| Some(*it) == name) {
                    Some(0) => &mut metadata.title,
                    Some(1) => &mut metadata.author,
                    Some(_) => &mut metadata.created,
                    None => continue,
                };
                value.get_or_insert_default().push_str(&text);
            }
            Node::Eof => break,
        }
    }
    for value in [&mut metadata.title, &mut metadata.author, &mut metadata.created] {
        *value = value.take().filter(|value| !speech::text::trim(value).is_empty());
    }
    Ok(metadata)
}
