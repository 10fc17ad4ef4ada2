//! The walk through the main part.

use super::control::OpenControl;
use super::flow::{Begun, Flow};
use super::look::RunLook;
use super::notes::Notes;
use super::styles::Styles;
use super::tag::Tag;
use super::trace::{Line, Trace, by};
use crate::error::{Error, Limit};
use crate::limits::Limits;
use crate::read::numbering::Numbering;
use crate::read::seen::Seen;
use crate::read::symbols;
use crate::xml::{Node, Xml, attribute};
use quick_xml::events::BytesStart;
use speech::returned::By;
use speech::text::length;
use speech::{Hints, text};
use std::collections::HashMap;

/// The namespaces of WordprocessingML, of both its editions.
const NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// The namespaces of formulas, whose letters are text too.
const FORMULA_NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
];

/// Which of the two texts of a file with tracked changes is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// As if all changes were rejected.
    Before,
    /// As if all were accepted.
    After,
}

/// What a walk gives.
pub(super) struct Walked {
    pub(super) lines: Vec<Line>,
    pub(super) seen: Seen,
    /// Who changed something: what [`Trace::Change`] counts in.
    pub(super) changes: Vec<By>,
    /// The comments that were met: what [`Trace::Comment`] counts in.
    pub(super) comments: Vec<Noted>,
}

/// A comment, where it was met.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    /// Its id among the file's comments.
    pub(super) id: String,
    /// The words that it is about.
    pub(super) about: String,
    /// It has a line.
    placed: bool,
}

/// How many characters of what a comment is about are told.
const MOST_ABOUT: usize = 60;

/// How many comments may be about the same words: text is handed to each.
const MOST_OPEN: usize = 16;

/// Where the walk stands.
pub(super) struct Body<'a> {
    side: Side,
    changes: Vec<By>,
    comments: Vec<Noted>,
    /// Where in those lists each stands.
    change_idxs: HashMap<By, usize>,
    comment_idxs: HashMap<String, usize>,
    /// The changes that it is in.
    by: Vec<usize>,
    /// The comments that it is in.
    commented: Vec<usize>,
    styles: &'a Styles,
    numbering: Numbering,
    limits: &'a Limits,
    seen: Seen,
    /// What stands before the names of Word's elements: `w`.
    prefix: String,
    formula_prefix: String,
    /// The elements that the walk is in.
    path: Vec<Tag>,
    /// The flows that it is in, the body first.
    flows: Vec<Flow>,
    /// The runs that it is in: a text box stands in one.
    runs: Vec<Run>,
    /// The fields that it is in: true within the instruction, false within the result.
    fields: Vec<bool>,
    /// The content controls that it is in.
    controls: Vec<OpenControl>,
    /// The alternatives that it is in: true once one is chosen.
    choices: Vec<bool>,
    /// The notes of a copy for reading aloud.
    notes: Notes,
    /// The text element that it is in, and whether blanks around its text count.
    text: String,
    keeps_blanks: bool,
}

/// What a run says of itself.
#[derive(Default)]
struct Run {
    style: Option<String>,
    look: RunLook,
}

impl<'a> Body<'a> {
    /// Before the first step.
    pub(super) fn new(styles: &'a Styles, numbering: Numbering, limits: &'a Limits, side: Side) -> Self {
        Self {
            side,
            changes: Vec::new(),
            comments: Vec::new(),
            change_idxs: HashMap::new(),
            comment_idxs: HashMap::new(),
            by: Vec::new(),
            commented: Vec::new(),
            styles,
            numbering,
            limits,
            seen: Seen::default(),
            prefix: "w".to_owned(),
            formula_prefix: "m".to_owned(),
            path: Vec::new(),
            flows: vec![Flow::default()],
            runs: Vec::new(),
            fields: Vec::new(),
            controls: Vec::new(),
            choices: Vec::new(),
            notes: Notes::default(),
            text: String::new(),
            keeps_blanks: false,
        }
    }

    /// Walks through the main part; gives its lines and what was met.
    pub(super) fn read(mut self, text: &str, part: &str) -> Result<Walked, Error> {
        let mut xml = Xml::new(text, part, self.limits);
        loop {
            match xml.next()? {
                Node::Start(element) => {
                    if self.path.is_empty() {
                        self.start_document(&element, part)?;
                    }
                    let tag = self.tag(&element);
                    if self.start(tag, &element)? {
                        self.path.push(tag);
                    } else {
                        xml.skip()?;
                    }
                }
                Node::End => {
                    if let Some(tag) = self.path.pop() {
                        self.end(tag)?;
                    }
                }
                Node::Text(text) if self.path.last() == Some(&Tag::Text) => self.text.push_str(&text),
                Node::Text(_) => {}
                Node::Eof => break,
            }
        }
        let lines = self.flows.drain(..1).next().map(Flow::finish).unwrap_or_default();
        Ok(Walked { lines, seen: self.seen, changes: self.changes, comments: self.comments })
    }

    /// Learns from the root how this file calls Word's namespace.
    fn start_document(&mut self, root: &BytesStart<'_>, part: &str) -> Result<(), Error> {
        if root.local_name().as_ref() != "document" {
            return Err(Error::Damaged { detail: format!("{part}: no document") });
        }
        for declared in root.attributes().with_checks(false).flatten() {
            let name = declared.key.as_ref();
            let Some(prefix) = name.strip_prefix("xmlns") else { continue };
            let prefix = prefix.trim_start_matches(':').to_owned();
            if NAMESPACES.contains(&&*declared.value) {
                self.prefix = prefix;
            } else if FORMULA_NAMESPACES.contains(&&*declared.value) {
                self.formula_prefix = prefix;
            }
        }
        Ok(())
    }

    fn tag(&self, element: &BytesStart<'_>) -> Tag {
        let name = element.name();
        let (prefix, local_name) = name.as_ref().split_once(':').unwrap_or(("", name.as_ref()));
        if prefix == self.prefix {
            match Tag::word(local_name) {
                Tag::DeletedText if self.side == Side::Before => Tag::Text,
                tag => tag,
            }
        } else if prefix == self.formula_prefix && local_name == "t" {
            Tag::Text
        } else {
            Tag::any(local_name)
        }
    }

    /// Enters an element; false where all of it is to be passed over.
    fn start(&mut self, tag: Tag, element: &BytesStart<'_>) -> Result<bool, Error> {
        if self.path.last() == Some(&Tag::ControlPr) {
            self.controls.iter_mut().next_back().into_iter().for_each(|control| control.take(element));
            return Ok(false);
        }
        match tag {
            Tag::P => {
                self.notes = Notes::default();
                self.flow().start_paragraph();
            }
            Tag::Control => self.controls.push(OpenControl::default()),
            Tag::ControlContent => self.begin_control(),
            Tag::R => self.runs.push(Run::default()),
            Tag::Text => {
                self.text.clear();
                self.keeps_blanks = attribute(element, "space").is_some_and(|space| space == "preserve");
            }
            Tag::Tab | Tag::PositionedTab if self.path.last() == Some(&Tag::R) => self.push("\t")?,
            Tag::NoBreakHyphen => self.push("-")?,
            Tag::Symbol => self.push_symbol(element)?,
            Tag::CarriageReturn => self.break_line(),
            // Breaks of page and column are looks.
            Tag::Break if !attribute(element, "type").is_some_and(|it| it == "page" || it == "column") => {
                self.break_line();
            }
            Tag::PStyle | Tag::Jc | Tag::OutlineLvl | Tag::Ilvl | Tag::NumId => {
                self.take_paragraph(tag, element)
            }
            Tag::RStyle | Tag::Bold | Tag::Size | Tag::Vanish => self.take_run(tag, element),
            Tag::Row => self.flow().row = Some(Vec::new()),
            Tag::Cell => self.flows.push(Flow::default()),
            Tag::TextBox => {
                self.seen.text_boxes = true;
                self.flows.push(Flow::default());
            }
            Tag::FieldChar => match attribute(element, "fldCharType").as_deref() {
                // Fields stand in each other without their elements doing so.
                Some("begin") if self.fields.len() >= self.limits.depth => {
                    return Err(Error::OverLimit { limit: Limit::Depth, allowed: self.limits.depth as u64 });
                }
                Some("begin") => self.fields.push(true),
                Some("separate") => self.fields.iter_mut().next_back().into_iter().for_each(|it| *it = false),
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            Tag::Inserted | Tag::Deleted => {
                self.seen.changes = true;
                return Ok(self.start_change(tag, element));
            }
            Tag::Former => {
                self.seen.changes = true;
                return Ok(false);
            }
            Tag::Unread | Tag::DeletedText => return Ok(false),
            Tag::Alternatives => self.choices.push(false),
            Tag::Choice | Tag::Fallback => {
                let taken_before = self.choices.last_mut().map(|chosen| std::mem::replace(chosen, true));
                return Ok(taken_before != Some(true));
            }
            Tag::CommentStart | Tag::CommentEnd | Tag::Comment => {
                self.seen.comments = true;
                self.take_comment(tag, element);
            }
            Tag::Note => self.seen.notes = true,
            Tag::Picture => self.seen.pictures = true,
            Tag::Embedded => self.seen.embedded = true,
            _ => {}
        }
        Ok(true)
    }

    fn end(&mut self, tag: Tag) -> Result<(), Error> {
        match tag {
            Tag::Text => {
                let text = std::mem::take(&mut self.text);
                let blanks = [' ', '\t', '\n', '\r'];
                self.push(if self.keeps_blanks { &text } else { text.trim_matches(blanks) })?;
                self.text = text;
            }
            Tag::R => drop(self.runs.pop()),
            Tag::ControlContent => self.end_control(),
            Tag::Control => drop(self.controls.pop()),
            Tag::P => {
                self.begin();
                self.ask_for_paragraph();
                self.flow().end_paragraph();
                // Text that a broken field would swallow is worth more than its instruction.
                self.fields.retain(|in_instruction| !in_instruction);
            }
            Tag::Cell => {
                let (cell, traces) = self.flows.pop().unwrap_or_default().into_cell();
                let flow = self.flow();
                flow.row.get_or_insert_default().push(cell);
                traces.into_iter().for_each(|trace| flow.row_traces.add(0, trace));
            }
            Tag::Row => {
                let cells = self.flow().row.iter().flatten();
                let n_characters = cells.map(|cell| length(&cell.text) + 1).sum();
                self.check_length(n_characters)?;
                self.flow().end_row();
            }
            Tag::TextBox => {
                let lines = self.flows.pop().unwrap_or_default().finish();
                let flow = self.flow();
                // A text box outside of a paragraph is no valid file, but its text is text.
                if flow.open.is_some() { &mut flow.after } else { &mut flow.lines }.extend(lines);
            }
            Tag::Alternatives => drop(self.choices.pop()),
            Tag::Inserted | Tag::Deleted => drop(self.by.pop()),
            _ => {}
        }
        Ok(())
    }

    /// Where a control within a paragraph begins. One around paragraphs begins with its first.
    fn begin_control(&mut self) {
        self.begin();
        let flow = self.flows.last_mut().expect("the body's flow is never taken off");
        if let (Some(control), Some(open)) = (self.controls.last_mut(), &flow.open) {
            control.begins = Some(open.words.end());
        }
    }

    /// What a control within a paragraph holds is asked for.
    fn end_control(&mut self) {
        let flow = self.flows.last_mut().expect("the body's flow is never taken off");
        let Some(control) = self.controls.last() else { return };
        if let (Some(begins), Some(open), Some(asked)) = (control.begins, &mut flow.open, control.control()) {
            open.words.ask(begins, asked);
        }
    }

    /// What a control around one paragraph holds, or around one cell: all of it is asked for.
    fn ask_for_paragraph(&mut self) {
        let around =
            matches!(self.path.as_slice(), [.., Tag::ControlContent] | [.., Tag::ControlContent, Tag::Cell]);
        let flow = self.flows.last_mut().expect("the body's flow is never taken off");
        let (true, Some(control), Some(open)) = (around, self.controls.last(), &mut flow.open) else {
            return;
        };
        if let (None, true, Some(asked)) = (control.begins, control.is_one_paragraph(), control.control()) {
            open.words.ask(open.start, asked);
        }
    }

    /// A stretch that is not in the text that is read is passed over. In what is said of a
    /// paragraph or a row, the element says that its end, or all of it, is not.
    fn start_change(&mut self, tag: Tag, element: &BytesStart<'_>) -> bool {
        let gone = (tag == Tag::Deleted) == (self.side == Side::After);
        let n_changes = self.changes.len();
        let change = *self.change_idxs.entry(by(element)).or_insert_with_key(|by| {
            self.changes.push(by.clone());
            n_changes
        });
        let flow = self.flows.last_mut().expect("the body's flow is never taken off");
        match self.path.as_slice() {
            [.., Tag::PPr, Tag::RPr] => {
                if let Some(open) = &mut flow.open {
                    open.end_gone |= gone;
                    open.end_changed = Some(change);
                }
            }
            [.., Tag::RowPr] => {
                flow.row_gone |= gone;
                flow.row_traces.add(0, Trace::Change(change));
            }
            _ if gone => {
                flow.open.iter_mut().for_each(|open| open.trace(Trace::Change(change)));
                return false;
            }
            _ => {}
        }
        self.by.push(change);
        true
    }

    /// A comment begins, ends, or has its sign here.
    fn take_comment(&mut self, tag: Tag, element: &BytesStart<'_>) {
        let Some(id) = attribute(element, "id") else { return };
        let n_comments = self.comments.len();
        let idx = *self.comment_idxs.entry(id.into_owned()).or_insert_with_key(|id| {
            self.comments.push(Noted { id: id.clone(), about: String::new(), placed: false });
            n_comments
        });
        match tag {
            Tag::CommentStart if self.commented.len() < MOST_OPEN => self.commented.push(idx),
            Tag::CommentEnd => self.commented.retain(|one| *one != idx),
            // One that is about no words stands where its sign is.
            Tag::Comment => self.place_comment(idx),
            _ => {}
        }
    }

    fn place_comment(&mut self, idx: usize) {
        let flow = self.flows.last_mut().expect("the body's flow is never taken off");
        if let (Some(open), false) = (&mut flow.open, self.comments[idx].placed) {
            open.trace(Trace::Comment(idx));
            self.comments[idx].placed = true;
        }
    }

    /// Text is what the comments are about that the walk is in.
    fn note_about(&mut self, words: &str) {
        for nth in 0..self.commented.len() {
            let idx = self.commented[nth];
            self.place_comment(idx);
            let about = &mut self.comments[idx].about;
            let room = MOST_ABOUT.saturating_sub(length(about));
            about.push_str(text::slice(words, 0..room));
        }
    }

    fn take_paragraph(&mut self, tag: Tag, element: &BytesStart<'_>) {
        if !matches!(self.path.as_slice(), [.., Tag::PPr] | [.., Tag::PPr, Tag::NumPr]) {
            return;
        }
        let Some(open) = &mut self.flow().open else { return };
        match tag {
            Tag::PStyle => open.style = attribute(element, "val").map(|val| val.into_owned()),
            _ => open.look.take(tag, element),
        }
    }

    fn take_run(&mut self, tag: Tag, element: &BytesStart<'_>) {
        let ([.., Tag::R, Tag::RPr], Some(run)) = (self.path.as_slice(), self.runs.last_mut()) else {
            return;
        };
        match tag {
            Tag::RStyle => run.style = attribute(element, "val").map(|val| val.into_owned()),
            _ => run.look.take(tag, element),
        }
    }

    /// Settles what style and paragraph together say, counts the paragraph where it is
    /// numbered, and takes over what the one before left.
    fn begin(&mut self) {
        let flow = self.flows.last_mut().expect("the body's flow is never taken off");
        let carried = match &flow.open {
            Some(open) if open.begun.is_none() => flow.take_carried(),
            _ => return,
        };
        let Some(open) = &mut flow.open else { return };
        let style = self.styles.of_paragraph(open.style.as_deref());
        let look = std::mem::take(&mut open.look).or(&style.paragraph);
        let number = look.list.filter(|list| *list != 0 && !open.end_gone).and_then(|list| {
            let list_of_style = |id: &str| self.styles.of_paragraph(Some(id)).paragraph.list;
            self.numbering.next(list, look.list_level, open.style.as_deref(), list_of_style)
        });
        let hints = Hints {
            centred: look.centred.unwrap_or_default(),
            outline: look.outline.filter(|level| *level < 9).map(|level| level + 1),
            titled: style.titled,
            ..Hints::default()
        };
        let run = style.run.or(self.styles.defaults());
        // Moved, not copied: a file may carry a text on through all its paragraphs.
        let (words, traces) = carried;
        let own = std::mem::replace(&mut open.traces, traces);
        open.words = match number {
            Some(number) => words.after(&number, run.half_points),
            None => words,
        };
        open.start = open.words.end();
        open.traces.append(own, open.words.n_lines() - 1);
        open.begun = Some(Begun { hints, run });
    }

    /// Adds text as the run shows it.
    fn push(&mut self, text: &str) -> Result<(), Error> {
        if text.is_empty() || self.fields.contains(&true) {
            return Ok(());
        }
        self.begin();
        let run = self.runs.last();
        let of_text;
        let text = if run.is_some_and(|run| self.styles.is_note(run.style.as_deref())) {
            of_text = self.notes.text_of(text);
            of_text.as_str()
        } else {
            self.notes.pass_text();
            text
        };
        if text.is_empty() {
            return Ok(());
        }
        let of_run = run.map(|run| run.look.or(self.styles.of_run(run.style.as_deref()))).unwrap_or_default();
        let flow = self.flows.last_mut().expect("the body's flow is never taken off");
        let Some(open) = &mut flow.open else { return Ok(()) };
        let of_paragraph = open.begun.as_ref().map(|begun| begun.run).unwrap_or_default();
        let look = of_run.or(of_paragraph);
        if look.hidden == Some(true) {
            self.seen.hidden = true;
            return Ok(());
        }
        // A style that is bold all over stresses nothing.
        let strong = look.bold == Some(true) && of_paragraph.bold != Some(true);
        let mut lines = text.split(['\u{85}', '\u{2028}', '\u{2029}']);
        open.words.push(&shown(lines.next().unwrap_or_default()), look.half_points, strong);
        for line in lines {
            open.words.break_line();
            open.words.push(&shown(line), look.half_points, strong);
        }
        self.by.last().iter().for_each(|change| open.trace(Trace::Change(**change)));
        let n_characters = open.words.n_characters;
        self.note_about(text);
        self.check_length(n_characters)
    }

    /// A sign of a symbol font: what the usual ones show, a dot for any other.
    fn push_symbol(&mut self, element: &BytesStart<'_>) -> Result<(), Error> {
        let code = attribute(element, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let Some(character) = code.and_then(char::from_u32) else { return Ok(()) };
        let sign = match character {
            '\u{E000}'..='\u{F8FF}' => symbols::shown(character),
            // XML can't hold it, and neither can a text.
            _ if character.is_control() => return Ok(()),
            _ => character,
        };
        self.push(sign.encode_utf8(&mut [0; 4]))
    }

    fn break_line(&mut self) {
        if self.fields.contains(&true) {
            return;
        }
        self.begin();
        self.flow().open.iter_mut().for_each(|open| open.words.break_line());
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

/// Text as Word shows it: a line end within it is a blank.
fn shown(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains(['\n', '\r']) { text.replace(['\n', '\r'], " ").into() } else { text.into() }
}
