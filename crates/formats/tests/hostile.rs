//! Files made to do harm. Each is made here and never stored; each is refused on a
//! thread with a small stack, which a reader that calls itself would run over.

use crate::built::{self, CONTENT_TYPES, PACKAGE_RELS, document, docx, docx_with, p, packed};
use formats::{Error, Extracted, Limit, ReadOptions, read};

const MIB: usize = 1024 * 1024;

fn read_on_a_small_stack(bytes: Vec<u8>) -> Result<Extracted, Error> {
    let reading = move || read(&bytes, "讲话.docx", &ReadOptions::default());
    std::thread::Builder::new().stack_size(2 * MIB).spawn(reading).unwrap().join().unwrap()
}

#[track_caller]
fn over(bytes: Vec<u8>, expected: Limit) {
    match read_on_a_small_stack(bytes) {
        Err(Error::OverLimit { limit, .. }) => assert_eq!(limit, expected),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn damaged(bytes: Vec<u8>) {
    match read_on_a_small_stack(bytes) {
        Err(Error::Damaged { .. }) => {}
        other => panic!("{other:?}"),
    }
}

fn with_main(main: &[u8]) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", PACKAGE_RELS.as_bytes()),
        ("word/document.xml", main),
    ])
}

#[test]
fn a_megabyte_that_unpacks_to_a_gigabyte() {
    use std::io::{Cursor, Write};
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, part) in [("[Content_Types].xml", CONTENT_TYPES), ("_rels/.rels", PACKAGE_RELS)] {
        archive.start_file(name, options).unwrap();
        archive.write_all(part.as_bytes()).unwrap();
    }
    archive.start_file("word/document.xml", options).unwrap();
    let zeros = vec![b' '; MIB];
    (0..1024).for_each(|_| archive.write_all(&zeros).unwrap());
    let bomb = archive.finish().unwrap().into_inner();
    assert!(bomb.len() < 2 * MIB);
    over(bomb, Limit::Part);
}

#[test]
fn fifty_thousand_tables_in_each_other() {
    for element in ["w:tbl", "w:sdt", "w:r", "w:ins", "w:tc", "w:txbxContent", "x", "w:del"] {
        over(docx(&format!("<{element}>").repeat(50_000)), Limit::Depth);
    }
    for part in ["styles", "numbering", "core"] {
        over(docx_with(&[("document", ""), (part, &"<w:a>".repeat(50_000))]), Limit::Depth);
    }
}

#[test]
fn a_document_type_in_any_part() {
    let bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    let types = format!("{bomb}{CONTENT_TYPES}");
    let rels = format!("{bomb}{PACKAGE_RELS}");
    let main = format!("{bomb}{}", document(&p("&b;")));
    let files = [(&types, &rels, &main); 3];
    for (idx, part) in ["[Content_Types].xml", "_rels/.rels", "word/document.xml"].into_iter().enumerate() {
        let (types, rels, main) = files[idx];
        let clean_main = document("");
        let bytes = packed(&[
            ("[Content_Types].xml", if idx == 0 { types.as_bytes() } else { CONTENT_TYPES.as_bytes() }),
            ("_rels/.rels", if idx == 1 { rels.as_bytes() } else { PACKAGE_RELS.as_bytes() }),
            ("word/document.xml", if idx == 2 { main.as_bytes() } else { clean_main.as_bytes() }),
        ]);
        assert_eq!(read_on_a_small_stack(bytes), Err(Error::DocumentType { part: part.to_owned() }));
    }
}

#[test]
fn entities_of_its_own() {
    damaged(docx(&p("&lol9;")));
    damaged(docx(&p("&#0;")));
    damaged(docx(&p("&#xD800;")));
}

#[test]
fn hundreds_of_thousands_of_attributes() {
    let attributes: String = (0..800_000).map(|n| format!(" a{n}=\"\"")).collect();
    over(docx(&format!("<w:p{attributes}/>")), Limit::Attributes);
    let namespaces: String = (0..200_000).map(|n| format!(" xmlns:a{n}=\"u{n}\"")).collect();
    over(with_main(format!("<w:document{namespaces}/>").as_bytes()), Limit::Attributes);
}

#[test]
fn thousands_of_entries() {
    let names: Vec<String> = (0..2_001).map(|n| format!("word/media/image{n}.png")).collect();
    let parts: Vec<_> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    over(packed(&parts), Limit::Entries);
}

#[test]
fn a_list_number_longer_than_any_text() {
    let text = "第".repeat(MIB);
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    );
    let paragraphs = r#"<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>"#.repeat(1_000);
    let file = docx_with(&[("document", &paragraphs), ("numbering", &numbering)]);
    // Packed too tightly to be read at all; were it read, it would stay small.
    let lenient = formats::Limits { ratio: 10_000, ..formats::Limits::default() };
    let extracted = read(&file, "a", &ReadOptions { limits: lenient, ..ReadOptions::default() }).unwrap();
    assert!(extracted.paragraphs.iter().all(|paragraph| paragraph.text.chars().count() <= 66));
    over(file, Limit::Ratio);
}

#[test]
fn fields_and_texts_that_never_end() {
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>"#;
    over(docx(&format!("<w:p>{}</w:p>", field.repeat(257))), Limit::Depth);
    // Each paragraph goes on in the next: one line, in one pass.
    let carried = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>一</w:t><w:br/></w:r></w:p>";
    let file = docx(&carried.repeat(10_000));
    assert_eq!(read_on_a_small_stack(file).unwrap().paragraphs.len(), 10_001);
}

#[test]
fn styles_based_on_each_other() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>"#;
    let body = r#"<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:rStyle w:val="B"/></w:rPr><w:t>同志们：</w:t></w:r></w:p>"#;
    let extracted = read_on_a_small_stack(docx_with(&[("document", body), ("styles", styles)])).unwrap();
    assert_eq!(extracted.paragraphs[0].text, "同志们：");
}

#[test]
fn cut_off_anywhere() {
    let whole = docx(&p("同志们：").repeat(50));
    for n_bytes in (4..whole.len()).step_by(37) {
        damaged(whole[..n_bytes].to_vec());
    }
}

#[test]
fn broken_xml() {
    damaged(docx("<w:p><w:r></w:p>"));
    damaged(with_main(b"<w:document><w:body>"));
    damaged(with_main(b"<html/>"));
    damaged(with_main(b"<w:document>\xff</w:document>"));
    damaged(packed(&[("[Content_Types].xml", CONTENT_TYPES.as_bytes())]));
}

/// The sizes in both headers of the last part, made to lie.
fn lying(mut file: Vec<u8>, offset_bytes: (usize, usize), size: u32) -> Vec<u8> {
    let last = |signature: &[u8]| file.windows(4).rposition(|window| window == signature).unwrap();
    let (local, central) = (last(b"PK\x03\x04"), last(b"PK\x01\x02"));
    for at in [local + offset_bytes.0, central + offset_bytes.1] {
        file[at..at + 4].copy_from_slice(&size.to_le_bytes());
    }
    file
}

const UNPACKED_SIZE: (usize, usize) = (22, 24);
const PACKED_SIZE: (usize, usize) = (18, 20);

#[test]
fn lying_sizes() {
    let file = with_main(document(&p("同志们：")).as_bytes());
    assert!(read_on_a_small_stack(file.clone()).is_ok());
    for size in [0, 1, 100_000, u32::MAX - 1] {
        damaged(lying(file.clone(), UNPACKED_SIZE, size));
    }
    for size in [0, 1] {
        damaged(lying(file.clone(), PACKED_SIZE, size));
    }
    // A packed part says itself where it ends.
    for size in [100_000, u32::MAX - 1] {
        let extracted = read_on_a_small_stack(lying(file.clone(), PACKED_SIZE, size)).unwrap();
        assert_eq!(extracted.paragraphs[0].text, "同志们：");
    }
    // A bomb that says it is small.
    let bomb = with_main(&vec![b' '; 128 * MIB]);
    damaged(lying(bomb, UNPACKED_SIZE, 4096));
}

#[test]
fn names_that_lead_out_of_the_folder() {
    let rels = PACKAGE_RELS.replace("word/document.xml", "../../../../etc/passwd");
    let file = packed(&[
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", rels.as_bytes()),
        ("../../../../etc/passwd", document(&p("不是这里")).as_bytes()),
    ]);
    damaged(file);
    let fetched =
        PACKAGE_RELS.replace("Target=\"word/", "TargetMode=\"External\" Target=\"http://example.com/word/");
    let file = packed(&[
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", fetched.as_bytes()),
        ("word/document.xml", document(&p("这里")).as_bytes()),
    ]);
    // The declared part is read; nothing is fetched.
    assert_eq!(read_on_a_small_stack(file).unwrap().paragraphs[0].text, "这里");
}

#[test]
fn random_bytes_called_docx() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[0]
    };
    for n_bytes in [40, 300, 5_000] {
        for _ in 0..50 {
            let bytes: Vec<u8> = (0..n_bytes).map(|_| random()).collect();
            assert!(matches!(read_on_a_small_stack(bytes), Err(Error::UnknownFormat { .. })));
        }
    }
    // One byte wrong anywhere may be read or refused, and does no harm.
    let whole = built::docx(&p("同志们：A&amp;B"));
    for idx in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[idx] ^= random() | 1;
        drop(read(&bytes, "讲话.docx", &ReadOptions::default()));
    }
}

/// Every file that a reader is shown, as it comes.
fn every_fixture() -> impl Iterator<Item = Vec<u8>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = ["expect", "md", "txt"].map(std::ffi::OsStr::new);
    let files = paths.filter(move |path| path.extension().is_none_or(|ending| !texts.contains(&ending)));
    files.map(|path| crate::reading::fixture(&path))
}

#[test]
fn every_fixture_cut_off_anywhere() {
    for whole in every_fixture() {
        // Each place of a small file; of a large one, some five hundred.
        let step = if whole.len() < 10_000 { 1 } else { whole.len() / 500 };
        for n_bytes in (0..whole.len()).step_by(step) {
            drop(read(&whole[..n_bytes], "a", &ReadOptions::default()));
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        cases: 40, failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn every_fixture_with_bytes_changed(
        changes in proptest::collection::vec((proptest::prelude::any::<usize>(), proptest::prelude::any::<u8>()), 1..30)
    ) {
        for mut bytes in every_fixture() {
            for (idx, byte) in &changes {
                let idx = idx % bytes.len();
                bytes[idx] = *byte;
            }
            drop(read(&bytes, "a", &ReadOptions::default()));
        }
    }
}

#[test]
fn rich_text_of_a_hundred_thousand_groups() {
    over([b"{\\rtf1".as_slice(), &b"{\\b ".repeat(100_000)].concat(), Limit::Depth);
    over([b"{\\rtf1".as_slice(), &b"{\\*\\x ".repeat(100_000)].concat(), Limit::Depth);
    damaged(b"{\\rtf1 {\\b ".to_vec());
    damaged(b"{\\rtf1 \\bin999999999 }".to_vec());
    let styles = b"{\\rtf1{\\stylesheet{\\s1\\sbasedon2 a;}{\\s2\\sbasedon1 b;}}\\s1 a\\par}";
    assert_eq!(read_on_a_small_stack(styles.to_vec()).unwrap().paragraphs[0].text, "a");
}

#[test]
fn an_open_document_made_to_swell() {
    use crate::built::{odt, odt_with};
    for element in ["text:p", "text:list", "text:span", "table:table-cell", "draw:text-box", "x"] {
        over(odt(&format!("<{element}>").repeat(50_000)), Limit::Depth);
    }
    over(odt_with(&[("styles", &"<a>".repeat(50_000)), ("content", "")]), Limit::Depth);
    over(odt(r#"<text:p><text:s text:c="4000000000"/></text:p>"#), Limit::ParagraphCharacters);
    let cells = format!(
        r#"<table:table-row><table:table-cell table:number-columns-repeated="4000000000"><text:p>{}</text:p></table:table-cell></table:table-row>"#,
        "县".repeat(5_000)
    );
    over(odt(&cells), Limit::ParagraphCharacters);
    let bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><office:document-content/>";
    let file =
        packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", bomb.as_bytes())]);
    assert_eq!(read_on_a_small_stack(file), Err(Error::DocumentType { part: "content.xml".to_owned() }));
    damaged(packed(&[("mimetype", b"application/vnd.oasis.opendocument.text")]));
    // Programs before 2008 name a type in the list of parts; it may declare nothing.
    let listed = |doctype: &str| {
        let list = format!("{doctype}<manifest:manifest/>");
        let content = r#"<office:document-content><office:body><office:text><text:p>旧稿</text:p></office:text></office:body></office:document-content>"#;
        packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", list.as_bytes()),
            ("content.xml", content.as_bytes()),
        ])
    };
    let named =
        r#"<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">"#;
    let read = read_on_a_small_stack(listed(named)).unwrap();
    assert_eq!(read.paragraphs.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["旧稿"]);
    let part = "META-INF/manifest.xml".to_owned();
    let declaring = "<!DOCTYPE manifest:manifest [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    assert_eq!(read_on_a_small_stack(listed(declaring)), Err(Error::DocumentType { part }));
    damaged(packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<html/>")]));
}

#[test]
fn a_page_that_closes_nothing() {
    for element in ["b", "div", "table><tr><td", "font color=1", "a", "svg", "math", "select"] {
        let page = format!("<html><body>{}", format!("<{element}>").repeat(100_000));
        let limit = read_on_a_small_stack(page.into_bytes());
        // What the parser opens anew for each, it may close as well.
        assert!(matches!(limit, Ok(_) | Err(Error::OverLimit { .. })), "{element}: {limit:?}");
    }
    over(format!("<html>{}", "<div>".repeat(100_000)).into_bytes(), Limit::Depth);
    over(format!("<html>{}", "<p>x".repeat(300_000)).into_bytes(), Limit::Nodes);
    let bold: String = (0..900).map(|n| format!("<b id={n}>")).collect();
    over(format!("<html><p>{bold}{}", "<p>x".repeat(1_000)).into_bytes(), Limit::Nodes);
}

#[test]
fn a_page_of_nothing_but_attributes() {
    let attributes: String = (0..200_000).map(|n| format!(" a{n}")).collect();
    let limits = formats::Limits { page_seconds: 0, ..formats::Limits::default() };
    let page = format!("<html><p{attributes}>同志们：");
    let answer = read(page.as_bytes(), "a", &ReadOptions { limits, ..ReadOptions::default() });
    assert_eq!(answer.unwrap_err(), Error::OverLimit { limit: Limit::Seconds, allowed: 0 });
}

#[test]
fn archives_of_pages_that_are_none() {
    let head = b"MIME-Version: 1.0\nContent-Type: multipart/related";
    damaged([head.as_slice(), b"\n\nx"].concat());
    damaged([head.as_slice(), b"; boundary=x\n\n--x\nContent-Type: text/plain\n\na"].concat());
    let page = [head.as_slice(), b"; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>a"].concat();
    assert_eq!(read_on_a_small_stack(page).unwrap().paragraphs[0].text, "a");
}
