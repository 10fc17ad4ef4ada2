//! Speeches and Word files made for tests.

use speech::{Block, BlockId, BlockKind, Field, FieldId, FieldKind, Inline, Numeral, Speech};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A block of plain text.
pub(crate) fn block(kind: BlockKind, text: &str) -> Block {
    block_of(kind, vec![plain(text)])
}

/// A block of these stretches.
pub(crate) fn block_of(kind: BlockKind, inlines: Vec<Inline>) -> Block {
    Block { id: BlockId(0), kind, numeral: None, inlines, origin: None }
}

/// A heading whose number is counted.
pub(crate) fn heading(level: u8, text: &str) -> Block {
    let kind = BlockKind::Heading { level, run_in: false };
    Block { numeral: Some(Numeral::Computed), ..block(kind, text) }
}

/// A heading with a counted number, whose line the next paragraph goes on.
pub(crate) fn run_in(level: u8, text: &str) -> Block {
    let kind = BlockKind::Heading { level, run_in: true };
    Block { numeral: Some(Numeral::Computed), ..block(kind, text) }
}

pub(crate) fn plain(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), strong: false }
}

pub(crate) fn strong(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), strong: true }
}

pub(crate) fn slot(field: u32, as_written: &str) -> Inline {
    Inline::Slot { field: FieldId(field), as_written: as_written.to_owned() }
}

/// A speech of these blocks, numbered as blocks.
pub(crate) fn speech(blocks: Vec<Block>) -> Speech {
    let numbered = (1..).zip(blocks).map(|(id, block)| Block { id: BlockId(id), ..block });
    Speech { blocks: numbered.collect(), ..Speech::default() }
}

/// A short speech with one of everything.
pub(crate) fn county_speech() -> Speech {
    let mut speech = speech(vec![
        block(BlockKind::Title, "在全县优化营商环境"),
        block(BlockKind::Title, "工作会议上的讲话"),
        block(BlockKind::Byline, "县委副书记、县长　张三"),
        block(BlockKind::Date, "（2026年3月18日）"),
        block(BlockKind::Salutation, "同志们："),
        block(
            BlockKind::Paragraph,
            "刚才，3个单位作了发言，讲得都很好——“放管服”改革要深入……下面，我讲两点意见。",
        ),
        heading(1, "提高站位，切实增强责任感"),
        run_in(2, "把握形势要求。"),
        block_of(
            BlockKind::Paragraph,
            vec![
                plain("一季度生产总值增长"),
                slot(1, "X"),
                plain("%，新增企业"),
                slot(2, "XX"),
                plain("户。"),
            ],
        ),
        heading(2, "补齐短板弱项"),
        block_of(BlockKind::Paragraph, vec![strong("一是统一标准。"), plain("A&B <公司> 的做法要推广。")]),
        block(BlockKind::Paragraph, "　　二是压实责任。"),
        heading(1, "突出重点，全面落实"),
        run_in(3, "完善工作台账。"),
        block(BlockKind::Paragraph, "每月5日前报送。"),
        heading(4, "健全机制"),
        block(BlockKind::Table, "单位\t完成率\t备注"),
        block(BlockKind::Table, "城关镇\t98%"),
        block(BlockKind::Closing, "同志们，让我们真抓实干，交上满意答卷！"),
    ]);
    speech.fields = vec![
        field(1, FieldKind::Percent, "一季度生产总值增长", None),
        field(2, FieldKind::Number, "新增企业", Some("36")),
    ];
    speech
}

fn field(id: u32, kind: FieldKind, label: &str, value: Option<&str>) -> Field {
    Field { id: FieldId(id), kind, label: label.to_owned(), unit: None, value: value.map(str::to_owned) }
}

/// A packed file of these parts.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub(crate) const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

pub(crate) const PACKAGE_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="/docProps/core.xml"/></Relationships>"#;

const DOCUMENT_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="./numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>"#;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml""#;

/// The main part around the content of its body.
pub(crate) fn document(body: &str) -> String {
    format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
}

/// A Word file with that body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    docx_with(&[("document", body)])
}

/// A Word file of these contents of its parts: document, styles, numbering, comments, core.
pub(crate) fn docx_with(contents: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), CONTENT_TYPES.to_owned()),
        ("_rels/.rels".to_owned(), PACKAGE_RELS.to_owned()),
        ("word/_rels/document.xml.rels".to_owned(), DOCUMENT_RELS.to_owned()),
    ];
    for (name, content) in contents {
        parts.push(match *name {
            "document" => ("word/document.xml".to_owned(), document(content)),
            "core" => (
                "docProps/core.xml".to_owned(),
                format!(r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">{content}</cp:coreProperties>"#),
            ),
            name => (format!("word/{name}.xml"), format!("<w:{name} {NAMESPACES}>{content}</w:{name}>")),
        });
    }
    let parts: Vec<_> = parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect();
    packed(&parts)
}

/// A paragraph of one run.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

const OPEN_DOCUMENT_NAMESPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#;

/// An OpenDocument text of these contents of its parts: content, styles, meta.
pub(crate) fn odt_with(contents: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![("mimetype".to_owned(), "application/vnd.oasis.opendocument.text".to_owned())];
    for (name, content) in contents {
        let part =
            format!("<office:document-{name} {OPEN_DOCUMENT_NAMESPACES}>{content}</office:document-{name}>");
        parts.push((format!("{name}.xml"), part));
    }
    let parts: Vec<_> = parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect();
    packed(&parts)
}

/// An OpenDocument text with that body.
pub(crate) fn odt(body: &str) -> Vec<u8> {
    odt_with(&[("content", &format!("<office:body><office:text>{body}</office:text></office:body>"))])
}

/// A workbook: its shared strings, its styles of cells, and the content of each sheet.
pub(crate) fn xlsx(strings: &str, styles: &str, sheets: &[(&str, &str)]) -> Vec<u8> {
    let main = "spreadsheetml.sheet.main";
    let types = CONTENT_TYPES.replace("/word/document.xml", "/xl/workbook.xml");
    let types = types.replace("wordprocessingml.document.main", main);
    let rels = PACKAGE_RELS.replace("word/document.xml", "xl/workbook.xml");
    let mut workbook = String::new();
    let mut related = String::new();
    for (idx, (state, _)) in sheets.iter().enumerate() {
        workbook
            .push_str(&format!(r#"<sheet name="S{idx}" sheetId="{idx}" state="{state}" r:id="r{idx}"/>"#));
        related.push_str(&relationship(&format!("r{idx}"), "worksheet", &format!("worksheets/{idx}.xml")));
    }
    related.push_str(&relationship("rs", "sharedStrings", "sharedStrings.xml"));
    related.push_str(&relationship("rt", "styles", "styles.xml"));
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types),
        ("_rels/.rels".to_owned(), rels),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                r#"<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets>{workbook}</sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>"#
            ),
        ),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst>{strings}</sst>")),
        ("xl/styles.xml".to_owned(), format!("<styleSheet>{styles}</styleSheet>")),
    ];
    for (idx, (_, content)) in sheets.iter().enumerate() {
        let sheet = format!("<worksheet><sheetData>{content}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/{idx}.xml"), sheet));
    }
    let parts: Vec<_> = parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect();
    packed(&parts)
}

fn relationship(id: &str, kind: &str, target: &str) -> String {
    format!(
        r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
    )
}

/// A file of the old Office with empty streams of these names, three at most.
pub(crate) fn ole(names: &[&str]) -> Vec<u8> {
    const NOTHING: u32 = u32::MAX;
    const CHAIN_END: u32 = 0xFFFF_FFFE;
    let sector = |numbers: &[u32]| {
        let padded = numbers.iter().chain(std::iter::repeat(&NOTHING)).take(128);
        padded.flat_map(|number| number.to_le_bytes()).collect::<Vec<_>>()
    };
    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.resize(24, 0);
    file.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    for number in [0, 1, 1, 0, 4096, CHAIN_END, 0, CHAIN_END, 0] {
        file.extend(u32::to_le_bytes(number));
    }
    file.extend(&sector(&[0])[..4 * 109]);
    file.extend(sector(&[0xFFFF_FFFD, CHAIN_END]));
    let n_names = names.len() as u32;
    for (idx, name) in (0..).zip(["Root Entry"].iter().chain(names)) {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let name_bytes = entry.len() as u8 + 2;
        entry.resize(64, 0);
        entry.extend([name_bytes, 0, if idx == 0 { 5 } else { 2 }, 1]);
        let right = if idx > 0 && idx < n_names { idx + 1 } else { NOTHING };
        let child = if idx == 0 && n_names > 0 { 1 } else { NOTHING };
        for number in [NOTHING, right, child] {
            entry.extend(number.to_le_bytes());
        }
        entry.resize(116, 0);
        entry.extend(CHAIN_END.to_le_bytes());
        entry.resize(128, 0);
        file.extend(entry);
    }
    file.resize(512 * 3, 0);
    file
}

/// A PDF whose pages draw these contents, the paper in A4. What they may use: the fonts
/// `/GBK` (in GBK, not embedded), `/Own` (codes of its own) and `/Helv`, the picture `/Scan`
/// and the forms `/F0` … as given.
pub(crate) fn pdf(pages: &[&[u8]], forms: &[&[u8]]) -> Vec<u8> {
    let n_forms = forms.len();
    let first_page = 8 + n_forms;
    let names: String = (0..n_forms).map(|idx| format!("/F{idx} {} 0 R", 8 + idx)).collect();
    let resources = format!("<</Font<</GBK 3 0 R/Own 5 0 R/Helv 6 0 R>>/XObject<</Scan 7 0 R{names}>>>>");
    let kids: String = (0..pages.len()).map(|idx| format!("{} 0 R ", first_page + 2 * idx)).collect();
    let stream = |dict: &str, content: &[u8]| {
        let head = format!("<<{dict}/Length {}>>stream\n", content.len());
        [head.as_bytes(), content, b"\nendstream"].concat()
    };
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources {resources}>>", pages.len()).into(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[4 0 R]>>".to_vec(),
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>".to_vec(),
        b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Own/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>]>>".to_vec(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
        stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"0"),
    ];
    for form in forms {
        objects.push(stream(
            &format!("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources {resources}"),
            form,
        ));
    }
    for (idx, page) in pages.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", first_page + 2 * idx + 1).into());
        objects.push(stream("", page));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let at_bytes = file.len();
    file.extend(table.bytes());
    file.extend(
        format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{at_bytes}\n%%EOF", objects.len() + 1).bytes(),
    );
    file
}

/// Draws a text in GBK at a place, in 16 points.
pub(crate) fn drawn(x: u32, y: u32, text: &str) -> Vec<u8> {
    let hex: String = encoding_rs::GBK.encode(text).0.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("BT /GBK 16 Tf 1 0 0 1 {x} {y} Tm <{hex}> Tj ET\n").into_bytes()
}
