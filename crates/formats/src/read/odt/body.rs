//! The walk through the content.

use super::flow::{Flow, Open};
use super::lists::{Counts, Lists, next};
use super::styles::Styles;
use crate::error::{Error, Limit};
use crate::limits::Limits;
use crate::read::seen::Seen;
use crate::read::words::{self, Words};
use crate::xml::{Node, Xml, attribute};
use quick_xml::events::BytesStart;
use speech::text::length;
use speech::{Hints, Paragraph};
use std::collections::HashMap;

/// Where the walk stands.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    lists: Lists,
    limits: &'a Limits,
    seen: Seen,
    /// What each element that the walk is in does when it ends.
    path: Vec<Element>,
    /// The flows that it is in, the body first.
    flows: Vec<Flow>,
    /// The lists that it is in, the outermost first.
    open_lists: Vec<OpenList>,
    /// How far the outermost list has counted, and those before it by their ids and
    /// styles.
    counts: Counts,
    counts_by_name: HashMap<String, Counts>,
    outline_counts: Counts,
}

/// An element, by what it means for lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Paragraph,
    Span,
    List,
    Item,
    Row,
    /// A cell, and how often it stands there.
    Cell(usize),
    TextBox,
    Other,
}

#[derive(Debug, Default)]
struct OpenList {
    style: Option<String>,
    id: Option<String>,
    /// What the item that the walk is in says of its number; nothing once it is given.
    item: Option<Item>,
}

#[derive(Debug, Default)]
struct Item {
    start: Option<u32>,
    style: Option<String>,
}

/// A cell that stands more often than this stands for the rest of a sheet.
const MAX_REPEATED: usize = 256;

impl<'a> Body<'a> {
    /// Before the first step.
    pub(super) fn new(styles: &'a Styles, lists: Lists, limits: &'a Limits) -> Self {
        Self {
            styles,
            lists,
            limits,
            seen: Seen::default(),
            path: Vec::new(),
            flows: vec![Flow::default()],
            open_lists: Vec::new(),
            counts: Counts::default(),
            counts_by_name: HashMap::new(),
            outline_counts: Counts::default(),
        }
    }

    /// Walks through the content; gives its lines and what was met.
    pub(super) fn read(mut self, text: &str, part: &str) -> Result<(Vec<Paragraph>, Seen), Error> {
        let mut xml = Xml::new(text, part, self.limits);
        let mut is_first = true;
        loop {
            match xml.next()? {
                Node::Start(element) => {
                    if std::mem::take(&mut is_first) && element.local_name().as_ref() != "document-content" {
                        return Err(Error::Damaged { detail: format!("{part}: no document") });
                    }
                    match self.start(&element)? {
                        Some(kind) => self.path.push(kind),
                        None => xml.skip()?,
                    }
                }
                Node::End => {
                    if let Some(kind) = self.path.pop() {
                        self.end(kind)?;
                    }
                }
                Node::Text(text) => self.text(&text)?,
                Node::Eof => break,
            }
        }
        Ok((self.flows.drain(..1).next().map(Flow::finish).unwrap_or_default(), self.seen))
    }

    /// Enters an element; nothing where all of it is to be passed over.
    fn start(&mut self, element: &BytesStart<'_>) -> Result<Option<Element>, Error> {
        let named = element.local_name();
        let said = |name| attribute(element, name).map(|said| said.into_owned());
        let number = |name| attribute(element, name).and_then(|number| number.trim().parse::<usize>().ok());
        let is_true = |name| attribute(element, name).is_some_and(|it| it == "true");
        Ok(Some(match named.as_ref() {
            "p" | "h" => {
                self.start_paragraph(element)?;
                Element::Paragraph
            }
            "span" => {
                let style = said("style-name");
                let styles = self.styles;
                if let Some(open) = &mut self.flow().open {
                    let around = open.looks.last().copied().unwrap_or_default();
                    open.looks.push(styles.of_text(style.as_deref(), around));
                }
                Element::Span
            }
            "s" => {
                let n_blanks = number("c").unwrap_or(1);
                let n_characters = self.flow().open.as_ref().map_or(0, |open| open.words.n_characters);
                self.check_length(n_characters.saturating_add(n_blanks))?;
                self.push(&" ".repeat(n_blanks))?;
                Element::Other
            }
            "tab" => {
                self.push("\t")?;
                Element::Other
            }
            "line-break" => {
                if let Some(open) = &mut self.flow().open {
                    open.words.break_line();
                    open.drops_blank = false;
                }
                Element::Other
            }
            "list" => {
                self.start_list(
                    said("style-name"),
                    said("id"),
                    said("continue-list"),
                    is_true("continue-numbering"),
                );
                Element::List
            }
            "list-item" | "list-header" => {
                let start = number("start-value").and_then(|start| u32::try_from(start).ok());
                let item = Item { start, style: said("style-override") };
                if let Some(list) = self.open_lists.last_mut() {
                    list.item = (named.as_ref() == "list-item").then_some(item);
                }
                Element::Item
            }
            "table-row" => {
                self.flow().row = Some(Vec::new());
                Element::Row
            }
            "table-cell" => {
                self.flows.push(Flow::default());
                Element::Cell(number("number-columns-repeated").unwrap_or(1).clamp(1, MAX_REPEATED))
            }
            "text-box" => {
                self.seen.text_boxes = true;
                self.flows.push(Flow::default());
                Element::TextBox
            }
            "section" | "hidden-text" | "hidden-paragraph"
                if attribute(element, "display").is_some_and(|it| it == "none") || is_true("is-hidden") =>
            {
                self.seen.hidden = true;
                return Ok(None);
            }
            name => {
                self.note(name);
                let is_read = !UNREAD.contains(&name) && !name.ends_with("-source");
                return Ok(is_read.then_some(Element::Other));
            }
        }))
    }

    /// Elements that a warning is given for.
    fn note(&mut self, name: &str) {
        match name {
            "changed-region" => self.seen.changes = true,
            "annotation" => self.seen.comments = true,
            "note" => self.seen.notes = true,
            "image" => self.seen.pictures = true,
            "object" | "object-ole" | "plugin" => self.seen.embedded = true,
            _ => {}
        }
    }

    fn end(&mut self, kind: Element) -> Result<(), Error> {
        match kind {
            Element::Paragraph => self.flow().end_paragraph(),
            Element::Span => {
                if let Some(open) = self.flow().open.as_mut().filter(|open| open.looks.len() > 1) {
                    open.looks.pop();
                }
            }
            Element::List => self.end_list(),
            Element::Item => {
                self.open_lists.iter_mut().next_back().into_iter().for_each(|list| list.item = None)
            }
            Element::Row => {
                let n_characters = self.flow().row.iter().flatten().map(|cell| length(cell) + 1).sum();
                self.check_length(n_characters)?;
                self.flow().end_row();
            }
            Element::Cell(n_times) => {
                let cell = words::cell(&self.flows.pop().unwrap_or_default().finish());
                // What stands often is empty; counted all the same.
                self.check_length(length(&cell).saturating_mul(n_times))?;
                let row = self.flow().row.get_or_insert_default();
                row.extend(std::iter::repeat_n(cell, n_times));
            }
            Element::TextBox => {
                let lines = self.flows.pop().unwrap_or_default().finish();
                let flow = self.flow();
                if flow.open.is_some() { &mut flow.after } else { &mut flow.lines }.extend(lines);
            }
            Element::Other => {}
        }
        Ok(())
    }

    fn start_paragraph(&mut self, element: &BytesStart<'_>) -> Result<(), Error> {
        let (look, all_bold) = self.styles.of_paragraph(attribute(element, "style-name").as_deref());
        let said: Option<u8> =
            attribute(element, "outline-level").and_then(|level| level.trim().parse().ok());
        let outline = said.or(look.outline).filter(|level| (1..=9).contains(level));
        let is_heading = element.local_name().as_ref() == "h";
        let hints = Hints {
            centred: look.centred.unwrap_or_default(),
            outline,
            titled: look.titled,
            ..Hints::default()
        };
        let number = match self.open_lists.last_mut() {
            Some(list) => list.item.take().and_then(|item| self.number(item)),
            None if is_heading && attribute(element, "is-list-header").is_none_or(|it| it != "true") => {
                let level_idx = usize::from(outline.unwrap_or(1)) - 1;
                next(&self.lists.outline, level_idx, None, &mut self.outline_counts)
            }
            None => None,
        };
        let flow = self.flow();
        // A paragraph within another is no valid file, but its text is text.
        flow.end_paragraph();
        let (words, looks) = (Words::default(), vec![look]);
        flow.open = Some(Open { words, hints, looks, all_bold, drops_blank: true });
        if let Some(number) = number
            && let Some(open) = &mut flow.open
        {
            open.words.push(&number, look.half_points(), false);
        }
        Ok(())
    }

    /// Counts the item of the innermost list.
    fn number(&mut self, item: Item) -> Option<String> {
        // A list within another is of its style unless it says one.
        let style = self.open_lists.iter().rev().find_map(|list| list.style.as_deref());
        let style = item.style.as_deref().or(style);
        self.lists.next(style, self.open_lists.len() - 1, item.start, &mut self.counts)
    }

    fn start_list(
        &mut self,
        style: Option<String>,
        id: Option<String>,
        after: Option<String>,
        goes_on: bool,
    ) {
        if self.open_lists.is_empty() {
            let before = after.or_else(|| style.clone().filter(|_| goes_on));
            self.counts = before.and_then(|name| self.counts_by_name.get(&name)).copied().unwrap_or_default();
        }
        self.open_lists.push(OpenList { style, id, item: None });
    }

    fn end_list(&mut self) {
        let Some(list) = self.open_lists.pop() else { return };
        if self.open_lists.is_empty() {
            for name in list.style.into_iter().chain(list.id) {
                self.counts_by_name.insert(name, self.counts);
            }
        }
    }

    /// Adds text of the content, in which blanks and line ends that follow each other
    /// are one blank, or none at the start.
    fn text(&mut self, text: &str) -> Result<(), Error> {
        let Some(open) = &mut self.flow().open else { return Ok(()) };
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            let is_blank = matches!(character, ' ' | '\t' | '\n' | '\r');
            if !is_blank {
                shown.push(character);
            } else if !open.drops_blank {
                shown.push(' ');
            }
            open.drops_blank = is_blank;
        }
        let drops_blank = open.drops_blank;
        self.push(&shown)?;
        self.flow().open.iter_mut().for_each(|open| open.drops_blank = drops_blank);
        Ok(())
    }

    /// Adds text as it is shown.
    fn push(&mut self, text: &str) -> Result<(), Error> {
        let Some(open) = &mut self.flow().open else { return Ok(()) };
        open.drops_blank = false;
        let look = open.looks.last().copied().unwrap_or_default();
        if look.hidden == Some(true) {
            self.seen.hidden |= !text.is_empty();
            return Ok(());
        }
        let strong = look.bold == Some(true) && !open.all_bold;
        let mut lines = text.split(['\u{85}', '\u{2028}', '\u{2029}']);
        open.words.push(lines.next().unwrap_or_default(), look.half_points(), strong);
        for line in lines {
            open.words.break_line();
            open.words.push(line, look.half_points(), strong);
        }
        let n_characters = open.words.n_characters;
        self.check_length(n_characters)
    }

    fn check_length(&self, n_characters: usize) -> Result<(), Error> {
        let allowed = self.limits.paragraph_characters;
        if n_characters > allowed {
            return Err(Error::OverLimit { limit: Limit::ParagraphCharacters, allowed: allowed as u64 });
        }
        Ok(())
    }

    fn flow(&mut self) -> &mut Flow {
        self.flows.last_mut().expect("the body's flow is never taken off")
    }
}

/// Elements whose text is no line.
const UNREAD: [&str; 20] = [
    "automatic-styles",
    "font-face-decls",
    "scripts",
    "forms",
    "changed-region",
    "sequence-decls",
    "user-field-decls",
    "variable-decls",
    "annotation",
    "note",
    "ruby-text",
    "title",
    "desc",
    "binary-data",
    "object",
    "object-ole",
    "event-listeners",
    "covered-table-cell",
    "index-title-template",
    "shapes",
];
