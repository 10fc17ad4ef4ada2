//! The comments of a Word file: who wrote each, when, and what it says.

use super::trace::by;
use crate::error::Error;
use crate::limits::Limits;
use crate::xml::{Node, Xml, attribute};
use speech::returned::{By, Remark};
use speech::text::{length, slice, trim};

/// A comment.
pub(super) struct Comment {
    /// What the main part calls it.
    pub(super) id: String,
    by: By,
    text: String,
}

impl Comment {
    /// The comment, where it stands beside words.
    pub(super) fn remark(&self, about: &str) -> Remark {
        Remark { by: self.by.clone(), text: self.text.clone(), about: trim(about).to_owned() }
    }
}

/// How many characters of a comment are told.
const MOST: usize = 2_000;

/// Reads the part of comments; one without words is none.
pub(super) fn read(text: &str, part: &str, limits: &Limits) -> Result<Vec<Comment>, Error> {
    let mut comments: Vec<Comment> = Vec::new();
    let mut xml = Xml::new(text, part, limits);
    // What the walk is in: the text of a run, or something else.
    let mut in_text: Vec<bool> = Vec::new();
    loop {
        match xml.next()? {
            Node::Start(element) => {
                let name = element.local_name();
                match name.as_ref() {
                    "comment" => {
                        let id = attribute(&element, "id").unwrap_or_default().trim().to_owned();
                        comments.push(Comment { id, by: by(&element), text: String::new() });
                    }
                    "p" | "br" | "cr" => push(&mut comments, "\n"),
                    "tab" => push(&mut comments, " "),
                    // What was deleted in a comment, and former looks, are not of it.
                    "del" | "rPrChange" | "pPrChange" | "pPr" | "rPr" => {
                        xml.skip()?;
                        continue;
                    }
                    _ => {}
                }
                in_text.push(name.as_ref() == "t");
            }
            Node::Text(text) if in_text.last() == Some(&true) => push(&mut comments, &text),
            Node::Text(_) => {}
            Node::End => drop(in_text.pop()),
            Node::Eof => break,
        }
    }
    for comment in &mut comments {
        comment.text = trim(&comment.text).to_owned();
    }
    comments.retain(|comment| !comment.text.is_empty());
    Ok(comments)
}

fn push(comments: &mut [Comment], words: &str) {
    if let Some(comment) = comments.last_mut() {
        let room = MOST.saturating_sub(length(&comment.text));
        comment.text.push_str(slice(words, 0..room));
    }
}
