//! The main part: the lines of the speech, and the page they stand on.

use super::control::{push_begin, push_end};
use super::markup::{
    DECLARATION, NAMESPACES, NOTE_ID, outline_level, push, push_escaped, push_fonts, push_paragraph_look,
    push_spacing_and_size, style_id,
};
use super::numbering::push_place;
use crate::house_style::{HouseStyle, OpenFields};
use crate::page::{Line, Role, Run};
use speech::Field;
use std::cell::Cell;

/// What the paragraphs of a file have in common.
struct Sheet<'a> {
    style: &'a HouseStyle,
    fields: &'a [Field],
    /// Word counts the headings.
    is_counted: bool,
    /// How many content controls there are so far.
    n_controls: Cell<usize>,
}

/// The main part of the file.
pub(super) fn document(lines: &[Line], fields: &[Field], style: &HouseStyle, is_counted: bool) -> String {
    let sheet = Sheet { style, fields, is_counted, n_controls: Cell::new(0) };
    let n_bytes: usize = lines.iter().flat_map(|line| &line.runs).map(|run| run.text.len() + 400).sum();
    let mut xml = String::with_capacity(n_bytes + 400 * lines.len() + 2_000);
    push(&mut xml, format_args!("{DECLARATION}<w:document {NAMESPACES}><w:body>"));
    for stretch in lines.chunk_by(|line, next| line.role == Role::Table && next.role == Role::Table) {
        match stretch {
            [line, ..] if line.role != Role::Table => {
                let runs: Vec<_> = line.runs.iter().map(|run| (run, run.text.as_str())).collect();
                push_paragraph(&mut xml, line, &runs, &sheet);
            }
            rows => push_table(&mut xml, rows, &sheet),
        }
    }
    push_page(&mut xml, style);
    xml.push_str("</w:body></w:document>");
    xml
}

fn push_paragraph(xml: &mut String, line: &Line, runs: &[(&Run, &str)], sheet: &Sheet<'_>) {
    let style = sheet.style;
    // A number that Word counts is none of the text.
    let has_number = line.runs.first().is_some_and(|run| run.numeral);
    let runs = if sheet.is_counted && has_number { &runs[1..] } else { runs };
    push(xml, format_args!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", style_id(line.role)));
    let runs_in = line.runs.iter().any(|run| run.role != line.role);
    if runs_in {
        // A heading stays with the next paragraph; this one has its own in it.
        xml.push_str("<w:keepNext w:val=\"0\"/>");
    }
    if line.new_page {
        xml.push_str("<w:pageBreakBefore/>");
    }
    if sheet.is_counted {
        push_place(xml, line.role, has_number);
    }
    push_paragraph_look(xml, style.dress(line.role), line.indented);
    if let Some(level) = outline_level(line.role) {
        push(xml, format_args!("<w:outlineLvl w:val=\"{level}\"/>"));
    }
    xml.push_str("</w:pPr>");
    let same_look = |(run, _): &(&Run, &str), (next, _): &(&Run, &str)| {
        let look =
            |run: &Run| (run.role, run.strong, run.open, run.note, run.mark, run.slot.filter(|_| run.open));
        look(run) == look(next)
    };
    for stretch in runs.chunk_by(same_look) {
        let Some((run, _)) = stretch.first() else { continue };
        let control = run.slot.filter(|_| run.open && style.open_fields == OpenFields::Control);
        if let Some(field) = control {
            sheet.n_controls.update(|n| n + 1);
            push_begin(xml, field, sheet.fields, sheet.n_controls.get());
        }
        xml.push_str("<w:r>");
        push_run_look(xml, run, style.dress(line.role).bold, style);
        stretch.iter().for_each(|(_, text)| push_text(xml, text));
        xml.push_str("</w:r>");
        if control.is_some() {
            push_end(xml);
        }
    }
    xml.push_str("</w:p>");
}

/// `bold_line` says that the paragraph's style is bold, which a run must undo.
fn push_run_look(xml: &mut String, run: &Run, bold_line: bool, style: &HouseStyle) {
    let dress = style.dress(run.role);
    xml.push_str("<w:rPr>");
    if run.note {
        push(xml, format_args!("<w:rStyle w:val=\"{NOTE_ID}\"/>"));
    }
    push_fonts(xml, &dress.font, &dress.latin);
    let note = style.read_aloud.as_ref().filter(|_| run.note);
    match (note.is_none() && (dress.bold || run.strong), bold_line) {
        (true, _) => xml.push_str("<w:b/><w:bCs/>"),
        (false, true) => xml.push_str("<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>"),
        (false, false) => {}
    }
    if run.mark {
        xml.push_str("<w:color w:val=\"6E6E6E\"/>");
    }
    push_spacing_and_size(xml, dress.spacing, note.map_or(dress.size, |aloud| aloud.note_size));
    if run.open {
        xml.push_str("<w:highlight w:val=\"yellow\"/>");
    }
    xml.push_str("</w:rPr>");
}

fn push_text(xml: &mut String, text: &str) {
    for (idx, line) in text.split('\n').enumerate() {
        if idx > 0 {
            xml.push_str("<w:br/>");
        }
        for (idx, words) in line.split('\t').enumerate() {
            if idx > 0 {
                xml.push_str("<w:tab/>");
            }
            if !words.is_empty() {
                xml.push_str("<w:t xml:space=\"preserve\">");
                push_escaped(xml, words);
                xml.push_str("</w:t>");
            }
        }
    }
}

/// Rows of different length make one table: the last cell of a short one spans what
/// is left, so that no cell is invented.
fn push_table(xml: &mut String, rows: &[Line], sheet: &Sheet<'_>) {
    let rows: Vec<_> = rows.iter().map(|row| (row, cells(row))).collect();
    let n_columns = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(1);
    let page = &sheet.style.page;
    let width = page.width - page.left - page.right;
    let column_width = (width as usize / n_columns).max(1);
    push(xml, format_args!("<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders>"));
    for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        push(xml, format_args!("<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"));
    }
    xml.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for _ in 0..n_columns {
        push(xml, format_args!("<w:gridCol w:w=\"{column_width}\"/>"));
    }
    xml.push_str("</w:tblGrid>");
    for (row, cells) in &rows {
        xml.push_str("<w:tr>");
        for (idx, cell) in cells.iter().enumerate() {
            let n_spanned = if idx + 1 == cells.len() { n_columns - idx } else { 1 };
            let cell_width = column_width * n_spanned;
            push(xml, format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{cell_width}\" w:type=\"dxa\"/>"));
            if n_spanned > 1 {
                push(xml, format_args!("<w:gridSpan w:val=\"{n_spanned}\"/>"));
            }
            xml.push_str("</w:tcPr>");
            push_paragraph(xml, row, cell, sheet);
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>");
    }
    xml.push_str("</w:tbl>");
}

/// The cells of a row, each with its stretches of runs.
fn cells(row: &Line) -> Vec<Vec<(&Run, &str)>> {
    let mut cells = vec![Vec::new()];
    for run in &row.runs {
        for (idx, text) in run.text.split('\t').enumerate() {
            if idx > 0 {
                cells.push(Vec::new());
            }
            if let (Some(cell), false) = (cells.last_mut(), text.is_empty()) {
                cell.push((run, text));
            }
        }
    }
    cells
}

fn push_page(xml: &mut String, style: &HouseStyle) {
    let page = &style.page;
    xml.push_str("<w:sectPr>");
    if style.page_number.is_some() {
        xml.push_str("<w:footerReference w:type=\"even\" r:id=\"rId6\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>");
    }
    push(xml, format_args!("<w:pgSz w:w=\"{}\" w:h=\"{}\"/>", page.width, page.height));
    push(
        xml,
        format_args!(
            "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>",
            page.top, page.right, page.bottom, page.left, page.header, page.footer
        ),
    );
    xml.push_str("<w:pgNumType w:fmt=\"decimal\" w:start=\"1\"/><w:cols w:space=\"425\"/>");
    if let Some(pitch) = page.grid {
        // Lines alone: with a grid of characters LibreOffice gives each two cells.
        push(xml, format_args!("<w:docGrid w:type=\"lines\" w:linePitch=\"{pitch}\"/>"));
    }
    xml.push_str("</w:sectPr>");
}
