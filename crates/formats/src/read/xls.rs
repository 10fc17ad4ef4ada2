//! 数据表 in a workbook of Excel 97 to 2003 (`.xls`, [MS-XLS]): records, each with its kind and
//! its length in front, first those of the workbook and then those of each sheet. Of formulas
//! what they came to is read, numbers as they are shown.

mod strings;

use super::sheet::{N_COLUMNS, Row, labelled};
use super::workbook::number;
use crate::error::{Error, LooksLike};
use crate::limits::Limits;
use crate::little_endian::{stretch, u16_at, u32_at, u64_at};
use speech::fill::DataSheet;
use speech::text::trim;
use std::collections::{BTreeMap, HashMap};

/// The kinds of records that are read.
mod kind {
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const END: u16 = 0x0A;
    pub(super) const FROM_1904: u16 = 0x22;
    pub(super) const PASSWORD: u16 = 0x2F;
    pub(super) const GOES_ON: u16 = 0x3C;
    pub(super) const SHEET: u16 = 0x85;
    pub(super) const NUMBERS: u16 = 0xBD;
    pub(super) const CELL_FORMAT: u16 = 0xE0;
    pub(super) const STRINGS: u16 = 0xFC;
    pub(super) const SHARED_TEXT: u16 = 0xFD;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const TEXT: u16 = 0x204;
    pub(super) const TRUTH: u16 = 0x205;
    pub(super) const TEXT_OF_FORMULA: u16 = 0x207;
    pub(super) const SHORT_NUMBER: u16 = 0x27E;
    pub(super) const NUMBER_FORMAT: u16 = 0x41E;
    pub(super) const BEGIN: u16 = 0x809;
}

/// The version of Excel 97 to 2003.
const BIFF_8: u16 = 0x0600;

/// Reads the first sheet that is shown and has labels and values, from the stream of a workbook.
pub(super) fn read(workbook: &[u8], limits: &Limits) -> Result<DataSheet, Error> {
    match records(workbook, 0).next() {
        Some((kind::BEGIN, begin)) if u16_at(begin, 0) == Some(BIFF_8) => {}
        // Excel 95 and before, whose records are others.
        _ => return Err(Error::UnknownFormat { looks_like: LooksLike::OldSpreadsheet }),
    }
    let book = Book::read(workbook, limits)?;
    for at_bytes in &book.sheets {
        let rows: Vec<Row> = book.rows(workbook, *at_bytes).into_values().collect();
        let sheet = labelled(&rows, limits)?;
        if !sheet.is_empty() {
            return Ok(sheet);
        }
    }
    Ok(DataSheet::new())
}

/// The records from a place on, each with its kind, up to where the stream is cut off.
fn records(stream: &[u8], at_bytes: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at_bytes = at_bytes;
    std::iter::from_fn(move || {
        let kind = u16_at(stream, at_bytes)?;
        let n_bytes = usize::from(u16_at(stream, at_bytes + 2)?);
        let record = stretch(stream, at_bytes + 4, n_bytes)?;
        at_bytes += 4 + n_bytes;
        Some((kind, record))
    })
}

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Book {
    /// Where the sheets that are shown begin in the stream.
    sheets: Vec<usize>,
    strings: Vec<String>,
    /// The id of the number format of each format of cells.
    of_cells: Vec<u16>,
    formats: HashMap<u16, String>,
    from_1904: bool,
}

impl Book {
    fn read(workbook: &[u8], limits: &Limits) -> Result<Self, Error> {
        let mut book = Self::default();
        // The records of the shared texts: the first and those that go on with it.
        let mut shared: Vec<&[u8]> = Vec::new();
        let mut in_shared = false;
        for (kind, record) in records(workbook, 0) {
            let goes_on = in_shared && kind == kind::GOES_ON;
            in_shared = kind == kind::STRINGS || goes_on;
            match kind {
                _ if in_shared => shared.push(record),
                kind::PASSWORD => return Err(Error::Protected),
                kind::FROM_1904 => book.from_1904 = u16_at(record, 0) == Some(1),
                kind::CELL_FORMAT => book.of_cells.push(u16_at(record, 2).unwrap_or_default()),
                kind::NUMBER_FORMAT => {
                    if let (Some(id), Some(code)) =
                        (u16_at(record, 0), record.get(2..).and_then(strings::one))
                    {
                        book.formats.insert(id, code);
                    }
                }
                // Shown, and a sheet: not a chart.
                kind::SHEET if u16_at(record, 4) == Some(0) => {
                    book.sheets.extend(u32_at(record, 0).map(|at_bytes| at_bytes as usize));
                }
                kind::END => break,
                _ => {}
            }
        }
        book.strings = strings::shared(&shared, limits.unpacked_bytes);
        Ok(book)
    }

    /// The rows of a sheet, by their numbers, that have anything in their first columns.
    fn rows(&self, workbook: &[u8], at_bytes: usize) -> BTreeMap<u16, Row> {
        let mut rows: BTreeMap<u16, Row> = BTreeMap::new();
        let mut add = |row: u16, column: u16, shown: &str| {
            let shown = trim(shown);
            if usize::from(column) < N_COLUMNS && !shown.is_empty() {
                rows.entry(row).or_default().insert(usize::from(column), shown.to_owned());
            }
        };
        // A chart in a sheet begins and ends within it.
        let mut depth = 0_usize;
        // The formula whose text comes in a record of its own.
        let mut formula = None;
        for (kind, record) in records(workbook, at_bytes) {
            match kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => break,
                kind::END => depth -= 1,
                _ if depth != 1 => continue,
                kind::TEXT_OF_FORMULA => {
                    if let (Some((row, column)), Some(text)) = (formula.take(), strings::one(record)) {
                        add(row, column, &text);
                    }
                }
                _ => {}
            }
            let (Some(row), Some(column)) = (u16_at(record, 0), u16_at(record, 2)) else { continue };
            let format = u16_at(record, 4).unwrap_or_default();
            match kind {
                kind::SHARED_TEXT => {
                    let text = u32_at(record, 6).and_then(|idx| self.strings.get(idx as usize));
                    add(row, column, text.map(String::as_str).unwrap_or_default());
                }
                kind::TEXT => add(row, column, &record.get(6..).and_then(strings::one).unwrap_or_default()),
                kind::NUMBER => {
                    let value = u64_at(record, 6).map(f64::from_bits);
                    add(row, column, &value.map(|value| self.shown(value, format)).unwrap_or_default());
                }
                kind::SHORT_NUMBER => {
                    let value = u32_at(record, 6).map(short_number);
                    add(row, column, &value.map(|value| self.shown(value, format)).unwrap_or_default());
                }
                kind::NUMBERS => {
                    // A format and a number each, the last column at the end.
                    let numbers = record.get(4..record.len().saturating_sub(2)).unwrap_or_default();
                    for (column, number) in (column..).zip(numbers.chunks_exact(6)) {
                        let (format, value) = (u16_at(number, 0), u32_at(number, 2));
                        let shown =
                            self.shown(short_number(value.unwrap_or_default()), format.unwrap_or_default());
                        add(row, column, &shown);
                    }
                }
                kind::TRUTH => add(row, column, truth(record.get(6), record.get(7))),
                kind::FORMULA => {
                    formula = None;
                    match (record.get(6), u16_at(record, 12)) {
                        (Some(0), Some(u16::MAX)) => formula = Some((row, column)),
                        (Some(1), Some(u16::MAX)) => add(row, column, truth(record.get(8), Some(&0))),
                        // An error, or nothing.
                        (_, Some(u16::MAX) | None) => {}
                        _ => {
                            let value = u64_at(record, 6).map(f64::from_bits).unwrap_or_default();
                            add(row, column, &self.shown(value, format));
                        }
                    }
                }
                _ => {}
            }
        }
        rows
    }

    /// A number as its cell shows it.
    fn shown(&self, value: f64, format: u16) -> String {
        let id = self.of_cells.get(usize::from(format)).copied().unwrap_or_default();
        let code = self.formats.get(&id).map_or_else(|| number::built_in(id.into()), String::as_str);
        number::shown(value, code, self.from_1904)
    }
}

/// What a cell with a truth value shows; nothing for an error.
fn truth(value: Option<&u8>, is_error: Option<&u8>) -> &'static str {
    match (value, is_error) {
        (Some(1), Some(0)) => "是",
        (Some(0), Some(0)) => "否",
        _ => "",
    }
}

/// A number in four bytes: a whole one or the upper half of a float, both maybe a hundredth.
fn short_number(stored: u32) -> f64 {
    let value = if stored & 2 != 0 {
        f64::from(stored.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(stored & !3) << 32)
    };
    if stored & 1 != 0 { value / 100.0 } else { value }
}
