//! Packed files: a text for LibreOffice, a table for Excel, a Word file that swells.

use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("memory takes all");
        archive.write_all(part).expect("memory takes all");
    }
    archive.finish().expect("memory takes all").into_inner()
}

/// An OpenDocument text.
pub(super) fn odt(text: &str) -> Vec<u8> {
    let body: String = text.lines().map(|line| format!("<text:p>{line}</text:p>")).collect();
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:text>{body}</office:text></office:body></office:document-content>"#
    );
    let manifest = r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A packed file of Office whose main part is that.
fn office(main: &str, content_type: &str, content: &[u8]) -> Vec<u8> {
    let types = format!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{content_type}.main+xml"/></Types>"#
    );
    let related = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{main}"/></Relationships>"#
    );
    packed(&[("[Content_Types].xml", types.as_bytes()), ("_rels/.rels", related.as_bytes()), (main, content)])
}

/// A table for Excel.
pub(super) fn xlsx() -> Vec<u8> {
    office("xl/workbook.xml", "spreadsheetml.sheet", b"<workbook><sheets/></workbook>")
}

/// A Word file of some kilobytes that unpacks to a thousand times as much.
pub(super) fn swelling() -> Vec<u8> {
    office("word/document.xml", "wordprocessingml.document", &vec![b' '; 8 * 1024 * 1024])
}
