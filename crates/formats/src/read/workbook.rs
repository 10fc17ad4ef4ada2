//! 数据表 in a workbook (`.xlsx`): labels and values, numbers as they are shown.
//!
//! Read with our own walk and not with one of the crates for workbooks: those give a
//! number without the format that it is shown in, and trust the counts that a file
//! declares.

pub(super) mod number;

use super::package::Package;
use super::sheet::{N_COLUMNS, Row, labelled};
use crate::error::{Error, LooksLike};
use crate::limits::Limits;
use crate::xml::{Node, Xml, attribute};
use crate::zip::Container;
use speech::fill::DataSheet;
use speech::text::trim;
use std::collections::HashMap;

/// Reads the first sheet that has labels and values; those that are hidden are passed
/// over. Of a sheet the first two columns with anything in them are read.
pub(super) fn read(container: Container<'_>, limits: &Limits) -> Result<DataSheet, Error> {
    let mut package = Package::open(container, limits)?;
    if package.looks_like != LooksLike::Spreadsheet {
        return Err(Error::UnknownFormat { looks_like: package.looks_like });
    }
    let main = package.main()?;
    let (sheets, from_1904) = sheets(&main.text, &main.name, limits)?;
    let strings = match package.related("sharedStrings")? {
        Some(part) => strings(&part.text, &part.name, limits)?,
        None => Vec::new(),
    };
    let formats = match package.related("styles")? {
        Some(part) => formats(&part.text, &part.name, limits)?,
        None => Vec::new(),
    };
    let book = Book { strings, formats, from_1904 };
    for id in sheets {
        let Some(part) = package.by_id(&id)? else { continue };
        let rows = book.rows(&part.text, &part.name, limits)?;
        let sheet = labelled(&rows, limits)?;
        if !sheet.is_empty() {
            return Ok(sheet);
        }
    }
    Ok(DataSheet::new())
}

/// What the cells of all sheets refer to.
struct Book {
    strings: Vec<String>,
    /// How each style shows a number.
    formats: Vec<String>,
    /// Days are counted from 1904 and not from 1900.
    from_1904: bool,
}

/// The ids of the sheets that are shown, in their order; and whether days are counted
/// from 1904.
fn sheets(text: &str, part: &str, limits: &Limits) -> Result<(Vec<String>, bool), Error> {
    let (mut ids, mut from_1904) = (Vec::new(), false);
    let mut xml = Xml::new(text, part, limits);
    loop {
        match xml.next()? {
            Node::Start(element) => match element.local_name().as_ref() {
                "workbookPr" => {
                    let said = attribute(&element, "date1904");
                    from_1904 = said.is_some_and(|said| said == "1" || said == "true");
                }
                "sheet" if !attribute(&element, "state").is_some_and(|state| state.contains("idden")) => {
                    ids.extend(attribute(&element, "id").map(|id| id.into_owned()));
                }
                _ => {}
            },
            Node::Eof => return Ok((ids, from_1904)),
            Node::End | Node::Text(_) => {}
        }
    }
}

/// The texts that the cells share.
fn strings(text: &str, part: &str, limits: &Limits) -> Result<Vec<String>, Error> {
    let mut strings: Vec<String> = Vec::new();
    let mut in_text = false;
    let mut xml = Xml::new(text, part, limits);
    loop {
        match xml.next()? {
            Node::Start(element) => match element.local_name().as_ref() {
                "si" => strings.push(String::new()),
                // Readings over characters.
                "rPh" => xml.skip()?,
                name => in_text = name == "t",
            },
            Node::End => in_text = false,
            Node::Text(text) if in_text => {
                strings.iter_mut().next_back().into_iter().for_each(|it| it.push_str(&text))
            }
            Node::Text(_) => {}
            Node::Eof => return Ok(strings),
        }
    }
}

/// How the styles of cells show a number.
fn formats(text: &str, part: &str, limits: &Limits) -> Result<Vec<String>, Error> {
    let (mut own, mut used) = (HashMap::new(), Vec::new());
    let mut in_cells = false;
    let mut xml = Xml::new(text, part, limits);
    loop {
        match xml.next()? {
            Node::Start(element) => {
                let id = attribute(&element, "numFmtId").and_then(|id| id.trim().parse::<u32>().ok());
                match element.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(&element, "formatCode").unwrap_or_default().into_owned();
                        own.insert(id.unwrap_or_default(), code);
                    }
                    "cellXfs" => in_cells = true,
                    "cellStyleXfs" | "cellStyles" | "dxfs" => in_cells = false,
                    "xf" if in_cells => used.push(id.unwrap_or_default()),
                    _ => {}
                }
            }
            Node::Eof => break,
            Node::End | Node::Text(_) => {}
        }
    }
    let code_of = |id: u32| own.get(&id).cloned().unwrap_or_else(|| number::built_in(id).to_owned());
    Ok(used.into_iter().map(code_of).collect())
}

impl Book {
    /// The rows of a sheet that have anything in their first columns.
    fn rows(&self, text: &str, part: &str, limits: &Limits) -> Result<Vec<Row>, Error> {
        let mut rows: Vec<Row> = Vec::new();
        let mut cell = Cell::default();
        let mut xml = Xml::new(text, part, limits);
        loop {
            match xml.next()? {
                Node::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        rows.push(Row::new());
                        cell = Cell::default();
                    }
                    "c" => cell = cell.next(&element),
                    "v" | "t" => cell.takes = true,
                    "f" | "rPh" => xml.skip()?,
                    _ => {}
                },
                Node::Text(text) if cell.takes => cell.content.push_str(&text),
                Node::Text(_) => {}
                Node::End => {
                    cell.takes = false;
                    let shown = self.shown(&cell);
                    let shown = trim(&shown);
                    if !shown.is_empty()
                        && cell.column < N_COLUMNS
                        && let Some(row) = rows.last_mut()
                    {
                        row.insert(cell.column, shown.to_owned());
                    }
                }
                Node::Eof => return Ok(rows),
            }
        }
    }

    /// What a cell shows.
    fn shown(&self, cell: &Cell) -> String {
        let content = cell.content.as_str();
        match cell.kind.as_str() {
            "s" => content
                .trim()
                .parse()
                .ok()
                .and_then(|idx: usize| self.strings.get(idx))
                .cloned()
                .unwrap_or_default(),
            "str" | "inlineStr" | "d" => content.to_owned(),
            "b" => if content.trim() == "1" { "是" } else { "否" }.to_owned(),
            // #DIV/0! and the like say nothing.
            "e" => String::new(),
            _ => match content.trim().parse() {
                Ok(value) => {
                    let format = self.formats.get(cell.style).map(String::as_str).unwrap_or_default();
                    number::shown(value, format, self.from_1904)
                }
                Err(_) => String::new(),
            },
        }
    }
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    /// From 0.
    column: usize,
    /// Where a cell stands that doesn't say it.
    next_column: usize,
    kind: String,
    style: usize,
    content: String,
    /// The walk is in its content.
    takes: bool,
}

impl Cell {
    fn next(self, element: &quick_xml::events::BytesStart<'_>) -> Self {
        let column = attribute(element, "r").and_then(|place| column(&place)).unwrap_or(self.next_column);
        Self {
            column,
            next_column: column.saturating_add(1),
            kind: attribute(element, "t").unwrap_or_default().into_owned(),
            style: attribute(element, "s").and_then(|style| style.trim().parse().ok()).unwrap_or_default(),
            content: String::new(),
            takes: false,
        }
    }
}

/// The column, from 0, of a place such as `B7`.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_usize, |column, letter| {
        column.saturating_mul(26).saturating_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    column.checked_sub(1)
}
