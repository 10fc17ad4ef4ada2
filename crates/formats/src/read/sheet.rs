//! 数据表: labels and values; how CSV gives them, and where they stand in the sheet of a workbook.

use super::text::check_length;
use crate::encoding::decode;
use crate::error::Error;
use crate::limits::Limits;
use speech::fill::DataSheet;
use speech::text::trim;
use std::collections::BTreeMap;

/// Reads the first two columns; see [`read_sheet`](super::read_sheet).
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<DataSheet, Error> {
    let text = decode(bytes, None)?.text;
    let mut sheet = DataSheet::new();
    for (row_idx, record) in records(&text, delimiter(&text)).enumerate() {
        let record = record?;
        let cell = |idx| record.get(idx).map(trim).unwrap_or_default();
        let (label, value) = (cell(0), cell(1));
        add(&mut sheet, row_idx == 0, label, value, limits)?;
    }
    Ok(sheet)
}

/// Adds a row, unless it is the first and says what stands in the columns, or says
/// nothing.
pub(super) fn add(
    sheet: &mut DataSheet,
    is_first: bool,
    label: &str,
    value: &str,
    limits: &Limits,
) -> Result<(), Error> {
    check_length(label, limits)?;
    check_length(value, limits)?;
    let is_header = is_first && names_column(label, &LABEL_HEADS) && names_column(value, &VALUE_HEADS);
    if !is_header && !label.is_empty() && !value.is_empty() {
        sheet.push((label.to_owned(), value.to_owned()));
    }
    Ok(())
}

/// The cells of a row by their columns, from 0.
pub(super) type Row = BTreeMap<usize, String>;

/// Columns that are looked at: a sheet of labels and values has few.
pub(super) const N_COLUMNS: usize = 64;

/// Rows in which labels and values stand in their two columns.
pub(super) fn labelled(rows: &[Row], limits: &Limits) -> Result<DataSheet, Error> {
    let mut columns: Vec<usize> = rows.iter().flat_map(|row| row.keys().copied()).collect();
    columns.sort_unstable();
    columns.dedup();
    let (Some(labels), Some(values)) = (columns.first(), columns.get(1)) else { return Ok(DataSheet::new()) };
    let mut sheet = DataSheet::new();
    // Above the labels there may be a title, which stands alone in its row.
    let both = rows.iter().filter_map(|row| Some((row.get(labels)?, row.get(values)?)));
    for (row_idx, (label, value)) in both.enumerate() {
        add(&mut sheet, row_idx == 0, label, value, limits)?;
    }
    Ok(sheet)
}

/// What stands over a column of labels.
const LABEL_HEADS: [&str; 11] =
    ["标签", "名称", "填空项", "字段", "字段名", "项目", "指标", "label", "field", "name", "key"];

/// What stands over a column of values.
const VALUE_HEADS: [&str; 7] = ["值", "数值", "内容", "取值", "填写内容", "value", "content"];

fn names_column(cell: &str, heads: &[&str]) -> bool {
    heads.iter().any(|head| cell.eq_ignore_ascii_case(head))
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = Result<csv::StringRecord, Error>> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    reader.into_records().map(|record| record.map_err(|error| Error::Damaged { detail: error.to_string() }))
}

/// The delimiter that parts most of the first rows in two; TAB before comma before
/// semicolon, as values hold the latter rather than the former.
fn delimiter(text: &str) -> u8 {
    let n_parted = |delimiter: &u8| {
        let first = records(text, *delimiter).take(50);
        first.filter(|record| record.as_ref().is_ok_and(|record| record.len() > 1)).count()
    };
    // Of equal ones the last is taken.
    [b';', b',', b'\t'].into_iter().max_by_key(n_parted).unwrap_or(b',')
}
