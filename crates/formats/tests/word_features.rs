//! What a Word file has beyond text and looks: headings that Word counts, blanks that say what
//! belongs in them, nobody's name.

use crate::built::{block, block_of, county_speech, heading, plain, slot, speech};
use expect_test::expect;
use formats::house_style::{Numbers, OpenFields};
use formats::page::Appendix;
use formats::{Format, HouseStyle, ReadOptions, read, write, write_with};
use speech::{Block, BlockKind, Numeral, Speech, shown};
use std::io::{Cursor, Read};

fn counted() -> HouseStyle {
    HouseStyle { numbers: Numbers::Word, ..HouseStyle::speech() }
}

fn docx(speech: &Speech, style: &HouseStyle) -> Vec<u8> {
    write(speech, style, Format::Docx).unwrap().bytes
}

fn part(docx: &[u8], name: &str) -> Option<String> {
    let mut part = String::new();
    zip::ZipArchive::new(Cursor::new(docx)).unwrap().by_name(name).ok()?.read_to_string(&mut part).unwrap();
    Some(part)
}

fn read_again(docx: &[u8]) -> String {
    let paragraphs = read(docx, "a", &ReadOptions::default()).unwrap().paragraphs;
    paragraphs.into_iter().map(|it| it.text).collect::<Vec<_>>().join("\n")
}

#[test]
fn word_counts_to_the_numbers_that_are_shown() {
    let mut blocks = Vec::new();
    for nth in 0..25 {
        blocks.push(heading(1, &format!("第{nth}")));
        blocks.extend([
            heading(2, "上"),
            heading(3, "甲"),
            heading(3, "乙"),
            heading(4, "子"),
            heading(2, "下"),
        ]);
        blocks.push(block(BlockKind::Heading { level: 2, run_in: false }, "没有序号"));
    }
    let speech = speech(blocks);
    let docx = docx(&speech, &counted());
    assert!(!part(&docx, "word/document.xml").unwrap().contains("一、"));
    assert_eq!(read_again(&docx), shown::text(&speech));
}

#[test]
fn a_heading_that_runs_in_is_counted_too() {
    let speech = county_speech();
    let docx = docx(&speech, &counted());
    assert!(part(&docx, "word/numbering.xml").is_some());
    assert_eq!(read_again(&docx), shown::text(&speech));
}

#[test]
fn numbers_that_word_would_count_otherwise_stay_text() {
    let typed =
        |text: &str| Block { numeral: Some(Numeral::AsWritten(text.to_owned())), ..heading(1, "抓落实") };
    let speech = speech(vec![typed("一、"), typed("三、")]);
    let docx = docx(&speech, &counted());
    assert_eq!(part(&docx, "word/numbering.xml"), None);
    assert!(part(&docx, "word/document.xml").unwrap().contains("三、"));
    assert!(part(&self::docx(&speech, &HouseStyle::speech()), "word/numbering.xml").is_none());
}

#[test]
fn a_blank_says_what_belongs_in_it() {
    let style = HouseStyle { open_fields: OpenFields::Control, ..HouseStyle::speech() };
    let mut speech = county_speech();
    speech.blocks.push(block_of(BlockKind::Paragraph, vec![plain("再说一遍"), slot(1, "X"), slot(1, "X")]));
    let docx = docx(&speech, &style);
    let document = part(&docx, "word/document.xml").unwrap();
    let (_, control) = document.split_once("<w:sdt>").unwrap();
    let (control, _) = control.split_once("</w:sdt>").unwrap();
    expect![[r#"
        <w:sdtPr>
        <w:alias w:val="一季度生产总值增长"/>
        <w:tag w:val="f1"/>
        <w:id w:val="1"/>
        <w:showingPlcHdr/>
        <w:text/>
        </w:sdtPr>
        <w:sdtContent>
        <w:r>
        <w:rPr>
        <w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/>
        <w:spacing w:val="-5"/>
        <w:sz w:val="32"/>
        <w:szCs w:val="32"/>
        <w:highlight w:val="yellow"/>
        </w:rPr>
        <w:t xml:space="preserve">X</w:t>
        </w:r>
        </w:sdtContent>"#]].assert_eq(&control.replace("><", ">\n<"));
    // The other field is filled.
    assert_eq!(document.matches("<w:sdt>").count(), 2);
    assert_eq!(read_again(&docx), shown::text(&speech));
}

#[test]
fn nobody_and_no_day_is_named() {
    let docx = docx(&county_speech(), &HouseStyle::speech());
    let told = part(&docx, "docProps/core.xml").unwrap() + &part(&docx, "docProps/app.xml").unwrap();
    for personal in ["creator", "lastModifiedBy", "created", "modified", "Company", "Manager"] {
        assert!(!told.contains(personal), "{personal}");
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(&docx)).unwrap();
    for idx in 0..archive.len() {
        let entry = archive.by_index(idx).unwrap();
        assert_eq!(entry.last_modified().unwrap().year(), 1980, "{:?}", entry.name());
    }
}

#[test]
fn what_stands_behind_a_speech_begins_a_page() {
    let behind = [
        Appendix { title: "出处".to_owned(), entries: vec!["2025年讲话：占本稿30%".to_owned()] },
        Appendix { title: "待核实".to_owned(), entries: Vec::new() },
    ];
    let docx = write_with(&county_speech(), &counted(), Format::Docx, &behind).unwrap().bytes;
    let document = part(&docx, "word/document.xml").unwrap();
    assert_eq!(document.matches("<w:pageBreakBefore/>").count(), 1);
    let expected = format!("{}\n出处\n2025年讲话：占本稿30%", shown::text(&county_speech()));
    assert_eq!(read_again(&docx), expected);
    let plain = write_with(&county_speech(), &counted(), Format::Txt, &behind).unwrap().bytes;
    assert_eq!(plain, write(&county_speech(), &counted(), Format::Txt).unwrap().bytes);
}
