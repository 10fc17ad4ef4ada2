//! 数据表 in an OpenDocument workbook (`.ods`), as LibreOffice and WPS save it. What a cell
//! shows stands in it as text, so no number is formatted here.

use super::odt;
use super::sheet::{N_COLUMNS, Row, labelled};
use crate::error::Error;
use crate::limits::Limits;
use crate::xml::{Node, Xml, attribute, text_of};
use crate::zip::Container;
use quick_xml::events::BytesStart;
use speech::fill::DataSheet;
use speech::text::trim;

/// Reads the first sheet that has labels and values: its first two columns with anything in
/// them.
pub(super) fn read(mut container: Container<'_>, limits: &Limits) -> Result<DataSheet, Error> {
    if odt::is_protected(&mut container, limits)? {
        return Err(Error::Protected);
    }
    let content = container.part("content.xml")?;
    let content = content.ok_or_else(|| Error::Damaged { detail: "content.xml is missing".to_owned() })?;
    for rows in sheets(&text_of(content, "content.xml")?, limits)? {
        let sheet = labelled(&rows, limits)?;
        if !sheet.is_empty() {
            return Ok(sheet);
        }
    }
    Ok(DataSheet::new())
}

/// The rows of each sheet that have anything in their first columns.
fn sheets(text: &str, limits: &Limits) -> Result<Vec<Vec<Row>>, Error> {
    let mut sheets: Vec<Vec<Row>> = Vec::new();
    let mut row = Row::new();
    let mut cell = Cell::default();
    let mut xml = Xml::new(text, "content.xml", limits);
    // The elements that the walk is in, as far as they matter.
    let mut path: Vec<Tag> = Vec::new();
    loop {
        match xml.next()? {
            Node::Start(element) => {
                let tag = Tag::of(&element);
                match tag {
                    Tag::Table => sheets.push(Vec::new()),
                    Tag::Row => {
                        row = Row::new();
                        cell = Cell::default();
                    }
                    Tag::Cell => cell = cell.next(&element),
                    Tag::Paragraph if !cell.shown.is_empty() => cell.shown.push('\n'),
                    // A note on a cell, and what changed in it, is not what it shows.
                    Tag::Unread => {
                        xml.skip()?;
                        continue;
                    }
                    Tag::Blanks => cell.shown.push(' '),
                    Tag::Paragraph | Tag::Other => {}
                }
                path.push(tag);
            }
            Node::Text(text) if path.contains(&Tag::Paragraph) => cell.shown.push_str(&text),
            Node::Text(_) => {}
            Node::End => match path.pop() {
                Some(Tag::Cell) => {
                    let shown = match cell.kind {
                        Kind::Shown => trim(&cell.shown),
                        Kind::Truth(true) => "是",
                        Kind::Truth(false) => "否",
                        Kind::Error => "",
                    };
                    if !shown.is_empty() && cell.column < N_COLUMNS {
                        row.insert(cell.column, shown.to_owned());
                    }
                }
                // A row that is repeated says the same, so once is enough.
                Some(Tag::Row) => {
                    sheets
                        .iter_mut()
                        .next_back()
                        .into_iter()
                        .for_each(|rows| rows.push(std::mem::take(&mut row)));
                }
                _ => {}
            },
            Node::Eof => return Ok(sheets),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Table,
    Row,
    Cell,
    Paragraph,
    Blanks,
    Unread,
    Other,
}

impl Tag {
    fn of(element: &BytesStart<'_>) -> Self {
        match element.local_name().as_ref() {
            "table" => Self::Table,
            "table-row" => Self::Row,
            "table-cell" | "covered-table-cell" => Self::Cell,
            "p" => Self::Paragraph,
            "s" | "tab" | "line-break" => Self::Blanks,
            "annotation" | "tracked-changes" | "shapes" => Self::Unread,
            _ => Self::Other,
        }
    }
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    /// From 0.
    column: usize,
    /// Where the next one stands.
    next_column: usize,
    kind: Kind,
    shown: String,
}

/// What a cell holds, as far as that is not its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Shown,
    /// Its text is in the language of the program that saved it.
    Truth(bool),
    /// #DIV/0! and the like say nothing.
    Error,
}

impl Kind {
    fn of(cell: &BytesStart<'_>) -> Self {
        // Two say of what type it is: OpenDocument, and LibreOffice, which knows of errors.
        let mut attributes = cell.attributes();
        let mut types = attributes.with_checks(false).flatten();
        if types.any(|it| it.key.local_name().as_ref() == "value-type" && &*it.value == "error") {
            return Self::Error;
        }
        match attribute(cell, "boolean-value").as_deref() {
            Some(value) => Self::Truth(value == "true"),
            None => Self::Shown,
        }
    }
}

impl Cell {
    fn next(self, element: &BytesStart<'_>) -> Self {
        let repeated = attribute(element, "number-columns-repeated").and_then(|n| n.trim().parse().ok());
        let column = self.next_column;
        let next_column = column.saturating_add(repeated.unwrap_or(1));
        Self { column, next_column, kind: Kind::of(element), shown: String::new() }
    }
}
