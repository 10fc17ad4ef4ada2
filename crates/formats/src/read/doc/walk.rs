//! The walk through the text, sign by sign.

use super::looks::{Looks, ParagraphLook, RunLook};
use super::pieces::{Pieces, Sign};
use super::styles::Style;
use super::text_boxes::TextBox;
use crate::error::{Error, Limit};
use crate::limits::Limits;
use crate::read::numbering::Numbering;
use crate::read::seen::Seen;
use crate::read::symbols;
use crate::read::words::{self, Words};
use speech::text::length;
use speech::{Hints, Paragraph};

/// Signs of the text that are no characters ([MS-DOC] 2.4.1 and 2.8.25).
mod sign {
    pub(super) const PICTURE: char = '\u{1}';
    pub(super) const NOTE: char = '\u{2}';
    pub(super) const COMMENT: char = '\u{5}';
    pub(super) const CELL_END: char = '\u{7}';
    pub(super) const LINE_BREAK: char = '\u{B}';
    pub(super) const PAGE_BREAK: char = '\u{C}';
    pub(super) const PARAGRAPH_END: char = '\r';
    pub(super) const FIELD: char = '\u{13}';
    pub(super) const FIELD_RESULT: char = '\u{14}';
    pub(super) const FIELD_END: char = '\u{15}';
    pub(super) const NO_BREAK_HYPHEN: char = '\u{1E}';
    pub(super) const SYMBOL: char = '(';
}

/// Where the walk stands.
pub(super) struct Walk<'a> {
    looks: &'a Looks,
    numbering: Numbering,
    limits: &'a Limits,
    pub(super) seen: Seen,
    /// The fields that it is in: true within the instruction, false within the result.
    fields: Vec<bool>,
    place: Place,
}

/// A place where paragraphs follow each other: the body, or a text box.
#[derive(Default)]
struct Place {
    /// The lines that are finished.
    lines: Vec<Paragraph>,
    words: Words,
    /// The cells of the row that is being read, how many characters they have, and the
    /// lines of the last.
    cells: Vec<String>,
    n_characters: usize,
    cell: Vec<Paragraph>,
    /// Lines of text boxes, which follow the paragraph or row that they stand in.
    after: Vec<Paragraph>,
}

/// What holds for a paragraph.
struct Around {
    look: ParagraphLook,
    style: Style,
}

impl<'a> Walk<'a> {
    /// Before the first sign.
    pub(super) fn new(looks: &'a Looks, numbering: Numbering, limits: &'a Limits) -> Self {
        Self { looks, numbering, limits, seen: Seen::default(), fields: Vec::new(), place: Place::default() }
    }

    /// The lines of the body. `sections` are the positions where sections begin and end.
    pub(super) fn document(
        &mut self,
        pieces: &Pieces,
        boxes: &[TextBox],
        sections: &[u32],
    ) -> Result<Vec<Paragraph>, Error> {
        let mut boxes = boxes.iter().peekable();
        let mut rest = pieces.body.as_slice();
        while !rest.is_empty() {
            let paragraph = take_paragraph(&mut rest, sections);
            self.paragraph(paragraph, pieces)?;
            let end = paragraph.last().map_or(0, |sign| sign.position);
            while let Some(text_box) = boxes.next_if(|text_box| text_box.position <= end) {
                self.text_box(text_box, pieces)?;
            }
        }
        Ok(std::mem::take(&mut self.place).finish())
    }

    /// Reads a text box.
    fn text_box(&mut self, text_box: &TextBox, pieces: &Pieces) -> Result<(), Error> {
        self.seen.text_boxes = true;
        let start = pieces.boxes.first().map_or(0, |sign| sign.position);
        let idx = |position| pieces.boxes.partition_point(|sign| sign.position - start < position);
        let (from, to) = (idx(text_box.text.start), idx(text_box.text.end));
        let mut rest = pieces.boxes.get(from..to).unwrap_or_default();
        let body = std::mem::take(&mut self.place);
        while !rest.is_empty() {
            let paragraph = take_paragraph(&mut rest, &[]);
            self.paragraph(paragraph, pieces)?;
        }
        let mut lines = std::mem::replace(&mut self.place, body).finish();
        // Its text has one end of a paragraph more than it has paragraphs.
        lines.pop_if(|last| last.text.is_empty());
        self.place.after.extend(lines);
        if self.place.cells.is_empty() && self.place.cell.is_empty() {
            self.place.end_row();
        }
        Ok(())
    }

    /// Reads a paragraph with the sign that ends it, which has its looks.
    fn paragraph(&mut self, paragraph: &[Sign], pieces: &Pieces) -> Result<(), Error> {
        let Some((last, inside)) = paragraph.split_last() else { return Ok(()) };
        let around = self.around(last, pieces);
        let is_end = matches!(last.character, sign::PARAGRAPH_END | sign::CELL_END | sign::PAGE_BREAK);
        let signs = if is_end { inside } else { paragraph };
        if around.look.ends_row && is_end {
            self.place.end_row();
            return Ok(());
        }
        if around.look.ends_inner_row && is_end {
            return Ok(());
        }
        self.number(&around, is_end && self.run(last, pieces).deleted);
        // A run of signs of one look is one stretch of text.
        let looks = self.looks;
        let stretch_of = |it: &Sign| (looks.runs.at(it.at_bytes).map(std::ptr::from_ref), it.change);
        for stretch in signs.chunk_by(|one, other| stretch_of(one) == stretch_of(other)) {
            let look = self.run(&stretch[0], pieces);
            self.stretch(stretch, &look, &around)?;
        }
        if !is_end {
            return Ok(());
        }
        // Text that a broken field would swallow is worth more than its instruction.
        self.fields.retain(|in_instruction| !in_instruction);
        if last.character == sign::PARAGRAPH_END && self.run(last, pieces).deleted {
            self.seen.changes = true;
            return Ok(());
        }
        self.end_paragraph(&around, last.character == sign::CELL_END)
    }

    fn around(&self, end: &Sign, pieces: &Pieces) -> Around {
        let mut look = self.looks.paragraphs.at(end.at_bytes).cloned().unwrap_or_default();
        if let Some(change) = change_of(end, pieces) {
            look.take(change, &[]);
        }
        let style = self.looks.styles.at(look.style);
        Around { look: look.or(&style.paragraph), style }
    }

    fn run(&self, sign: &Sign, pieces: &Pieces) -> RunLook {
        let mut look = self.looks.runs.at(sign.at_bytes).copied().unwrap_or_default();
        if let Some(change) = change_of(sign, pieces) {
            look.take(change);
        }
        look
    }

    /// Counts the paragraph where it is numbered and writes its number. One whose end is
    /// deleted is none: its text goes on in the next.
    fn number(&mut self, around: &Around, end_deleted: bool) {
        let look = &around.look;
        let Some(list) = look.list.filter(|list| *list != 0 && !end_deleted) else { return };
        let style = look.style.to_string();
        if let Some(number) = self.numbering.next(list, look.list_level, Some(&style), |_| None) {
            let words = std::mem::take(&mut self.place.words);
            self.place.words = words.after(&number, around.style.half_points);
        }
    }

    /// Adds signs of one look.
    fn stretch(&mut self, signs: &[Sign], look: &RunLook, around: &Around) -> Result<(), Error> {
        if look.deleted || look.inserted {
            self.seen.changes = true;
        }
        if look.deleted {
            return Ok(());
        }
        let style = self.looks.styles.of_run(look);
        let of_paragraph = &around.style;
        let hidden_in_style = style.hidden.or(of_paragraph.hidden).unwrap_or_default();
        let is_hidden = look.hidden.map_or(hidden_in_style, |it| it.is_on(hidden_in_style));
        let bold_around = of_paragraph.bold.unwrap_or_default();
        let bold_in_style = style.bold.unwrap_or(bold_around);
        // A style that is bold all over stresses nothing.
        let strong = look.bold.map_or(bold_in_style, |it| it.is_on(bold_in_style)) && !bold_around;
        let half_points = look.half_points.or(style.half_points).or(of_paragraph.half_points);
        let mut text = String::new();
        for it in signs {
            match it.character {
                // Fields stand in each other; those of a broken file without end.
                sign::FIELD if self.fields.len() >= self.limits.depth => {
                    return Err(Error::OverLimit { limit: Limit::Depth, allowed: self.limits.depth as u64 });
                }
                sign::FIELD => self.fields.push(true),
                sign::FIELD_RESULT => {
                    self.fields.iter_mut().next_back().into_iter().for_each(|it| *it = false)
                }
                sign::FIELD_END => drop(self.fields.pop()),
                sign::PICTURE if look.embedded => self.seen.embedded = true,
                sign::PICTURE if look.special && !self.in_instruction() => self.seen.pictures = true,
                sign::NOTE if look.special => self.seen.notes = true,
                sign::COMMENT if look.special => self.seen.comments = true,
                _ if self.in_instruction() => {}
                character if is_hidden => self.seen.hidden |= !character.is_control(),
                sign::LINE_BREAK => {
                    self.place.words.push(&text, half_points, strong);
                    text.clear();
                    self.place.words.break_line();
                }
                sign::NO_BREAK_HYPHEN => text.push('-'),
                sign::SYMBOL if look.symbol.is_some() => {
                    text.extend(look.symbol.map(symbol));
                }
                '\t' => text.push('\t'),
                // A sign of a symbol font that is stored as a character.
                '\u{F000}'..='\u{F0FF}' => text.push(symbols::shown(it.character)),
                // Breaks of page and column are looks; the others say that something is here.
                '\0'..' ' => {}
                character => text.push(character),
            }
            // Counted while it is gathered: a row and a line may be as long as the file.
            if text.len() > self.limits.paragraph_characters.saturating_mul(4) {
                break;
            }
        }
        self.place.words.push(&text, half_points, strong);
        self.check_length(self.place.words.n_characters)
    }

    fn in_instruction(&self) -> bool {
        self.fields.contains(&true)
    }

    fn end_paragraph(&mut self, around: &Around, ends_cell: bool) -> Result<(), Error> {
        let look = &around.look;
        let hints = Hints {
            centred: look.centred.unwrap_or_default(),
            outline: look.outline.filter(|level| *level < 9).map(|level| level + 1),
            titled: around.style.titled,
            ..Hints::default()
        };
        let place = &mut self.place;
        let paragraphs = std::mem::take(&mut place.words).paragraphs(&hints);
        if !look.in_table {
            // What is left of a row that has no end stands before.
            place.end_row();
            place.lines.extend(paragraphs);
            return Ok(());
        }
        place.cell.extend(paragraphs);
        if ends_cell && look.depth <= 1 {
            let cell = words::cell(&place.cell);
            place.n_characters += length(&cell) + 1;
            place.cells.push(cell);
            place.cell.clear();
        }
        let n_characters = place.n_characters;
        self.check_length(n_characters)
    }

    fn check_length(&self, n_characters: usize) -> Result<(), Error> {
        let allowed = self.limits.paragraph_characters;
        if n_characters > allowed {
            return Err(Error::OverLimit { limit: Limit::ParagraphCharacters, allowed: allowed as u64 });
        }
        Ok(())
    }
}

impl Place {
    /// Ends a row: one line of its cells. What stands after the last cell is a line of its
    /// own, and so are the lines of text boxes.
    fn end_row(&mut self) {
        if !self.cells.is_empty() {
            self.lines.push(words::row(&std::mem::take(&mut self.cells)));
        }
        self.n_characters = 0;
        self.lines.append(&mut self.cell);
        self.lines.append(&mut self.after);
    }

    /// All lines: without an end of its own the last paragraph is a line if it has text.
    fn finish(mut self) -> Vec<Paragraph> {
        self.end_row();
        if !self.words.is_empty() {
            self.lines.extend(std::mem::take(&mut self.words).paragraphs(&Hints::default()));
        }
        self.lines
    }
}

/// The signs up to the end of the first paragraph, which is cut off from the rest.
fn take_paragraph<'s>(rest: &mut &'s [Sign], sections: &[u32]) -> &'s [Sign] {
    let ends = |it: &Sign| match it.character {
        sign::PARAGRAPH_END | sign::CELL_END => true,
        // The end of a section ends its last paragraph; any other page break is a look.
        sign::PAGE_BREAK => sections.binary_search(&(it.position + 1)).is_ok(),
        _ => false,
    };
    let n_signs = rest.iter().position(ends).map_or(rest.len(), |idx| idx + 1);
    let (paragraph, after) = rest.split_at(n_signs);
    *rest = after;
    paragraph
}

/// What a quick save says of a sign's piece.
fn change_of<'p>(sign: &Sign, pieces: &'p Pieces) -> Option<&'p [u8]> {
    pieces.changes.get(usize::from(sign.change?)).map(Vec::as_slice)
}

/// What a sign of a symbol font shows.
fn symbol(character: char) -> char {
    if ('\u{E000}'..='\u{F8FF}').contains(&character) { symbols::shown(character) } else { character }
}
