//! Reading, by files: `read/NAME` and beside it `NAME.expect`, what was read.
//!
//! An `.xml` file is a Word file: the contents of its parts, each below a line
//! `=== document`, `=== styles`, `=== numbering` or `=== core`; line ends between
//! elements are no text. An `.odf` file is an OpenDocument text in the same manner, its
//! parts called `content`, `styles` and `meta`. In what was read the hints stand before `│`, and ⟦⟧ around
//! what is bold.

use crate::built;
use expect_test::expect_file;
use formats::{Error, Extracted, Format, Limits, LooksLike, ReadOptions, read};
use speech::parse::parse;
use speech::text::slice;
use speech::{Control, Paragraph, shown};
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[test]
fn files_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read");
    let mut n_files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.ends_with(".expect") {
            continue;
        }
        let bytes = fixture(&path);
        let extracted = read(&bytes, name, &ReadOptions::default()).unwrap();
        expect_file![path.with_file_name(format!("{name}.expect"))].assert_eq(&told(&extracted));
        n_files += 1;
    }
    assert_eq!(n_files, 45);
}

#[test]
fn content_controls_become_fields() {
    let file = fixture(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/内容控件.xml"));
    let extracted = read(&file, "表单.docx", &ReadOptions::default()).unwrap();
    let speech = parse(&extracted.paragraphs).speech;
    let fields: Vec<String> = speech
        .fields
        .iter()
        .map(|field| {
            let (label, unit) = (&field.label, field.unit.as_deref().unwrap_or(""));
            format!("{label} {:?} {}{unit}", field.kind, field.value.as_deref().unwrap_or("_"))
        })
        .collect();
    let expected = [
        "县名 Text _",
        "日期 Date 2026年3月18日",
        "growth Percent 5.2%",
        "一季度新增企业户数 Number _户",
        "等次 Text _",
        "姓名 Person _",
        "电话 Text 8210000",
    ];
    assert_eq!(fields, expected);
    // The text goes out as it came in.
    let lines: Vec<&str> = extracted.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    assert_eq!(shown::text(&speech), lines.join("\n"));
}

/// The bytes of a file that is read.
pub(crate) fn fixture(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).unwrap();
    let parts = |text: &str| {
        let parts = text.split("=== ").skip(1).map(|part| part.split_once('\n').unwrap());
        parts.map(|(name, content)| (name.to_owned(), content.to_owned())).collect::<Vec<_>>()
    };
    let built_by = match path.extension().and_then(|ending| ending.to_str()) {
        Some("xml") => built::docx_with,
        Some("odf") => built::odt_with,
        _ => return bytes,
    };
    let parts = parts(std::str::from_utf8(&bytes).unwrap());
    built_by(&parts.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect::<Vec<_>>())
}

/// What was read, for people.
fn told(extracted: &Extracted) -> String {
    let mut told = extracted.format.word().to_owned();
    if let Some(encoding) = &extracted.encoding {
        write!(told, " {encoding}").unwrap();
    }
    told.push('\n');
    let metadata = &extracted.metadata;
    for (name, value) in
        [("title", &metadata.title), ("author", &metadata.author), ("created", &metadata.created)]
    {
        if let Some(value) = value {
            writeln!(told, "{name}: {value}").unwrap();
        }
    }
    for (line, paragraph) in (1..).zip(&extracted.paragraphs) {
        writeln!(told, "{line}{} │ {}", hints(paragraph), marked(paragraph)).unwrap();
        for Control { span, label, kind, filled } in &paragraph.hints.controls {
            let word = if *filled { "filled" } else { "asks" };
            let text = slice(&paragraph.text, span.clone());
            let kind = kind.map(|kind| format!(" ({kind:?})")).unwrap_or_default();
            writeln!(told, "  {word} {}{kind} │ {text}", label.as_deref().unwrap_or("?")).unwrap();
        }
    }
    for warning in &extracted.warnings {
        writeln!(told, "! {}", warning.zh).unwrap();
    }
    told
}

fn hints(paragraph: &Paragraph) -> String {
    let hints = &paragraph.hints;
    let mut told = String::new();
    if hints.titled {
        told.push_str(" titled");
    }
    if hints.centred {
        told.push_str(" centred");
    }
    if let Some(outline) = hints.outline {
        write!(told, " outline {outline}").unwrap();
    }
    if let Some(half_points) = hints.half_points {
        write!(told, " size {half_points}").unwrap();
    }
    if hints.table_row {
        told.push_str(" row");
    }
    told
}

fn marked(paragraph: &Paragraph) -> String {
    let mut marked = String::new();
    for (idx, character) in paragraph.text.chars().chain(['\n']).enumerate() {
        marked.extend(paragraph.hints.strong.iter().filter(|span| span.end == idx).map(|_| '⟧'));
        marked.extend(paragraph.hints.strong.iter().filter(|span| span.start == idx).map(|_| '⟦'));
        match character {
            '\n' => {}
            '\t' => marked.push('⇥'),
            character => marked.push(character),
        }
    }
    marked
}

#[track_caller]
fn looks_like(bytes: &[u8], expected: LooksLike) {
    // Whatever it is called.
    for name in ["讲话.docx", "讲话.txt", "讲话.md", "讲话"] {
        let error = read(bytes, name, &ReadOptions::default()).unwrap_err();
        assert_eq!(error, Error::UnknownFormat { looks_like: expected });
    }
}

#[test]
fn what_is_no_text_is_named() {
    looks_like(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", LooksLike::Picture);
    looks_like(b"\xff\xd8\xff\xe0\0\x10JFIF", LooksLike::Picture);
    looks_like(b"<?xml version=\"1.0\"?><a/>", LooksLike::Xml);
    looks_like("同志们：\0各位".as_bytes(), LooksLike::Binary);
    looks_like(&(0..=255).cycle().take(4096).collect::<Vec<u8>>(), LooksLike::Binary);
    looks_like(&(1..=253).rev().collect::<Vec<u8>>(), LooksLike::Binary);
    looks_like(&built::packed(&[("a.txt", b"a")]), LooksLike::Archive);
    let other = |kind: &[u8]| built::packed(&[("mimetype", kind), ("content.xml", b"<a/>")]);
    looks_like(&other(b"application/vnd.oasis.opendocument.spreadsheet"), LooksLike::Spreadsheet);
    looks_like(&other(b"application/vnd.oasis.opendocument.presentation"), LooksLike::Presentation);
    looks_like(&other(b"application/epub+zip"), LooksLike::Archive);
    looks_like(&built::ole(&["Workbook"]), LooksLike::OldSpreadsheet);
    looks_like(&built::ole(&["Current User", "PowerPoint Document"]), LooksLike::OldPresentation);
    looks_like(&built::ole(&["__properties_version1.0"]), LooksLike::OldOffice);
    looks_like(b"\xdb\xa5-\0\0\0", LooksLike::Word95);
}

#[test]
fn letters_of_a_signature_at_the_start_of_a_text_are_text() {
    for text in ["GIF89 格式的图片", "RIFF", "ID3 标签", "PK 对手", "BZh"] {
        let extracted = read(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
        assert_eq!(extracted.paragraphs, [Paragraph::plain(text)]);
    }
}

#[test]
fn what_begins_like_a_page_may_be_none() {
    let format = |text: &str, name| read(text.as_bytes(), name, &ReadOptions::default()).unwrap().format;
    assert_eq!(format("<!-- 注 -->\n<?xml version=\"1.0\"?><!DOCTYPE html><html>", "a.txt"), Format::Html);
    assert_eq!(format("  <BODY>同志们：", "a.docx"), Format::Html);
    assert_eq!(format("<p>同志们：</p>", "a.txt"), Format::Html);
    // Markdown may hold tags.
    assert_eq!(format("<div align=center>\n\n# 讲话", "a.md"), Format::Md);
    for text in ["<第一部分>", "<preface>", "< p>", "<!-- 没有结尾", "From: 张三\n\n同志们："] {
        assert_eq!(format(text, "a.txt"), Format::Txt, "{text}");
    }
}

#[test]
fn the_encoding_of_a_page_may_be_named() {
    let page = "<html><meta charset=utf-8><body><p>會議".replace("會議", "\u{FFFD}");
    let mut bytes = page.split('\u{FFFD}').next().unwrap().as_bytes().to_vec();
    bytes.extend(&*encoding_rs::BIG5.encode("會議").0);
    let options = ReadOptions { encoding: Some("big5".to_owned()), ..ReadOptions::default() };
    assert_eq!(read(&bytes, "a.html", &options).unwrap().paragraphs[0].text, "會議");
}

#[test]
fn a_workbook_is_a_spreadsheet() {
    let types = built::CONTENT_TYPES
        .replace("/word/document.xml", "/xl/workbook.xml")
        .replace("wordprocessingml.document.main", "spreadsheetml.sheet.main");
    let rels = built::PACKAGE_RELS.replace("word/document.xml", "xl/workbook.xml");
    let workbook =
        built::packed(&[("[Content_Types].xml", types.as_bytes()), ("_rels/.rels", rels.as_bytes())]);
    looks_like(&workbook, LooksLike::Spreadsheet);
}

#[test]
fn a_word_file_with_a_password_says_so() {
    let bytes = built::ole(&["EncryptionInfo", "EncryptedPackage"]);
    assert_eq!(read(&bytes, "讲话.docx", &ReadOptions::default()), Err(Error::Protected));
}

#[test]
fn an_open_document_with_a_password_says_so() {
    let manifest = r#"<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>"#;
    let file = built::packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"\x01\x02\x03"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ]);
    assert_eq!(read(&file, "讲话.odt", &ReadOptions::default()), Err(Error::Protected));
}

#[test]
fn an_empty_file_has_no_lines() {
    for (name, format) in
        [("a.txt", Format::Txt), ("a.MD", Format::Md), ("a.docx", Format::Txt), ("a", Format::Txt)]
    {
        let extracted = read(b"", name, &ReadOptions::default()).unwrap();
        assert_eq!((extracted.format, extracted.paragraphs, extracted.encoding), (format, vec![], None));
        assert_eq!(extracted.warnings, []);
    }
    let bom_only = read(b"\xef\xbb\xbf", "a.txt", &ReadOptions::default()).unwrap();
    assert_eq!(bom_only.paragraphs, []);
}

#[track_caller]
fn lines(text: &str, expected: &[&str]) {
    let extracted = read(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
    let lines: Vec<_> = extracted.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    assert_eq!(lines, expected);
}

#[test]
fn every_line_end_is_one_break() {
    lines("一\n二", &["一", "二"]);
    lines("一\r\n\r\n二\r\n", &["一", "", "二"]);
    lines("一\r\r二\r", &["一", "", "二"]);
    lines("一\n\r\n二", &["一", "", "二"]);
    lines("\n", &[""]);
    lines("\n\n", &["", ""]);
    lines(" 一 \u{2028}二\u{2029}三\u{85}四\u{B}五\u{C}六", &[" 一 ", "二", "三", "四", "五", "六"]);
}

#[track_caller]
fn text_of_docx(bytes: &[u8]) -> Vec<String> {
    let extracted = read(bytes, "a.docx", &ReadOptions::default()).unwrap();
    assert_eq!(extracted.format, Format::Docx);
    extracted.paragraphs.into_iter().map(|paragraph| paragraph.text).collect()
}

#[test]
fn the_main_part_is_found_by_relationship_and_its_prefix_by_namespace() {
    let rels = built::PACKAGE_RELS.replace("word/document.xml", "/Inhalt/../Inhalt/text2.xml");
    let types = built::CONTENT_TYPES.replace("/word/document.xml", "/inhalt/Text2.xml");
    for prefix in ["ns0:", ""] {
        let xmlns = if prefix.is_empty() { "xmlns" } else { "xmlns:ns0" };
        let main = format!(
            r#"<{prefix}document {xmlns}="http://purl.oclc.org/ooxml/wordprocessingml/main"><{prefix}body><{prefix}p><{prefix}r><{prefix}t>同志们：</{prefix}t></{prefix}r></{prefix}p></{prefix}body></{prefix}document>"#
        );
        let file = built::packed(&[
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", rels.as_bytes()),
            (r"INHALT\text2.xml", main.as_bytes()),
        ]);
        assert_eq!(text_of_docx(&file), ["同志们："]);
    }
}

#[test]
fn a_part_may_be_stored_in_utf_16() {
    let main = built::document(&built::p("同志们：𠮷"));
    let main: Vec<u8> = main.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let main = [b"\xff\xfe".as_slice(), &main].concat();
    let file = built::packed(&[
        ("[Content_Types].xml", built::CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", built::PACKAGE_RELS.as_bytes()),
        ("word/document.xml", &main),
    ]);
    assert_eq!(text_of_docx(&file), ["同志们：𠮷"]);
}

#[test]
fn every_error_has_words_in_both_languages() {
    let errors = [
        read(b"\x89PNG\r\n\x1a\n\0", "a", &ReadOptions::default()).unwrap_err(),
        read(b"PK\x03\x04", "a", &ReadOptions::default()).unwrap_err(),
        read(b"", "a", &ReadOptions { encoding: Some("gkb".into()), ..ReadOptions::default() }).unwrap_err(),
        read(
            b"aa",
            "a",
            &ReadOptions { limits: Limits { file_bytes: 1, ..Limits::default() }, ..ReadOptions::default() },
        )
        .unwrap_err(),
        formats::HouseStyle::from_toml("name = 1").unwrap_err(),
    ];
    for error in errors {
        let message = error.message();
        assert!(message.zh.ends_with('。') && message.en.ends_with('.'), "{message:?}");
    }
}
