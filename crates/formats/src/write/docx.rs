//! Word files, made to look the same in Word, WPS and LibreOffice.
//!
//! Each line has its named style, so that it can be restyled at one stroke and its
//! headings stand in Word's navigation pane, *and* says all of it again directly on
//! paragraph and run: WPS on pasting, and programs that check the format of official
//! documents, look only there. A run-in heading is one paragraph with the heading's
//! style, its body dressed as body directly.
//!
//! The bytes depend on speech and style alone: the time in the archive is 1980, and
//! no one is its author.

mod control;
mod document;
mod fonts;
mod footer;
mod markup;
mod numbering;
mod styles;

use crate::error::Error;
use crate::house_style::HouseStyle;
use crate::page::{Appendix, lines_behind, marked_lines};
use speech::Speech;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A speech as a Word file.
pub(super) fn write(speech: &Speech, style: &HouseStyle, appendices: &[Appendix]) -> Result<Vec<u8>, Error> {
    let mut lines = marked_lines(speech, style);
    lines.extend(lines_behind(appendices));
    let is_counted = numbering::is_counted(&lines, style);
    let with = |part: &str, end: &str, what: &str| {
        if is_counted { part.replace(end, &format!("{what}{end}")) } else { part.to_owned() }
    };
    let mut parts = vec![
        ("[Content_Types].xml", with(CONTENT_TYPES, "</Types>", NUMBERING_TYPE)),
        ("_rels/.rels", include_str!("docx/parts/package_rels.xml").to_owned()),
        ("word/document.xml", document::document(&lines, &speech.fields, style, is_counted)),
        ("word/_rels/document.xml.rels", with(DOCUMENT_RELS, "</Relationships>", NUMBERING_REL)),
        ("word/styles.xml", styles::styles(style, is_counted)),
        ("word/settings.xml", include_str!("docx/parts/settings.xml").to_owned()),
        ("word/fontTable.xml", fonts::font_table(style)),
        ("word/footer1.xml", footer::footer(style, footer::Pages::Odd)),
        ("word/footer2.xml", footer::footer(style, footer::Pages::Even)),
        ("word/theme/theme1.xml", include_str!("docx/parts/theme.xml").to_owned()),
        ("docProps/core.xml", include_str!("docx/parts/core.xml").to_owned()),
        ("docProps/app.xml", include_str!("docx/parts/app.xml").to_owned()),
    ];
    if is_counted {
        parts.push(("word/numbering.xml", numbering::numbering(style)));
    }
    packed(&parts).map_err(|error| Error::NotWritten { detail: error.to_string() })
}

const CONTENT_TYPES: &str = include_str!("docx/parts/content_types.xml");
const DOCUMENT_RELS: &str = include_str!("docx/parts/document_rels.xml");

/// What tells of the part of numbering, where there is one.
const NUMBERING_TYPE: &str = "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>";
const NUMBERING_REL: &str = "<Relationship Id=\"rId7\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>";

fn packed(parts: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, options)?;
        archive.write_all(part.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
