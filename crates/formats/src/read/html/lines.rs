//! The chosen part of a page as lines, as a browser shows them.

use super::choose::{Chosen, is_block};
use super::furniture;
use super::look::Look;
use super::tree::{Data, Element, Tree};
use crate::error::{Error, Limit};
use crate::limits::Limits;
use crate::read::number_format::spelled;
use crate::read::seen::Seen;
use crate::read::text::is_line_end;
use crate::read::words::{self, Words};
use speech::text::{is_han, length, trim};
use speech::{Hints, Paragraph};

/// The lines of what was chosen, and what was met in it.
pub(super) fn lines(tree: &Tree, chosen: &Chosen, limits: &Limits) -> Result<(Vec<Paragraph>, Seen), Error> {
    let mut walk = Walk {
        tree,
        dropped: &chosen.dropped,
        limits,
        seen: Seen::default(),
        flows: vec![Flow::default()],
        looks: vec![Look::default()],
        tables: Vec::new(),
        lists: Vec::new(),
        number: None,
    };
    for heading in &chosen.headings {
        // What says the page's title is one, whatever it is called.
        walk.looks[0].titled = walk.looks[0].outline.is_none() && !tree.name(*heading).starts_with('h');
        walk.below(*heading)?;
    }
    walk.looks[0] = Look::default();
    walk.below(chosen.text)?;
    walk.flow().end_line();
    let mut lines = walk.flows.swap_remove(0).lines;
    // What `<br>` parts from the text is no element that could have been dropped.
    lines.retain(|line| line.hints.table_row || !furniture::is_line(trim(&line.text)));
    Ok((lines, walk.seen))
}

/// Where the walk stands.
struct Walk<'a> {
    tree: &'a Tree,
    dropped: &'a [bool],
    limits: &'a Limits,
    seen: Seen,
    /// The page, and the cells that the walk is in.
    flows: Vec<Flow>,
    /// What holds in each element that it is in.
    looks: Vec<Look>,
    /// The tables that it is in: true for one of data.
    tables: Vec<bool>,
    /// The lists that it is in, those with numbers and how far they have counted.
    lists: Vec<Option<List>>,
    /// The number of the item whose text has not begun.
    number: Option<String>,
}

/// A place where lines follow each other.
#[derive(Debug, Default)]
struct Flow {
    lines: Vec<Paragraph>,
    words: Words,
    hints: Hints,
    /// The last character of the line.
    last: Option<char>,
    blank: Blank,
    /// The row that is being read: its cells.
    row: Option<Vec<String>>,
}

/// Blanks that were met, and are one if a character follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Blank {
    #[default]
    None,
    Space,
    LineEnd,
}

/// A list with numbers.
#[derive(Debug)]
struct List {
    next: u32,
    /// By Word's name.
    format: &'static str,
}

/// A step of the walk.
enum Step {
    Enter(usize),
    Leave(usize),
}

/// In a table of data no cell is longer.
const MAX_CELL_CHARACTERS: usize = 200;

impl Flow {
    /// Ends a line that has text.
    fn end_line(&mut self) {
        if !self.words.is_empty() {
            self.break_line();
        }
    }

    /// Ends a line.
    fn break_line(&mut self) {
        let hints = std::mem::take(&mut self.hints);
        self.lines.extend(std::mem::take(&mut self.words).paragraphs(&hints));
        (self.last, self.blank) = (None, Blank::None);
    }
}

impl Walk<'_> {
    fn below(&mut self, top: usize) -> Result<(), Error> {
        let mut steps = vec![Step::Enter(top)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(idx) if self.dropped[idx] => {}
                Step::Enter(idx) => match &self.tree.nodes[idx].data {
                    Data::Text(text) => self.text(text)?,
                    Data::Element(element) => {
                        self.enter(idx, element);
                        steps.push(Step::Leave(idx));
                        let first = steps.len();
                        steps.extend(self.tree.children(idx).map(Step::Enter));
                        steps[first..].reverse();
                    }
                    Data::Other => {}
                },
                Step::Leave(idx) => self.leave(idx)?,
            }
        }
        Ok(())
    }

    fn enter(&mut self, idx: usize, element: &Element) {
        self.looks.push(self.look().within(element));
        let name = &*element.name;
        if is_block(name) {
            self.flow().end_line();
        }
        match name {
            "br" => self.flow().break_line(),
            "img" | "picture" => self.seen.pictures = true,
            "table" => self.tables.push(is_data(self.tree, idx)),
            "tr" if self.in_data() => self.flow().row = Some(Vec::new()),
            "td" | "th" if self.in_data() => self.flows.push(Flow::default()),
            "ol" => self.lists.push(List::of(element)),
            "ul" => self.lists.push(None),
            "li" => {
                self.number = self.lists.last_mut().and_then(Option::as_mut).map(|list| {
                    if let Ok(value) = element.attribute("value").trim().parse() {
                        list.next = value;
                    }
                    list.number()
                });
            }
            _ => {}
        }
    }

    fn leave(&mut self, idx: usize) -> Result<(), Error> {
        self.looks.pop();
        let name = self.tree.name(idx);
        if is_block(name) {
            self.flow().end_line();
        }
        match name {
            "td" | "th" if self.in_data() && self.flows.len() > 1 => {
                let cell = words::cell(&self.flows.pop().unwrap_or_default().lines);
                self.flow().row.get_or_insert_default().push(cell);
            }
            "tr" if self.in_data() => {
                let row = self.flow().row.take().unwrap_or_default();
                self.check_length(row.iter().map(|cell| length(cell) + 1).sum())?;
                self.flow().lines.push(words::row(&row));
            }
            "table" => drop(self.tables.pop()),
            "ol" | "ul" => drop(self.lists.pop()),
            "li" => self.number = None,
            _ => {}
        }
        Ok(())
    }

    fn in_data(&self) -> bool {
        self.tables.last() == Some(&true)
    }

    fn text(&mut self, text: &str) -> Result<(), Error> {
        let look = self.look();
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                _ if look.keeps_blanks && is_line_end(character) => {
                    self.push(&std::mem::take(&mut shown), look)?;
                    self.flow().break_line();
                }
                ' ' | '\t' if look.keeps_blanks => shown.push(character),
                '\u{2028}' | '\u{2029}' => {
                    self.push(&std::mem::take(&mut shown), look)?;
                    self.flow().break_line();
                }
                ' ' | '\t' | '\n' | '\r' | '\u{C}' => {
                    let flow = self.flow();
                    let ends_line = character != ' ' && character != '\t' || flow.blank == Blank::LineEnd;
                    flow.blank = if ends_line { Blank::LineEnd } else { Blank::Space };
                }
                // Marks of where a line may end, and other signs that nobody sees.
                '\u{200B}' | '\u{AD}' | '\u{FEFF}' => {}
                character if character.is_control() => {}
                character => {
                    let flow = self.flow();
                    let blank = std::mem::take(&mut flow.blank);
                    // A line of the file may end between two characters of a sentence.
                    let is_sentence = |last: char| is_wide(last) && is_wide(character);
                    let last = flow.last.replace(character);
                    match (blank, last) {
                        (Blank::None, _) | (_, None) => {}
                        (Blank::LineEnd, Some(last)) if is_sentence(last) => {}
                        _ => shown.push(' '),
                    }
                    shown.push(character);
                }
            }
        }
        self.push(&shown, look)
    }

    fn push(&mut self, text: &str, look: Look) -> Result<(), Error> {
        if text.is_empty() {
            return Ok(());
        }
        let number = self.number.take().filter(|_| !begins_with_number(text));
        let flow = self.flow();
        if flow.words.is_empty() {
            flow.hints = Hints {
                centred: look.centred,
                outline: look.outline,
                titled: look.titled,
                ..Hints::default()
            };
        }
        if let Some(number) = number {
            flow.words.push(&number, look.half_points, false);
        }
        flow.words.push(text, look.half_points, look.strong);
        let n_characters = flow.words.n_characters;
        self.check_length(n_characters)
    }

    fn check_length(&self, n_characters: usize) -> Result<(), Error> {
        let allowed = self.limits.paragraph_characters;
        if n_characters > allowed {
            return Err(Error::OverLimit { limit: Limit::ParagraphCharacters, allowed: allowed as u64 });
        }
        Ok(())
    }

    fn look(&self) -> Look {
        self.looks.last().copied().unwrap_or_default()
    }

    fn flow(&mut self) -> &mut Flow {
        self.flows.last_mut().expect("the page's flow is never taken off")
    }
}

impl List {
    /// A list as its element says it; nothing for one that shows no numbers.
    fn of(element: &Element) -> Option<Self> {
        let style = element.attribute("style").to_ascii_lowercase();
        let style = style.split(';').find_map(|declaration| {
            declaration
                .split_once(':')
                .filter(|(name, _)| name.trim().starts_with("list-style"))
                .map(|it| it.1)
        });
        let style = style.unwrap_or_default();
        if style.contains("none") {
            return None;
        }
        let is_chinese = ["cjk-ideographic", "chinese"].iter().any(|it| style.contains(it));
        let format = match element.attribute("type") {
            _ if is_chinese => "chineseCounting",
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            _ => "decimal",
        };
        Some(Self { next: element.attribute("start").trim().parse().unwrap_or(1), format })
    }

    fn number(&mut self) -> String {
        let mark = if self.format == "chineseCounting" { "、" } else { ". " };
        let number = spelled(self.next, self.format) + mark;
        self.next = self.next.saturating_add(1);
        number
    }
}

/// Whether a table is one of data, and not one that a page is laid out with: rows of
/// several short cells, and no table within.
pub(super) fn is_data(tree: &Tree, table: usize) -> bool {
    let (mut n_rows, mut n_in_row, mut is_wide) = (0, 0, false);
    for idx in tree.below(table).skip(1) {
        match tree.name(idx) {
            "table" => return false,
            "tr" => (n_rows, n_in_row) = (n_rows + 1, 0),
            "td" | "th" => {
                n_in_row += 1;
                is_wide |= n_in_row > 1;
                if length(&super::collapsed(&tree.text(idx))) > MAX_CELL_CHARACTERS {
                    return false;
                }
            }
            _ => {}
        }
    }
    n_rows > 1 && is_wide
}

/// Whether a text has a number of its own, as many sites write one into their lists:
/// `1.`, `（二）`, `三、`, `第四条`.
fn begins_with_number(text: &str) -> bool {
    let text = text.trim_start();
    let bare = text.trim_start_matches(['（', '(', '第']);
    let after = bare.trim_start_matches(|character: char| {
        character.is_numeric() || "一二三四五六七八九十百".contains(character)
    });
    after.len() < bare.len() && after.starts_with(['.', '．', '、', '）', ')', '章', '节', '条'])
}

/// Whether a character is as wide as a Chinese one.
fn is_wide(character: char) -> bool {
    is_han(character)
        || matches!(character, '\u{2014}' | '\u{2018}'..='\u{201D}' | '\u{2026}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
}
