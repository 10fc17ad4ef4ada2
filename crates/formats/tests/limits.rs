//! Each limit is met at its value and refused one beyond.

use crate::built::{docx, p};
use formats::{Error, Limit, Limits, ReadOptions, read, read_sheet};

fn read_with(bytes: &[u8], limits: Limits) -> Result<(), Error> {
    read(bytes, "讲话.txt", &ReadOptions { limits, ..ReadOptions::default() }).map(drop)
}

#[track_caller]
fn allows(bytes: &[u8], limits: Limits) {
    assert_eq!(read_with(bytes, limits), Ok(()));
}

#[track_caller]
fn refuses(bytes: &[u8], limits: Limits, limit: Limit, allowed: u64) {
    assert_eq!(read_with(bytes, limits), Err(Error::OverLimit { limit, allowed }));
}

#[test]
fn file_bytes() {
    let limits = Limits { file_bytes: 6, ..Limits::default() };
    allows("同志".as_bytes(), limits.clone());
    let error = Error::FileTooLarge { bytes: 7, limit_bytes: 6 };
    assert_eq!(read_with("同志!".as_bytes(), limits.clone()), Err(error.clone()));
    assert_eq!(read_sheet("同志!".as_bytes(), "a.csv", &limits), Err(error));
}

#[test]
fn paragraph_characters() {
    let limits = Limits { paragraph_characters: 4, ..Limits::default() };
    let limit = Limit::ParagraphCharacters;
    allows("同志们：\n各位代表".as_bytes(), limits.clone());
    refuses("短\n各位代表：".as_bytes(), limits.clone(), limit, 4);
    allows(&docx(&(p("同志们：") + &p("各位"))), limits.clone());
    refuses(&docx(&p("各位代表：")), limits.clone(), limit, 4);
    // Of a paragraph with soft breaks all lines count together.
    let broken = |text| format!("<w:p><w:r><w:t>同志</w:t><w:br/><w:t>{text}</w:t></w:r></w:p>");
    allows(&docx(&broken("们：")), limits.clone());
    refuses(&docx(&broken("们，：")), limits.clone(), limit, 4);
    let row = |text| format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("一") + &p(text));
    allows(&docx(&row("")), limits.clone());
    refuses(&docx(&row("二三四")), limits, limit, 4);
}

#[test]
fn depth() {
    // document, body and p stand around them.
    let nested = |n| docx(&format!("<w:p>{}{}</w:p>", "<w:ins>".repeat(n), "</w:ins>".repeat(n)));
    let limits = Limits::default();
    allows(&nested(limits.depth - 3), limits.clone());
    refuses(&nested(limits.depth - 2), limits, Limit::Depth, 256);
}

#[test]
fn attributes() {
    let with = |n: usize| {
        let attributes: String = (0..n).map(|n| format!(" w:a{n}=\"\"")).collect();
        docx(&format!("<w:p{attributes}/>"))
    };
    allows(&with(256), Limits::default());
    refuses(&with(257), Limits::default(), Limit::Attributes, 256);
}

#[test]
fn entries() {
    let limits = |entries| Limits { entries, ..Limits::default() };
    // Types, two parts of relationships, the main part.
    allows(&docx(""), limits(4));
    refuses(&docx(""), limits(3), Limit::Entries, 3);
}

/// The bytes of the main part of a Word file with that body.
fn main_bytes(body: &str) -> u64 {
    crate::built::document(body).len() as u64
}

#[test]
fn part_bytes() {
    let body = p("同志们：").repeat(20);
    let limits = |part_bytes| Limits { part_bytes, ..Limits::default() };
    allows(&docx(&body), limits(main_bytes(&body)));
    let allowed = main_bytes(&body) - 1;
    refuses(&docx(&body), limits(allowed), Limit::Part, allowed);
}

#[test]
fn unpacked_bytes() {
    let body = p("同志们：").repeat(20);
    let limits = |unpacked_bytes| Limits { unpacked_bytes, ..Limits::default() };
    let file = docx(&body);
    let all = (1..20_000).find(|n| read_with(&file, limits(*n)).is_ok()).unwrap();
    assert!(all > main_bytes(&body));
    refuses(&file, limits(all - 1), Limit::Unpacked, all - 1);
}

#[test]
fn ratio() {
    let body = p("同志们：").repeat(2_000);
    let file = docx(&body);
    let limits = |ratio, ratio_from_bytes| Limits { ratio, ratio_from_bytes, ..Limits::default() };
    let main = main_bytes(&body);
    let ratio = (1..1_000).find(|ratio| read_with(&file, limits(*ratio, 1_024)).is_ok()).unwrap();
    assert!(ratio > 10);
    refuses(&file, limits(ratio - 1, 1_024), Limit::Ratio, ratio - 1);
    // Up to its size a part may be packed as tightly as it likes.
    allows(&file, limits(1, main));
    refuses(&file, limits(1, main - 1), Limit::Ratio, 1);
}

#[test]
fn rich_text() {
    let limits = Limits { paragraph_characters: 4, depth: 3, ..Limits::default() };
    let rtf = |text: &str| format!("{{\\rtf1 {text}\\par}}").into_bytes();
    allows(&rtf("abcd\\par abcd"), limits.clone());
    refuses(&rtf("ab{\\b cde}"), limits.clone(), Limit::ParagraphCharacters, 4);
    refuses(&rtf("ab\\line cde"), limits.clone(), Limit::ParagraphCharacters, 4);
    allows(&rtf("a\\cell b\\cell\\row"), limits.clone());
    refuses(&rtf("ab\\cell c\\cell\\row"), limits.clone(), Limit::ParagraphCharacters, 4);
    allows(&rtf("{{a}}"), limits.clone());
    refuses(&rtf("{{{a}}}"), limits, Limit::Depth, 3);
}

#[test]
fn open_document() {
    use crate::built::odt;
    let limits = Limits { paragraph_characters: 4, ..Limits::default() };
    let p = |text: &str| format!("<text:p>{text}</text:p>");
    allows(&odt(&(p("同志们：") + &p("各位"))), limits.clone());
    refuses(&odt(&p("各位<text:span>代表：</text:span>")), limits.clone(), Limit::ParagraphCharacters, 4);
    allows(&odt(&p("同<text:s text:c=\"3\"/>")), limits.clone());
    refuses(&odt(&p("同<text:s text:c=\"4\"/>")), limits.clone(), Limit::ParagraphCharacters, 4);
    let row = |text| {
        let cells = format!("<table:table-cell>{}</table:table-cell>", p(text)).repeat(2);
        odt(&format!("<table:table-row>{cells}</table:table-row>"))
    };
    allows(&row("一"), limits.clone());
    refuses(&row("一二"), limits, Limit::ParagraphCharacters, 4);
    // Document, body, text and p stand around them.
    let nested = |n| odt(&p(&("<text:span>".repeat(n) + &"</text:span>".repeat(n))));
    let limits = Limits::default();
    allows(&nested(limits.depth - 4), limits.clone());
    refuses(&nested(limits.depth - 3), limits, Limit::Depth, 256);
}

#[test]
fn web_page() {
    let limits = Limits { paragraph_characters: 4, ..Limits::default() };
    let page = |body: &str| format!("<html><body>{body}</body></html>").into_bytes();
    allows(&page("<p>同志们：<p>各位<br>代表："), limits.clone());
    refuses(&page("<p>各位<b>代表：</b>"), limits.clone(), Limit::ParagraphCharacters, 4);
    let table = |cell: &str| page(&format!("<table><tr><td>{cell}<td>{cell}<tr><td><td></table>"));
    allows(&table("一"), limits.clone());
    refuses(&table("一二"), limits, Limit::ParagraphCharacters, 4);
    // The document, html and body stand around them; a text is a node too.
    let limits = |page_depth, page_nodes| Limits { page_depth, page_nodes, ..Limits::default() };
    allows(&page("<div><p>同志们："), limits(5, 7));
    refuses(&page("<div><p>同志们："), limits(4, 7), Limit::Depth, 4);
    refuses(&page("<div><p>同志们："), limits(5, 6), Limit::Nodes, 6);
}
